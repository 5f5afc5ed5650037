/** What the page of the texts before and after a session loads. */
import "./lib/old_browsers.ts";
import { define } from "./lib/define.ts";
import { KitTextsElement } from "../casebook/components/room/kit_texts/kit_texts.ts";

define("kit-texts", KitTextsElement);
