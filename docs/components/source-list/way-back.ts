import { decoded } from "../../scripts/shared/decode.ts";

/** From the number of a source to the source, and back to the number: a link back stands at the source for as long as it is needed. */
export function wireWayBack(signal?: AbortSignal): void {
  document.addEventListener("click", (event) => {
    const number = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".source-number a") : null;
    const source = number && document.getElementById(decoded(number.hash.slice(1)));
    if (number && source && number.pathname === location.pathname) offerWayBack(source, number);
  }, { signal });
}

function offerWayBack(source: HTMLElement, number: HTMLAnchorElement): void {
  document.querySelector(".source-list .back")?.remove();
  const words = source.closest<HTMLElement>("[data-back]")?.dataset.back;
  if (!words) return;
  const back = document.createElement("button");
  back.type = "button";
  back.classList.add("quiet", "small", "back");
  back.textContent = words;
  back.addEventListener("click", () => {
    back.remove();
    number.focus({ preventScroll: true });
    number.scrollIntoView({ block: "center" });
  });
  source.append(back);
}
