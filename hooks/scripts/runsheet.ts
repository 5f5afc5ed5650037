/** What the page of the run sheet loads. */
import "./lib/old_browsers.ts";
import { define } from "./lib/define.ts";
import { RunSheetElement } from "../casebook/components/room/run_sheet/run_sheet.ts";

define("run-sheet", RunSheetElement);
