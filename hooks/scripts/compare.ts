/** What the page Compare loads. */
import { CaseCompareElement } from "../casebook/components/case/case_compare/case_compare.ts";
import { define } from "./lib/define.ts";

define("case-compare", CaseCompareElement);
