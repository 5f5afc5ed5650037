/** What a claim page loads. */
import { define } from "./lib/define.ts";
import { ClaimFindingsElement } from "../casebook/components/learn/claim_page/claim_findings.ts";

define("claim-findings", ClaimFindingsElement);
