/** What the page Decide together loads. */
import "./lib/old_browsers.ts";
import { define } from "./lib/define.ts";
import { DecideTogetherElement } from "../casebook/components/room/decide_together/decide_together.ts";

define("decide-together", DecideTogetherElement);
