/** What the library of cases loads. */
import { CaseLibraryElement } from "../casebook/components/case/case_library/case_library.ts";
import { define } from "./lib/define.ts";

define("case-library", CaseLibraryElement);
