/** What pages with decisions load: the pauses, and what is held back behind them. */
import { define } from "../components/define.ts";
import { wireSourceNumbers } from "../components/source-notes/source-numbers.ts";
import { DecisionPauseElement } from "../components/decision-pause/decision-pause.ts";
import { followAddress, WhatHappenedElement } from "../components/what-happened/what-happened.ts";

define("what-happened", WhatHappenedElement);
define("decision-pause", DecisionPauseElement);
followAddress();
wireSourceNumbers();
