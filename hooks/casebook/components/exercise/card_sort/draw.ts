/** Draws n of several, at random, each once. */
export function drawn<T>(all: readonly T[], count: number, random: () => number = Math.random): T[] {
  const pile = [...all];
  const hand: T[] = [];
  while (hand.length < count && pile.length) hand.push(...pile.splice(Math.floor(random() * pile.length), 1));
  return hand;
}
