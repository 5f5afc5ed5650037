/** What a claim page loads. */
import { define } from "../components/define.ts";
import { ClaimFindingsElement } from "../components/claim-page/claim-findings.ts";

define("claim-findings", ClaimFindingsElement);
