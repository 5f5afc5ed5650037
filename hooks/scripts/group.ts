/** What the page of group results loads. */
import "./lib/old_browsers.ts";
import { define } from "./lib/define.ts";
import { GroupResultsElement } from "../casebook/components/room/group_results/group_results.ts";

define("group-results", GroupResultsElement);
