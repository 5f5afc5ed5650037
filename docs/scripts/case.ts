/** What pages with decisions load: the pauses, and what is held back behind them. */
import { define } from "../components/define.ts";
import { wireWayBack } from "../components/source-list/way-back.ts";
import { DecisionPauseElement } from "../components/decision-pause/decision-pause.ts";
import { followAddress, WhatHappenedElement } from "../components/what-happened/what-happened.ts";

define("what-happened", WhatHappenedElement);
define("decision-pause", DecisionPauseElement);
followAddress();
wireWayBack();
