import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { type ClaimTexts, loadClaimTexts } from "../../evidence/told_finding/claim_texts.ts";
import { tellFinding } from "../../evidence/told_finding/told_finding.ts";

/** The findings on a claim page: what happened shows here when asked for, one by one or all at once. */
export class ClaimFindingsElement extends CasebookElement {
  protected wire(signal: AbortSignal): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>("a.to-finding")) this.makeButton(link);
    this.showAll.parentElement!.hidden = this.buttons.length < 2;
    this.showAll.dataset.show = this.showAll.textContent!;
    this.addEventListener("click", (event) => this.press(event), { signal });
  }

  private get showAll(): HTMLButtonElement {
    return this.query<HTMLButtonElement>("[data-show-all]");
  }

  private get buttons(): HTMLButtonElement[] {
    return this.queryAll<HTMLButtonElement>("button[data-finding]");
  }

  private makeButton(link: HTMLAnchorElement): void {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.dataset.finding = link.dataset.finding;
    button.append(...link.childNodes);
    const words = button.querySelector<HTMLElement>("[data-words]")!;
    button.dataset.show = words.textContent!;
    button.setAttribute("aria-expanded", "false");
    link.replaceWith(button);
  }

  private async press(event: Event): Promise<void> {
    const button = (event.target as Element).closest<HTMLButtonElement>("button");
    if (!button) return;
    const one = button.dataset.finding !== undefined;
    const wanted = one ? button.getAttribute("aria-expanded") !== "true" : !this.allOpen();
    const texts = wanted ? await this.texts() : {};
    if (!texts) return;
    for (const each of one ? [button] : this.buttons) this.turn(each, wanted, texts);
    this.showAll.textContent = (this.allOpen() ? this.dataset.hideAll : this.showAll.dataset.show) ?? "";
  }

  private allOpen(): boolean {
    return this.buttons.every((button) => button.getAttribute("aria-expanded") === "true");
  }

  private async texts(): Promise<ClaimTexts | undefined> {
    const failed = this.query("[data-failed]");
    try {
      const texts = await loadClaimTexts(this.dataset.claim!, this.dataset.texts!);
      failed.hidden = true;
      return texts;
    } catch {
      failed.hidden = false;
    }
  }

  private turn(button: HTMLButtonElement, open: boolean, texts: ClaimTexts): void {
    if ((button.getAttribute("aria-expanded") === "true") === open) return;
    button.setAttribute("aria-expanded", String(open));
    button.querySelector("[data-words]")!.textContent = (open ? this.dataset.hide : button.dataset.show) ?? "";
    const home = button.closest<HTMLElement>(".claim-finding")!;
    home.querySelector(".told-finding")?.remove();
    if (open) {
      home.append(tellFinding(this.query("template"), texts[button.dataset.finding!]!, this.dataset.root ?? ""));
    }
  }
}
