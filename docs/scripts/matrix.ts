/** What the evidence matrix loads. */
import { define } from "../components/define.ts";
import { EvidenceMatrixElement } from "../components/evidence-matrix/evidence-matrix.ts";

define("evidence-matrix", EvidenceMatrixElement);
