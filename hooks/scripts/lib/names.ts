/** The labels as names: one that another has gets a number, an empty one stays empty. */
export function distinct(labels: readonly string[]): string[] {
  /** The number that each name was given last. */
  const numbers = new Map<string, number>();
  return labels.map((label) => {
    let name = label;
    for (let number = numbers.get(label) ?? 1; name && numbers.has(name); name = `${label} (${number})`) {
      numbers.set(label, number += 1);
    }
    numbers.set(name, numbers.get(name) ?? 1);
    return name;
  });
}
