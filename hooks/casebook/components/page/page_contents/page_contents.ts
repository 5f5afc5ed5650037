import { CasebookElement } from "../../../../scripts/lib/element.ts";

/** Where the contents stand beside the page, as in page_contents.css. */
const BESIDE = "screen and (min-width: 64rem)";
/** The share of the window, from its top, in which a heading counts as the one being read. */
const READING = 0.25;

/** The contents of a page: open where they stand beside it; the section in sight is marked. */
export class PageContentsElement extends CasebookElement {
  /** The script may stand before the element, so that nothing of the page is read yet when the element begins. */
  protected wire(signal: AbortSignal): void {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.start(signal), { signal, once: true });
    } else this.start(signal);
  }

  private start(signal: AbortSignal): void {
    const details = this.querySelector("details");
    const beside = matchMedia(BESIDE);
    const unfold = () => details && (details.open = beside.matches);
    unfold();
    beside.addEventListener("change", unfold, { signal });
    // On a narrow screen the list has done its work once a section is chosen.
    this.addEventListener("click", (event) => {
      if (details && (event.target as Element).closest("a")) details.open = beside.matches;
    }, { signal });
    this.follow(signal);
  }

  /** Marks the last section whose heading has passed the upper part of the window. */
  private follow(signal: AbortSignal): void {
    const sections = this.queryAll<HTMLAnchorElement>("a[href^='#']").flatMap((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return heading ? [{ link, heading }] : [];
    });
    const mark = () => {
      const line = innerHeight * READING;
      const passed = sections.filter(({ heading }) => heading.getBoundingClientRect().top < line);
      const now = passed.at(-1)?.link;
      for (const { link } of sections) {
        if (link === now) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    // Whatever is above the line counts as in sight, so that a heading that is jumped over is noticed too.
    const watch = new IntersectionObserver(mark, { rootMargin: `1000000px 0px -${(1 - READING) * 100}% 0px` });
    for (const { heading } of sections) watch.observe(heading);
    signal.addEventListener("abort", () => watch.disconnect());
  }
}
