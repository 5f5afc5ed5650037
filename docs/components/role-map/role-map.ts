/** A table of roles and a table of the ties between them. */
import type { PageData } from "../exercise-form/data.ts";
import { asRecord } from "../exercise-form/data.ts";
import { all, make, need, readJson } from "../exercise-form/elements.ts";
import { orNothing, PartElement } from "../exercise-form/part-element.ts";
import { Words } from "../exercise-form/say.ts";

export interface Role {
  id: string;
  label: string;
  kind: string;
}

export interface Tie {
  from: string;
  to: string;
  strength: string;
  one_person: boolean;
  tokens: number;
}

export class RoleMapElement extends PartElement {
  protected words!: Words;

  protected wire(signal: AbortSignal): void {
    this.words = new Words(readJson<PageData>(document.getElementById("exercise-data")).words);
    this.addEventListener("input", () => this.refresh(), { signal });
    need(this, "[data-add-role]").addEventListener("click", () => this.addRole(), { signal });
    need(this, "[data-add-tie]").addEventListener("click", () => need(this.addTie(), "select").focus(), { signal });
    this.addEventListener("click", (event) => {
      const button = (event.target as HTMLElement).closest("[data-remove-tie]");
      if (button) this.removeTie(button.closest<HTMLElement>("[data-tie]")!);
    }, { signal });
    this.clear();
  }

  get roles(): Role[] {
    const filled = all(this, "[data-role]").map((row) => ({
      id: row.dataset.role ?? "",
      label: need<HTMLInputElement>(row, "[data-label]").value.trim(),
      kind: row.querySelector<HTMLSelectElement>("[data-kind]")?.value ?? "",
    }));
    return filled.filter((role) => role.label);
  }

  /** The ties that have both ends. */
  get ties(): Tie[] {
    return all(this, "[data-tie]").map(readTie).filter((tie) => tie.from && tie.to);
  }

  private refresh(): void {
    this.offerRoles();
    this.countTokens();
    this.changed();
  }

  private addRole(): void {
    const next = all(this, "[data-role]").find((row) => row.hidden);
    if (!next) return;
    next.hidden = false;
    need(next, "[data-label]").focus();
    this.showMore();
  }

  private showMore(): void {
    need(this, "[data-add-role]").hidden = all(this, "[data-role]").every((row) => !row.hidden);
  }

  private addTie(tie?: Tie): HTMLElement {
    const template = need<HTMLTemplateElement>(this, "[data-tie-template]");
    const row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    need(this, "[data-ties]").append(row);
    this.offerRoles();
    if (tie) writeTie(row, tie);
    this.numberTies();
    return row;
  }

  private removeTie(row: HTMLElement): void {
    const next = (row.nextElementSibling ?? row.previousElementSibling) as HTMLElement | null;
    row.remove();
    this.numberTies();
    (next ? need(next, "select") : need(this, "[data-add-tie]")).focus();
    this.refresh();
  }

  private numberTies(): void {
    all(this, "[data-tie] legend").forEach((legend, index) => legend.textContent = this.words.say("tie_number", { number: index + 1 }));
  }

  /** Keeps the lists of both ends in step with the roles. */
  private offerRoles(): void {
    for (const list of all<HTMLSelectElement>(this, "[data-from], [data-to]")) {
      const chosen = list.value;
      const first = list.options[0]!;
      list.replaceChildren(first, ...this.roles.map((role) => make("option", { value: role.id }, role.label)));
      list.value = [...list.options].some((option) => option.value === chosen) ? chosen : "";
    }
  }

  private countTokens(): void {
    const of = Number(this.dataset.tokens ?? 0);
    if (!of) return;
    const left = of - all(this, "[data-tie]").map(readTie).reduce((sum, tie) => sum + tie.tokens, 0);
    const words = left < 0 ? this.words.say("tokens_over", { count: -left }) : this.words.say("tokens_left", { count: left, of });
    need(this, "[data-tokens-left]").textContent = words;
  }

  read(): unknown {
    const { roles, ties } = this;
    return roles.length || ties.length ? { roles, ties } : undefined;
  }

  write(answer: unknown): unknown {
    this.clear();
    const given = asRecord(answer);
    const roles = (Array.isArray(given.roles) ? given.roles : []).map(asRecord);
    for (const role of roles) {
      const row = all(this, "[data-role]").find((one) => one.dataset.role === role.id);
      if (!row) continue;
      row.hidden = false;
      need<HTMLInputElement>(row, "[data-label]").value = String(role.label ?? "");
      const kind = row.querySelector<HTMLSelectElement>("[data-kind]");
      if (kind) kind.value = String(role.kind ?? "");
    }
    this.showMore();
    for (const tie of (Array.isArray(given.ties) ? given.ties : []).map(asRecord)) this.addTie(asTie(tie));
    this.countTokens();
    const { roles: _roles, ties: _ties, ...rest } = given;
    return orNothing(rest);
  }

  clear(): void {
    all(this, "[data-role]").forEach((row) => row.hidden = "later" in row.dataset);
    all<HTMLInputElement>(this, "[data-label]").forEach((field) => field.value = "");
    all<HTMLSelectElement>(this, "[data-kind]").forEach((list) => list.value = "");
    need(this, "[data-ties]").replaceChildren();
    this.showMore();
    this.countTokens();
  }
}

function readTie(row: HTMLElement): Tie {
  const value = (name: string) => row.querySelector<HTMLInputElement | HTMLSelectElement>(name)?.value ?? "";
  return {
    from: value("[data-from]"),
    to: value("[data-to]"),
    strength: value("[data-strength]"),
    one_person: need<HTMLInputElement>(row, "[data-one-person]").checked,
    tokens: /^\d{1,3}$/.test(value("[data-tokens-spent]")) ? Number(value("[data-tokens-spent]")) : 0,
  };
}

function writeTie(row: HTMLElement, tie: Tie): void {
  const set = (name: string, value: string) => {
    const field = row.querySelector<HTMLInputElement | HTMLSelectElement>(name);
    if (field) field.value = value;
  };
  set("[data-from]", tie.from);
  set("[data-to]", tie.to);
  set("[data-strength]", tie.strength);
  set("[data-tokens-spent]", tie.tokens ? String(tie.tokens) : "");
  need<HTMLInputElement>(row, "[data-one-person]").checked = tie.one_person;
}

function asTie(tie: Record<string, unknown>): Tie {
  const text = (value: unknown) => typeof value === "string" ? value : "";
  return {
    from: text(tie.from),
    to: text(tie.to),
    strength: text(tie.strength),
    one_person: tie.one_person === true,
    tokens: typeof tie.tokens === "number" ? tie.tokens : 0,
  };
}
