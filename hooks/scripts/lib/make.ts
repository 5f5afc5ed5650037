/** What an element may hold: text (never read as HTML) or other elements. */
export type Content = Node | string | null;

/** An element with attributes and content. Text stays text. */
export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string>,
  ...content: Content[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content.filter((one): one is Node | string => one !== null && one !== ""));
  return element;
}
