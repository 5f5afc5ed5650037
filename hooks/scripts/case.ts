/** What pages with decisions load: the pauses, and what is held back behind them. */
import { define } from "./lib/define.ts";
import { wireSourceNumbers } from "../casebook/components/evidence/source_notes/source_numbers.ts";
import { DecisionPauseElement } from "../casebook/components/decision/decision_pause/decision_pause.ts";
import { PrintCaseElement } from "../casebook/components/case/case_foot/print_case.ts";
import { followAddress, WhatHappenedElement } from "../casebook/components/case/what_happened/what_happened.ts";

define("what-happened", WhatHappenedElement);
define("decision-pause", DecisionPauseElement);
define("print-case", PrintCaseElement);
followAddress();
wireSourceNumbers();
