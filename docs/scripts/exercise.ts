/** What the page of an exercise loads: its parts, then the form that gathers them. */
import "./shared/old-browsers.ts";
import { CardSortElement } from "../components/card-sort/card-sort.ts";
import { define } from "../components/define.ts";
import { ExerciseFormElement } from "../components/exercise-form/exercise-form.ts";
import { FillGridElement } from "../components/fill-grid/fill-grid.ts";
import { MapViewElement } from "../components/map-view/map-view.ts";
import { RatedStatementsElement, StatementPairsElement } from "../components/rated-statements/rated-statements.ts";
import { RoleMapElement } from "../components/role-map/role-map.ts";
import { StoryScenesElement } from "../components/story-scenes/story-scenes.ts";
import { TextPromptsElement } from "../components/text-prompts/text-prompts.ts";

define("rated-statements", RatedStatementsElement);
define("statement-pairs", StatementPairsElement);
define("story-scenes", StoryScenesElement);
define("card-sort", CardSortElement);
define("fill-grid", FillGridElement);
define("text-prompts", TextPromptsElement);
define("map-view", MapViewElement);
define("role-map", RoleMapElement);
define("exercise-form", ExerciseFormElement);
