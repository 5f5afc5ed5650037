/** What My record loads. */
import "./lib/old_browsers.ts";
import { define } from "./lib/define.ts";
import { MyRecordElement } from "../casebook/components/exercise/my_record/my_record.ts";

define("my-record", MyRecordElement);
