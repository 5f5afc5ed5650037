/** A way back from a source to the number that led there: it stands at the source for as long as it is needed. */
export function offerWayBack(source: HTMLElement, number: HTMLAnchorElement): void {
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
