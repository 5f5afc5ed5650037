/** A story in scenes: choose, see what follows, go on; at the end the first rule that fits. */
import type { PageData, Pattern, Scene, ScenesPart } from "../../../../scripts/exercise/types.ts";
import { asRecord, asText, orNothing, own } from "../../../../scripts/lib/plain.ts";
import { because } from "../exercise_form/because.ts";
import { make, pageData, query, queryAll } from "../../../../scripts/lib/dom.ts";
import { PartElement } from "../../../../scripts/exercise/part_element.ts";
import { patternsThatFit } from "../../../../scripts/exercise/scoring.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import { tallyOf } from "../../../../scripts/exercise/tally.ts";

export class StoryScenesElement extends PartElement {
  private story!: ScenesPart;
  private messages!: Messages;
  private choices: Record<string, string> = {};

  protected wire(signal: AbortSignal): void {
    const data = pageData<PageData>(this);
    this.messages = new Messages(data.words);
    this.story = data.parts.find((part): part is ScenesPart => part.id === this.partId && part.kind === "scenes")!;
    for (const scene of this.story.scenes) {
      const element = this.sceneElement(scene.id);
      query(element, "[data-see]").addEventListener("click", () => this.see(scene), { signal });
      query(element, "[data-go-on]").addEventListener("click", () => this.goOn(scene), { signal });
    }
    this.query("[data-again]").addEventListener("click", () => this.askForRound(() => this.playAgain()), { signal });
    this.setBack();
  }

  private playAgain(): void {
    this.clear();
    this.beginRound();
    this.changed();
    this.sceneElement(this.story.scenes[0]!.id).focus();
  }

  private sceneElement(id: string): HTMLElement {
    return this.query(`[data-scene="${id}"]`);
  }

  private radios(scene: string): HTMLInputElement[] {
    return queryAll<HTMLInputElement>(this.sceneElement(scene), 'input[type="radio"]');
  }

  private see(scene: Scene): void {
    const element = this.sceneElement(scene.id);
    const chosen = this.radios(scene.id).find((radio) => radio.checked)?.value;
    query(element, "[data-note]").textContent = chosen ? "" : this.messages.t("choose_first");
    if (!chosen) return;
    this.settle(scene, chosen);
    query(element, "[data-follows]").focus();
    this.changed();
  }

  /** Fixes a choice and shows what follows it. */
  private settle(scene: Scene, chosen: string): boolean {
    const option = scene.options.find((one) => one.id === chosen);
    if (!option) return false;
    const element = this.sceneElement(scene.id);
    this.choices[scene.id] = chosen;
    this.radios(scene.id).forEach((radio) => {
      radio.checked = radio.value === chosen;
      radio.disabled = true;
    });
    query(element, "[data-see]").hidden = true;
    query(element, "[data-then]").textContent = option.then;
    query(element, "[data-follows]").hidden = false;
    query(element, "[data-go-on]").hidden = false;
    return true;
  }

  private goOn(scene: Scene): void {
    query(this.sceneElement(scene.id), "[data-go-on]").hidden = true;
    const next = this.story.scenes[this.story.scenes.indexOf(scene) + 1];
    if (!next) return this.end(true);
    const element = this.sceneElement(next.id);
    element.hidden = false;
    element.focus();
  }

  /** The story first, then the choices that led there. */
  private end(focus: boolean): void {
    const { patterns, why } = patternsThatFit(this.story.endings, "first", tallyOf(this.story, this.choices));
    const panel = this.query("[data-ending]");
    panel.replaceChildren(
      make("p", { class: "eyebrow" }, this.messages.t("ending")),
      ...patterns.flatMap((ending) => this.ending(ending)),
      why ? make("p", { "data-none": why }, this.messages.t(why)) : "",
      make("h5", {}, this.messages.t("your_choices")),
      make("ol", { class: "your-choices" }, ...this.story.scenes.map((scene) => this.choice(scene))),
      ...patterns.map((ending) => this.reasons(ending)),
      make("p", { class: "not-assurance" }, this.messages.t("story_note")),
    );
    panel.hidden = false;
    this.query("[data-again]").hidden = false;
    if (focus) panel.focus();
  }

  private ending(ending: Pattern): Node[] {
    return [
      make("h4", { "data-ending-title": ending.id }, ending.title),
      make("p", { class: "told" }, ending.text),
      ...(ending.ask ? [make("p", {}, this.messages.t("ask", { text: ending.ask }))] : []),
    ];
  }

  /** A choice and the marks that it left. */
  private choice(scene: Scene): HTMLElement {
    const option = scene.options.find(({ id }) => id === this.choices[scene.id]);
    const marks = (option?.adds ?? []).map((id) => own(this.story.names, id) ?? id);
    return make(
      "li",
      {},
      make("b", {}, `${scene.title}: `),
      option?.label ?? "",
      marks.length
        ? make("span", { class: "left-marks" }, this.messages.t("left_marks", { marks: marks.join("; ") }))
        : "",
    );
  }

  private reasons(ending: Pattern): HTMLElement {
    const reasons = because(ending, this.story, this.choices, this.messages).join(" ");
    return make("p", { class: "because" }, this.messages.t("why_ending", { reasons }));
  }

  read(): unknown {
    return orNothing({ ...this.choices });
  }

  /** Plays the story again as far as it was told. */
  write(answer: unknown): unknown {
    this.clear();
    const rest = asRecord(answer);
    for (const scene of this.story.scenes) {
      const element = this.sceneElement(scene.id);
      element.hidden = false;
      if (!this.settle(scene, asText(rest[scene.id]))) return orNothing(rest);
      delete rest[scene.id];
      query(element, "[data-go-on]").hidden = true;
    }
    this.end(false);
    return orNothing(rest);
  }

  clear(): void {
    this.story.scenes.forEach((scene) => this.radios(scene.id).forEach((radio) => radio.checked = false));
    this.setBack();
  }

  /** Puts the story back to its first scene; a choice that is ticked and not made yet stays ticked. */
  private setBack(): void {
    this.choices = {};
    this.story.scenes.forEach((scene, index) => {
      const element = this.sceneElement(scene.id);
      element.hidden = index > 0;
      this.radios(scene.id).forEach((radio) => radio.disabled = false);
      query(element, "[data-see]").hidden = false;
      query(element, "[data-go-on]").hidden = true;
      query(element, "[data-follows]").hidden = true;
      query(element, "[data-note]").textContent = "";
    });
    this.query("[data-ending]").hidden = true;
    this.query("[data-again]").hidden = true;
  }
}
