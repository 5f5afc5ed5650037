// What the walks ask of a page. Run in the page by tests/browser/test_reach.py.
(() => {
  const IN_TEXT = "p, li, dd, dt, td, th, figcaption, caption, blockquote, cite, label, legend, h1, h2, h3, h4, small, aside, span";
  const TARGETS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role="button"], [role="tab"]';
  const name = (e) =>
    `${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""}.${String(e.className.baseVal ?? e.className).trim().replace(/\s+/g, ".")} “${
      (e.getAttribute("aria-label") || e.textContent || e.getAttribute("name") || "").trim().replace(/\s+/g, " ").slice(0, 50)
    }”`;
  const drawn = (e) => {
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    return box.width > 1 && box.height > 1 && style.visibility === "visible" && e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const onScreen = (box) => box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
  const inSentence = (e) => {
    if (!getComputedStyle(e).display.startsWith("inline")) return false;
    const around = e.parentElement.closest(IN_TEXT);
    return Boolean(around) && around.textContent.trim().length > e.textContent.trim().length + 3;
  };
  const target = (e) => {
    const boxes = [e.getBoundingClientRect()];
    for (const label of e.labels ?? []) boxes.push(label.getBoundingClientRect());
    const left = Math.min(...boxes.map((b) => b.left)), right = Math.max(...boxes.map((b) => b.right));
    const top = Math.min(...boxes.map((b) => b.top)), bottom = Math.max(...boxes.map((b) => b.bottom));
    return { left, top, width: right - left, height: bottom - top };
  };
  const ring = (e) => {
    const style = getComputedStyle(e);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };

  let way = null;
  document.addEventListener("keydown", (pressed) => { if (way && pressed.key === "Tab") way.push(globalThis.reach.focused()); }, true);

  globalThis.reach = {
    /** Begins to note what has the focus whenever Tab is pressed: by then the page has come to rest. */
    follow() {
      way = [];
    },
    /** What was noted since it was last asked. */
    noted() {
      const noted = way;
      way = [];
      return noted;
    },
    /** What has the focus, and whether it can be seen. Null when nothing has. */
    focused() {
      const e = document.activeElement;
      if (!e || e === document.body || e === document.documentElement) return null;
      const shown = e.matches("input") && e.labels?.length && e.getBoundingClientRect().width <= 1 ? e.labels[0] : e;
      const box = shown.getClientRects()[0] ?? shown.getBoundingClientRect();
      const x = Math.min(Math.max((Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, 0), innerWidth - 1);
      const y = Math.min(Math.max((Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2, 0), innerHeight - 1);
      const hit = document.elementFromPoint(x, y);
      const label = e.closest("label") ?? e.labels?.[0];
      return {
        name: name(e),
        skip: e.matches("a.skip-link"),
        seen: onScreen(box),
        uncovered: Boolean(hit) && (shown.contains(hit) || hit.contains(shown) || Boolean(label?.contains(hit))),
        shows: ring(e) || (label ? ring(label) : false) || ring(e.closest("summary, li, td, th, div") ?? e),
        hidden: Boolean(e.closest('[aria-hidden="true"], [inert], [hidden]')),
      };
    },
    /** Targets smaller than 24 by 24 px, as WCAG 2.2 (2.5.8) counts them: neither in a line of text nor with room around them. */
    small() {
      const every = [...document.querySelectorAll(TARGETS)].filter((e) => drawn(e) && !e.matches(".skip-link") && !e.disabled && !e.closest("svg"));
      const boxes = new Map(every.map((e) => [e, target(e)]));
      const tooSmall = every.filter((e) => boxes.get(e).width < 23.9 || boxes.get(e).height < 23.9);
      const alone = (e) => {
        const own = boxes.get(e), x = own.left + own.width / 2, y = own.top + own.height / 2;
        return every.every((other) => {
          if (other === e || other.contains(e) || e.contains(other)) return true;
          const box = boxes.get(other);
          const dx = Math.max(box.left - x, 0, x - box.left - box.width), dy = Math.max(box.top - y, 0, y - box.top - box.height);
          const apart = Math.hypot(box.left + box.width / 2 - x, box.top + box.height / 2 - y);
          return Math.hypot(dx, dy) >= 12 && (!tooSmall.includes(other) || apart >= 24);
        });
      };
      return tooSmall.filter((e) => !inSentence(e) && !alone(e)).map((e) => `${name(e)} ${Math.round(boxes.get(e).width)}×${Math.round(boxes.get(e).height)}`);
    },
    /** Links within a text that show only by their colour. */
    notUnderlined() {
      return [...document.querySelectorAll("main a[href], #content a[href], footer a[href]")].filter((e) => drawn(e) && inSentence(e)).filter((e) => {
        const style = getComputedStyle(e);
        return !style.textDecorationLine.includes("underline") && parseFloat(style.borderBottomWidth) === 0;
      }).map(name);
    },
    /** Things that scroll and cannot be reached by keyboard, or have no name. */
    scrolling() {
      return [...document.querySelectorAll("body *")].filter((e) => {
        const style = getComputedStyle(e);
        const wide = /auto|scroll/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
        const high = /auto|scroll/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1;
        // The contents of a page are links: whoever goes through them by keyboard scrolls them.
        return (wide || high) && drawn(e) && !e.matches("textarea, select, input, .page-contents nav");
      }).filter((e) => e.tabIndex < 0 || !(e.getAttribute("aria-label") || e.getAttribute("aria-labelledby"))).map(name);
    },
    /** How far the page is wider than the screen, and what sticks out. */
    sideways() {
      const more = document.documentElement.scrollWidth - innerWidth;
      if (more <= 1) return [];
      const out = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && drawn(e));
      return [`${more} px too wide: ${out.slice(0, 3).map(name).join("; ")}`];
    },
    /** Marks one text of each appearance: its colours, size and weight, and what is behind it. Alike means alike in contrast. */
    markUnlike() {
      const known = new Set();
      for (const e of document.querySelectorAll("body, body *")) {
        e.removeAttribute("data-unlike");
        const speaks = e.matches("input, textarea, select") || [...e.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
        if (!speaks || !drawn(e)) continue;
        const style = getComputedStyle(e), seen = [style.color, style.fontSize, style.fontWeight, style.textShadow, e.matches(":disabled")];
        for (let at = e; at; at = at.parentElement) {
          const { backgroundColor, backgroundImage, opacity, position, mixBlendMode, filter } = getComputedStyle(at);
          const isPainted = backgroundColor !== "rgba(0, 0, 0, 0)" || backgroundImage !== "none";
          if (isPainted || opacity !== "1" || mixBlendMode !== "normal" || filter !== "none") seen.push(backgroundColor, backgroundImage, opacity, filter);
          // What is taken out of the flow may lie over anything.
          if (position === "absolute" || position === "fixed" || position === "sticky") seen.push(name(at));
        }
        const appearance = seen.join("|");
        if (!known.has(appearance)) e.setAttribute("data-unlike", "");
        known.add(appearance);
      }
    },
    /** Everything that is kept on this device. */
    async kept() {
      return [
        ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
        ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
        ...(document.cookie ? [`cookie ${document.cookie}`] : []),
        ...(await indexedDB.databases()).map((one) => `indexedDB ${one.name}`),
        ...(globalThis.caches ? (await caches.keys()).map((key) => `cache ${key}`) : []),
      ];
    },
  };
})();
