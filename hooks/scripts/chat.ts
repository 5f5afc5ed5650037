/** What the page on hybrid rooms loads. */
import "./lib/old_browsers.ts";
import { define } from "./lib/define.ts";
import { ChatTextsElement } from "../casebook/components/room/chat_texts/chat_texts.ts";

define("chat-texts", ChatTextsElement);
