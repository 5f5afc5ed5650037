// While the site is served: asks the server whether this page, or a style or script that it has loaded, was written
// anew, and then loads the page again. A page that nobody looks at does not ask.
{
  const { since } = document.currentScript.dataset;
  const asked = new Set();
  let asking;

  const paths = (entries) =>
    entries
      .filter(({ initiatorType }) => initiatorType === "script" || initiatorType === "link")
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith("/livereload/"))
      .map(({ pathname }) => decodeURI(pathname));

  const stop = () => asking?.abort();

  async function ask() {
    stop();
    if (document.visibilityState !== "visible") return;
    const mine = asking = new AbortController();
    const words = new URLSearchParams([["since", since], ...Array.from(asked, (path) => ["file", path])]);
    try {
      const answer = await fetch(`/livereload/changed?${words}`, { signal: mine.signal, cache: "no-store" });
      const said = await answer.text();
      if (said === "yes") location.reload();
      else setTimeout(ask, said === "no" ? 0 : 1000);
    } catch {
      if (!mine.signal.aborted) setTimeout(ask, 1000); // the server is gone, or not yet back
    }
  }

  /** Asks anew where more has been loaded than was asked for. */
  function also(entries) {
    const before = asked.size;
    for (const path of paths(entries)) asked.add(path);
    if (asked.size > before) ask();
  }

  asked.add(decodeURI(location.pathname));
  addEventListener("load", () => {
    also(performance.getEntriesByType("resource"));
    new PerformanceObserver((list) => also(list.getEntries())).observe({ type: "resource" });
    ask();
  });
  addEventListener("visibilitychange", ask);
  addEventListener("pageshow", ({ persisted }) => persisted && ask());
  addEventListener("pagehide", stop);
}
