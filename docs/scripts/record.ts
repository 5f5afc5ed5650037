/** What My record loads. */
import "./shared/old-browsers.ts";
import { define } from "../components/define.ts";
import { MyRecordElement } from "../components/my-record/my-record.ts";

define("my-record", MyRecordElement);
