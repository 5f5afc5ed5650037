import { loadData } from "../../../../scripts/lib/data.ts";
import { make } from "../../../../scripts/lib/make.ts";
import { hasPopovers, showPopover } from "../../../../scripts/lib/popover.ts";

/** The words of the glossary that pages explain, and what the popover says around them: data/glossary.js. */
export interface GlossaryData {
  readonly close: string;
  readonly whole: string;
  readonly terms: Readonly<Record<string, { readonly term: string; readonly text: string }>>;
}

/**
 * Words of the glossary: a press shows the meaning beside the word. Where it cannot be shown or loaded, the link leads
 * to the glossary.
 */
export function wireTerms(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.term") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !hasPopovers()) return;
    event.preventDefault();
    explain(link).catch(() => location.assign(link.href));
  });
}

async function explain(link: HTMLAnchorElement): Promise<void> {
  // The glossary is in learn/, and data/ is beside it, wherever the site is.
  const found = await loadData<GlossaryData>("glossary", new URL("../data/glossary.js", link.href).href);
  const { term, text } = found.terms[link.hash.slice(1)]!;
  showPopover(
    link,
    { name: term, close: found.close },
    make("b", { class: "term-name" }, term),
    make("span", { class: "term-text" }, text, " ", make("a", { href: link.href }, found.whole)),
  );
}
