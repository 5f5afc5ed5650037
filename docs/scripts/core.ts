/**
 * What every page loads: the menu, on sheets the button that prints, and a question before an exercise
 * without its script is left. Reading pages are whole without it.
 */
import { define } from "../components/define.ts";
import { guardAsleep } from "../components/exercise-form/asleep.ts";
import { PrintSheetElement } from "../components/print-sheet/print-sheet.ts";
import { SiteMenuElement } from "../components/site-menu/site-menu.ts";

define("site-menu", SiteMenuElement);
define("print-sheet", PrintSheetElement);
guardAsleep();
