/** What every page loads: the menu. Reading pages are whole without it. */
import { define } from "../components/define.ts";
import { SiteMenuElement } from "../components/site-menu/site-menu.ts";

define("site-menu", SiteMenuElement);
