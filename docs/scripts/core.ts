/** What every page loads: the menu, and on sheets the button that prints. Reading pages are whole without it. */
import { define } from "../components/define.ts";
import { PrintSheetElement } from "../components/print-sheet/print-sheet.ts";
import { SiteMenuElement } from "../components/site-menu/site-menu.ts";

define("site-menu", SiteMenuElement);
define("print-sheet", PrintSheetElement);
