/** What the library of cases loads. */
import { CaseLibraryElement } from "../components/case-library/case-library.ts";
import { define } from "../components/define.ts";

define("case-library", CaseLibraryElement);
