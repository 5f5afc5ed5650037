// While the site is served: asks the server whether this page, or a style or script that it has loaded, was written
// anew, and then loads the page again. A page that nobody looks at does not ask. No bundler makes this file, so that
// it works where none is installed.
{
  const { since } = document.currentScript.dataset;
  const loaded = new Set([decodeURI(location.pathname)]);
  let asking;

  const stop = () => asking?.abort();

  const ask = async () => {
    stop();
    if (document.visibilityState !== "visible") return;
    const mine = asking = new AbortController();
    const words = new URLSearchParams([["since", since], ...Array.from(loaded, (path) => ["file", path])]);
    try {
      const answer = await fetch(`/livereload/changed?${words}`, { signal: mine.signal, cache: "no-store" });
      const said = await answer.text();
      if (said === "yes") location.reload();
      else setTimeout(ask, said === "no" ? 0 : 1000);
    } catch {
      if (!mine.signal.aborted) setTimeout(ask, 1000); // the server is gone, or not yet back
    }
  };

  const paths = (entries) =>
    entries
      .filter(({ initiatorType }) => initiatorType === "script" || initiatorType === "link")
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith("/livereload/"))
      .map(({ pathname }) => decodeURI(pathname));

  /** Asks anew where more was loaded than it has asked for. */
  const also = (entries) => {
    const before = loaded.size;
    for (const path of paths(entries)) loaded.add(path);
    if (loaded.size > before) ask();
  };

  addEventListener("load", () => {
    also(performance.getEntriesByType("resource"));
    new PerformanceObserver((list) => also(list.getEntries())).observe({ type: "resource" });
    ask();
  });
  addEventListener("visibilitychange", ask);
  addEventListener("pageshow", ({ persisted }) => persisted && ask());
  addEventListener("pagehide", stop);
}
