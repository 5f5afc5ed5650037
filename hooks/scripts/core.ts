/**
 * What every page loads: the colours that the visitor chose, the menu, the opening of the search, the contents of a long
 * page, copying, the meaning of words of the glossary, on sheets the button that prints, and a question before an
 * exercise without its script is left. Reading pages are whole without it.
 */
import { define } from "./lib/define.ts";
import { wireTerms } from "../casebook/components/learn/glossary_term/glossary_term.ts";
import { guardAsleep } from "../casebook/components/exercise/exercise_form/asleep.ts";
import { applyColours, ColourChoiceElement } from "../casebook/components/page/colour_choice/colour_choice.ts";
import { CopyButtonElement } from "../casebook/components/page/copy_button/copy_button.ts";
import { PageContentsElement } from "../casebook/components/page/page_contents/page_contents.ts";
import { PrintSheetElement, wirePrintLinks } from "../casebook/components/page/print_sheet/print_sheet.ts";
import { SiteSearchElement } from "../casebook/components/page/site_search/site_search.ts";
import { SiteMenuElement } from "../casebook/components/page/site_menu/site_menu.ts";

applyColours();
define("colour-choice", ColourChoiceElement);
define("site-menu", SiteMenuElement);
define("site-search", SiteSearchElement);
define("print-sheet", PrintSheetElement);
define("page-contents", PageContentsElement);
define("copy-button", CopyButtonElement);
guardAsleep();
wireTerms();
wirePrintLinks();
