/** What the list of decisions loads. */
import { DecisionLibraryElement } from "../casebook/components/decision/decision_library/decision_library.ts";
import { define } from "./lib/define.ts";

define("decision-library", DecisionLibraryElement);
