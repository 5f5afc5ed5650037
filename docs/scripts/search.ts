/** What the search page loads. */
import { define } from "../components/define.ts";
import { SearchBoxElement } from "../components/search-box/search-box.ts";

define("search-box", SearchBoxElement);
