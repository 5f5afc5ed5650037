/**
 * What every page loads: the menu, on sheets the button that prints, the meaning of words of the glossary, and a
 * question before an exercise without its script is left. Reading pages are whole without it.
 */
import { define } from "./lib/define.ts";
import { wireTerms } from "../casebook/components/learn/glossary_term/glossary_term.ts";
import { guardAsleep } from "../casebook/components/exercise/exercise_form/asleep.ts";
import { PrintSheetElement } from "../casebook/components/page/print_sheet/print_sheet.ts";
import { SiteMenuElement } from "../casebook/components/page/site_menu/site_menu.ts";

define("site-menu", SiteMenuElement);
define("print-sheet", PrintSheetElement);
guardAsleep();
wireTerms();
