/** What the room view loads. */
import "./lib/old_browsers.ts";
import { define } from "./lib/define.ts";
import { RoomViewElement } from "../casebook/components/room/room_view/room_view.ts";

define("room-view", RoomViewElement);
