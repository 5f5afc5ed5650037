/** What the page of a session loads, and its pack: another decision in the place of the one that it names. */
import { SessionDecisionElement } from "../casebook/components/facilitate/session_decision/session_decision.ts";
import { PeopleAskElement } from "../casebook/components/facilitate/print_run/print_run.ts";
import { define } from "./lib/define.ts";

define("session-decision", SessionDecisionElement);
define("people-ask", PeopleAskElement);
