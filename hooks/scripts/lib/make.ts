/** What an element may hold: text (never read as HTML) or other elements. */
export type Content = Node | string | null;

/** An element as plain data: its tag, its attributes, and what it holds. */
export type Piece = readonly [tag: string, attributes: Readonly<Record<string, string>>, ...(string | Piece)[]];

const SVG = "http://www.w3.org/2000/svg";

/** The element that plain data tell of. Text stays text. */
export function build([tag, attributes, ...content]: Piece, isDrawn = false): Element {
  const drawn = isDrawn || tag === "svg";
  const element = drawn ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content.map((one) => typeof one === "string" ? one : build(one, drawn)));
  return element;
}

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
