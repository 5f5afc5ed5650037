/** What the list of exercises loads. */
import { define } from "../components/define.ts";
import { ExerciseListElement } from "../components/exercise-list/exercise-list.ts";

define("exercise-list", ExerciseListElement);
