/** What the pages of sheets load that are printed for a number of people. */
import { PrintRunElement } from "../casebook/components/facilitate/print_run/print_run.ts";
import { define } from "./lib/define.ts";

define("print-run", PrintRunElement);
