/** What the search page loads. */
import { define } from "./lib/define.ts";
import { SearchBoxElement } from "../casebook/components/page/search_box/search_box.ts";

define("search-box", SearchBoxElement);
