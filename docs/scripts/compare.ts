/** What the page Compare loads. */
import { CaseCompareElement } from "../components/case-compare/case-compare.ts";
import { define } from "../components/define.ts";

define("case-compare", CaseCompareElement);
