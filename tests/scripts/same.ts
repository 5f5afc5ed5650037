/** Fails when two values differ. */
export function same(found: unknown, wanted: unknown, because = ""): void {
  const [here, there] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (here !== there) throw new Error(`${here} is not ${there}${because ? `: ${because}` : ""}`);
}
