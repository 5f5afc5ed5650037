/** What the list of exercises loads. */
import { define } from "./lib/define.ts";
import { ExerciseListElement } from "../casebook/components/exercise/exercise_list/exercise_list.ts";

define("exercise-list", ExerciseListElement);
