/**
 * Plays every path of a story, from the exercise as JSON, and prints for each ending the first path that leads to it,
 * and the paths asked for. Run by test_exercises_data.py.
 */
import type { ScenesPart } from "../../hooks/scripts/exercise/types.ts";
import { patternsThatFit } from "../../hooks/scripts/exercise/scoring.ts";
import { tallyOf } from "../../hooks/scripts/exercise/tally.ts";

const { part, asked } = JSON.parse(Deno.readTextFileSync(Deno.args[0]!)) as {
  part: ScenesPart;
  asked: Record<string, string>[];
};

function endingOf(path: Record<string, string>): string {
  return patternsThatFit(part.endings, "first", tallyOf(part, path)).patterns[0]?.id ?? "none";
}

function* paths(from = 0): Generator<Record<string, string>> {
  const scene = part.scenes[from];
  if (!scene) return yield {};
  for (const option of scene.options) {
    for (const rest of paths(from + 1)) yield { [scene.id]: option.id, ...rest };
  }
}

const reached: Record<string, number> = {};
for (const path of paths()) reached[endingOf(path)] = (reached[endingOf(path)] ?? 0) + 1;
console.log(JSON.stringify({ reached, asked: asked.map(endingOf) }));
