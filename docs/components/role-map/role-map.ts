/** A table of roles and a table of the ties between them. */
import type { PageData } from "../exercise-form/data.ts";
import { asRecord } from "../exercise-form/data.ts";
import { all, make, need, readJson } from "../exercise-form/elements.ts";
import { checkNumber } from "../exercise-form/number-field.ts";
import { orNothing, PartElement } from "../exercise-form/part-element.ts";
import { Words } from "../exercise-form/say.ts";
import type { MapViewElement } from "../map-view/map-view.ts";
import type { Role, RoleMap, Tie } from "./exchange.ts";

export class RoleMapElement extends PartElement {
  protected words!: Words;

  protected wire(signal: AbortSignal): void {
    this.words = new Words(readJson<PageData>(document.getElementById("exercise-data")).words);
    this.addEventListener("input", () => this.refresh(), { signal });
    need(this, "[data-add-role]").addEventListener("click", () => this.addRole(), { signal });
    need(this, "[data-add-tie]").addEventListener("click", () => need(this.addTie(), "select").focus(), { signal });
    this.addEventListener("click", (event) => {
      const button = (event.target as HTMLElement).closest("[data-remove-tie], [data-remove-role]");
      if (button?.closest("[data-tie]")) this.removeTie(button.closest<HTMLElement>("[data-tie]")!);
      else if (button) this.removeRole(button.closest<HTMLElement>("[data-role]")!);
    }, { signal });
    this.addEventListener("change", (event) => {
      checkNumber(event.target as HTMLElement, this.words);
      this.view?.tell();
    }, { signal });
    this.addEventListener("map-brought", (event) => {
      this.write((event as CustomEvent<RoleMap>).detail);
      this.refresh();
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
    const named = new Set(this.roles.map((role) => role.id));
    return all(this, "[data-tie]").map(readTie).filter((tie) => named.has(tie.from) && named.has(tie.to));
  }

  /** The picture of the same facts, which stands below the tables. */
  private get view(): MapViewElement | null {
    return this.querySelector<MapViewElement>("map-view");
  }

  private show(): void {
    this.view?.show({ roles: this.roles, ties: this.ties });
  }

  private refresh(): void {
    this.offerRoles();
    this.countTokens();
    this.show();
    this.changed();
  }

  private addRole(): void {
    const next = all(this, "[data-role]").find((row) => row.hidden);
    if (!next) return;
    next.hidden = false;
    need(next, "[data-label]").focus();
    this.showMore();
  }

  /** Takes a role away; its ties stay, with an end to be chosen anew. */
  private removeRole(row: HTMLElement): void {
    need<HTMLInputElement>(row, "[data-label]").value = "";
    all<HTMLSelectElement>(row, "[data-kind]").forEach((list) => list.value = "");
    const shown = all(this, "[data-role]").filter((one) => !one.hidden);
    const next = shown[shown.indexOf(row) + 1] ?? shown[shown.indexOf(row) - 1];
    row.hidden = shown.length > 1;
    need(next ?? row, "[data-label]").focus();
    this.showMore();
    this.refresh();
    this.view?.tell();
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
    all(row, "[data-number]").forEach((field) => checkNumber(field, this.words));
    this.numberTies();
    return row;
  }

  private removeTie(row: HTMLElement): void {
    const next = (row.nextElementSibling ?? row.previousElementSibling) as HTMLElement | null;
    row.remove();
    this.numberTies();
    (next ? need(next, "select") : need(this, "[data-add-tie]")).focus();
    this.refresh();
    this.view?.tell();
  }

  private numberTies(): void {
    all(this, "[data-tie] legend").forEach((legend, index) => legend.textContent = this.words.say("tie_number", { number: index + 1 }));
  }

  /** Keeps the lists of both ends in step with the roles. */
  private offerRoles(): void {
    for (const list of all<HTMLSelectElement>(this, "[data-from], [data-to]")) {
      const chosen = list.value;
      const first = list.options[0]!;
      list.replaceChildren(first, ...this.offered(chosen).map(({ id, label }) => make("option", { value: id }, label)));
      list.value = [...list.options].some((option) => option.value === chosen) ? chosen : "";
    }
  }

  /** The roles with a name, and the one chosen already even while its name is being changed. */
  private offered(chosen: string): { id: string; label: string }[] {
    const rows = all(this, "[data-role]").filter((row) => !row.hidden);
    const named = rows.map((row) => ({
      id: row.dataset.role ?? "",
      label: need<HTMLInputElement>(row, "[data-label]").value.trim(),
      legend: need(row, "legend").textContent ?? "",
    }));
    return named.filter(({ id, label }) => label || id === chosen).map(({ id, label, legend }) => ({ id, label: label || legend }));
  }

  private countTokens(): void {
    const of = Number(this.dataset.tokens ?? 0);
    if (!of) return;
    const left = of - all(this, "[data-tie]").map(readTie).reduce((sum, tie) => sum + tie.tokens, 0);
    const words = left < 0 ? this.words.say("tokens_over", { count: -left }) : this.words.say("tokens_left", { count: left, of });
    const place = need(this, "[data-tokens-left]");
    if (place.textContent !== words) place.textContent = words;
  }

  read(): unknown {
    const { roles, ties } = this;
    return roles.length || ties.length ? { roles, ties } : undefined;
  }

  /** Fills in the roles and ties that have a place here; those that have none come back as `unplaced`. */
  write(answer: unknown): unknown {
    this.clear();
    const { roles, ties, unplaced, ...rest } = asRecord(answer);
    const before = asRecord(unplaced);
    const rolesLeft = [...recordsIn(before.roles), ...recordsIn(roles)].filter((role) => !this.writeRole(role));
    this.showMore();
    const tiesLeft = [...recordsIn(before.ties), ...recordsIn(ties)].filter((tie) => !this.placeTie(asTie(tie)));
    this.countTokens();
    this.show();
    this.view?.tell(true);
    const left = orNothing({ ...(rolesLeft.length && { roles: rolesLeft }), ...(tiesLeft.length && { ties: tiesLeft }) });
    return orNothing({ ...rest, ...(left && { unplaced: left }) });
  }

  /** True when there is a row for the role. */
  private writeRole(role: Record<string, unknown>): boolean {
    const row = all(this, "[data-role]").find((one) => one.dataset.role === role.id);
    if (!row) return false;
    row.hidden = false;
    need<HTMLInputElement>(row, "[data-label]").value = String(role.label ?? "");
    const kind = row.querySelector<HTMLSelectElement>("[data-kind]");
    if (kind) kind.value = String(role.kind ?? "");
    return true;
  }

  /** True when both ends of the tie have a row, or are still to be chosen. */
  private placeTie(tie: Tie): boolean {
    const known = new Set(all(this, "[data-role]").map((row) => row.dataset.role ?? ""));
    if (![tie.from, tie.to].every((end) => !end || known.has(end))) return false;
    this.addTie(tie);
    return true;
  }

  clear(): void {
    all(this, "[data-role]").forEach((row) => row.hidden = "later" in row.dataset);
    all<HTMLInputElement>(this, "[data-label]").forEach((field) => field.value = "");
    all<HTMLSelectElement>(this, "[data-kind]").forEach((list) => list.value = "");
    need(this, "[data-ties]").replaceChildren();
    this.showMore();
    this.countTokens();
    this.show();
    this.view?.reset();
  }
}

function readTie(row: HTMLElement): Tie {
  const value = (name: string) => row.querySelector<HTMLInputElement | HTMLSelectElement>(name)?.value ?? "";
  return {
    from: value("[data-from]"),
    to: value("[data-to]"),
    strength: value("[data-strength]"),
    one_person: need<HTMLInputElement>(row, "[data-one-person]").checked,
    tokens: /^\d{1,6}$/.test(value("[data-tokens-spent]").trim()) ? Number(value("[data-tokens-spent]")) : 0,
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

function recordsIn(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.map(asRecord) : [];
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
