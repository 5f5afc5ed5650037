/** What the page of an exercise loads: its parts, then the form that gathers them. */
import "./lib/old_browsers.ts";
import { CardSortElement } from "../casebook/components/exercise/card_sort/card_sort.ts";
import { define } from "./lib/define.ts";
import { ExerciseFormElement } from "../casebook/components/exercise/exercise_form/exercise_form.ts";
import { FillGridElement } from "../casebook/components/exercise/fill_grid/fill_grid.ts";
import { MapViewElement } from "../casebook/components/exercise/map_view/map_view.ts";
import {
  RatedStatementsElement,
  StatementPairsElement,
} from "../casebook/components/exercise/rated_statements/rated_statements.ts";
import { OwnSourcesElement } from "../casebook/components/exercise/exercise_page/own_sources.ts";
import { RoleMapElement } from "../casebook/components/exercise/role_map/role_map.ts";
import { StoryScenesElement } from "../casebook/components/exercise/story_scenes/story_scenes.ts";
import { TextPromptsElement } from "../casebook/components/exercise/text_prompts/text_prompts.ts";

define("rated-statements", RatedStatementsElement);
define("statement-pairs", StatementPairsElement);
define("story-scenes", StoryScenesElement);
define("card-sort", CardSortElement);
define("fill-grid", FillGridElement);
define("text-prompts", TextPromptsElement);
define("map-view", MapViewElement);
define("role-map", RoleMapElement);
define("exercise-form", ExerciseFormElement);
define("own-sources", OwnSourcesElement);
