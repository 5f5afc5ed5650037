/** What the evidence matrix loads. */
import { define } from "./lib/define.ts";
import { EvidenceMatrixElement } from "../casebook/components/evidence/evidence_matrix/evidence_matrix.ts";

define("evidence-matrix", EvidenceMatrixElement);
