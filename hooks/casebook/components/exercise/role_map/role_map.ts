/** A table of roles and a table of the ties between them. */
import type { PageData } from "../../../../scripts/exercise/types.ts";
import { asRecord, asText, countAnswers, orNothing } from "../../../../scripts/lib/plain.ts";
import type { Plain } from "../../../../scripts/lib/plain.ts";
import { make, pageData, query, queryAll } from "../../../../scripts/lib/dom.ts";
import { checkNumber, isNumber } from "../../../../scripts/exercise/number_field.ts";
import { PartElement } from "../../../../scripts/exercise/part_element.ts";
import { afterPress } from "../../../../scripts/lib/press.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import type { MapViewElement } from "../map_view/map_view.ts";
import { asTie, isSaid, rowsIn } from "./complete.ts";
import { MOST_TIES } from "./exchange.ts";
import type { Role, RoleMap, Tie } from "./exchange.ts";

export class RoleMapElement extends PartElement {
  protected messages!: Messages;
  /** What was said of a row that this page has no field for. */
  private rest = new WeakMap<HTMLElement, Plain>();

  protected wire(signal: AbortSignal): void {
    this.messages = new Messages(pageData<PageData>(this).words);
    this.addEventListener("input", () => this.refresh(), { signal });
    this.query("[data-add-role]").addEventListener("click", () => this.addRole(), { signal });
    this.query("[data-add-tie]").addEventListener("click", () => query(this.addTie(), "select").focus(), { signal });
    this.addEventListener("click", (event) => {
      const button = (event.target as HTMLElement).closest("[data-remove-tie], [data-remove-role]");
      if (button?.closest("[data-tie]")) this.removeTie(button.closest<HTMLElement>("[data-tie]")!);
      else if (button) this.removeRole(button.closest<HTMLElement>("[data-role]")!);
    }, { signal });
    this.addEventListener("change", ({ target }) => {
      afterPress(() => {
        checkNumber(target as HTMLElement, this.messages);
        this.view?.tell();
      });
    }, { signal });
    this.addEventListener("map-brought", (event) => {
      this.write((event as CustomEvent<RoleMap>).detail);
      this.refresh();
    }, { signal });
    this.wake();
  }

  /** Sets the page up around what is filled in already. */
  private wake(): void {
    this.queryAll("[data-role]").forEach((row) => {
      const { id: _, ...said } = readRole(row);
      row.hidden = "later" in row.dataset && !isSaid(said);
    });
    this.showMore();
    this.countTokens();
    this.show();
    this.view?.tell(true);
  }

  /** Every row that says something, also half filled in: what is typed is kept, whether it is finished or not. */
  get whole(): RoleMap {
    const ties = this.queryAll("[data-tie]").map((row) => ({ ...readTie(row), ...this.rest.get(row) })).filter(isSaid);
    const ends = new Set(ties.flatMap((tie) => [tie.from, tie.to]));
    const roles = this.queryAll("[data-role]").map((row) => ({ ...readRole(row), ...this.rest.get(row) }));
    return { roles: roles.filter(({ id, ...said }) => isSaid(said) || ends.has(id)), ties };
  }

  /** The picture of the same facts, which stands below the tables. */
  private get view(): MapViewElement | null {
    return this.querySelector<MapViewElement>("map-view");
  }

  private show(): void {
    this.view?.show(this.whole);
  }

  private refresh(): void {
    this.offerRoles();
    this.countTokens();
    this.show();
    this.changed();
  }

  private addRole(): void {
    const next = this.queryAll("[data-role]").find((row) => row.hidden);
    if (!next) return;
    next.hidden = false;
    query(next, "[data-label]").focus();
    this.showMore();
  }

  /** Takes a role away; its ties stay, with an end to be chosen anew. */
  private removeRole(row: HTMLElement): void {
    query<HTMLInputElement>(row, "[data-label]").value = "";
    queryAll<HTMLSelectElement>(row, "[data-kind]").forEach((list) => choose(list, ""));
    this.rest.delete(row);
    const shown = this.queryAll("[data-role]").filter((one) => !one.hidden);
    const next = shown[shown.indexOf(row) + 1] ?? shown[shown.indexOf(row) - 1];
    row.hidden = shown.length > 1;
    query(next ?? row, "[data-label]").focus();
    this.showMore();
    this.refresh();
    this.view?.tell();
  }

  private showMore(): void {
    this.query("[data-add-role]").hidden = this.queryAll("[data-role]").every((row) => !row.hidden);
  }

  private addTie(): HTMLElement {
    const row = this.newTie();
    this.query("[data-ties]").append(row);
    this.offerRoles();
    this.numberTies();
    return row;
  }

  private newTie(): HTMLElement {
    const template = this.query<HTMLTemplateElement>("[data-tie-template]");
    return (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  }

  /** Sets out many ties at once. */
  private setOutTies(ties: Plain[]): void {
    const rows = ties.map(() => this.newTie());
    this.query("[data-ties]").append(...rows);
    this.offerRoles();
    rows.forEach((row, index) => this.writeTie(row, ties[index]!));
    rows.forEach((row) => queryAll(row, "[data-number]").forEach((field) => checkNumber(field, this.messages)));
    this.numberTies();
  }

  private removeTie(row: HTMLElement): void {
    const next = (row.nextElementSibling ?? row.previousElementSibling) as HTMLElement | null;
    row.remove();
    this.numberTies();
    (next ? query(next, "select") : this.query("[data-add-tie]")).focus();
    this.refresh();
    this.view?.tell();
  }

  private numberTies(): void {
    this.queryAll("[data-tie] legend").forEach((legend, index) =>
      legend.textContent = this.messages.t("tie_number", { number: index + 1 })
    );
  }

  /** Keeps the lists of both ends in step with the roles. */
  private offerRoles(): void {
    for (const list of this.queryAll<HTMLSelectElement>("[data-from], [data-to]")) {
      const chosen = list.value;
      const first = list.options[0]!;
      list.replaceChildren(first, ...this.offered(chosen).map(({ id, label }) => make("option", { value: id }, label)));
      list.value = [...list.options].some((option) => option.value === chosen) ? chosen : "";
    }
  }

  /** The roles with a name, and the one chosen already even while its name is being changed. */
  private offered(chosen: string): { id: string; label: string }[] {
    const rows = this.queryAll("[data-role]").filter((row) => !row.hidden);
    const named = rows.map((row) => ({
      id: row.dataset.role ?? "",
      label: query<HTMLInputElement>(row, "[data-label]").value.trim(),
      legend: query(row, "legend").textContent ?? "",
    }));
    return named.filter(({ id, label }) => label || id === chosen).map(({ id, label, legend }) => ({
      id,
      label: label || legend,
    }));
  }

  private countTokens(): void {
    const of = Number(this.dataset.tokens ?? 0);
    if (!of) return;
    const left = of - this.queryAll("[data-tie]").reduce((sum, row) => sum + tokensIn(row), 0);
    const text = left < 0
      ? this.messages.t("tokens_over", { count: -left })
      : this.messages.t("tokens_left", { count: left, of });
    const place = this.query("[data-tokens-left]");
    if (place.textContent !== text) place.textContent = text;
  }

  read(): unknown {
    const { roles, ties } = this.whole;
    return roles.length || ties.length ? { roles, ties } : undefined;
  }

  /**
   * Fills in the roles and ties that have a place here, at most `MOST_TIES`; those that have none come back as
   * `unplaced`.
   */
  write(answer: unknown): unknown {
    this.clear();
    const { roles: _, ties: __, unplaced: ___, ...rest } = asRecord(answer);
    const { roles, ties } = rowsIn(answer);
    const rolesLeft = roles.filter((role) => !this.writeRole(role));
    const placed = ties.filter((tie) => this.hasEnds(tie)).slice(0, MOST_TIES);
    this.setOutTies(placed);
    const isPlaced = new Set(placed);
    const tiesLeft = ties.filter((tie) => !isPlaced.has(tie));
    this.showMore();
    this.countTokens();
    this.show();
    this.view?.tell(true);
    const left = orNothing({
      ...(rolesLeft.length && { roles: rolesLeft }),
      ...(tiesLeft.length && { ties: tiesLeft }),
    });
    return orNothing({ ...rest, ...(left && { unplaced: left }) });
  }

  /** True when there is a row for the role, and no other role has it. */
  private writeRole({ id, label, ...rest }: Plain): boolean {
    const row = this.queryAll("[data-role]").find((one) => one.dataset.role === id);
    if (!row || this.rest.has(row)) return false;
    row.hidden = false;
    query<HTMLInputElement>(row, "[data-label]").value = asText(label);
    const list = row.querySelector<HTMLSelectElement>("[data-kind]");
    if (list) this.chooseOrAdd(list, asText(rest.kind));
    if (list || !rest.kind) delete rest.kind;
    this.rest.set(row, rest);
    return true;
  }

  /** True when both ends of the tie have a row, or are still to be chosen; the rows are shown then. */
  private hasEnds(tie: Plain): boolean {
    const { from, to } = asTie(tie);
    const ends = [from, to].filter(Boolean);
    const rows = this.queryAll("[data-role]").filter((row) => ends.includes(row.dataset.role ?? ""));
    if (rows.length < new Set(ends).size) return false;
    rows.forEach((row) => row.hidden = false);
    return true;
  }

  private writeTie(row: HTMLElement, given: Plain): void {
    const tie = asTie(given);
    for (const end of ["from", "to"] as const) this.chooseEnd(query<HTMLSelectElement>(row, `[data-${end}]`), tie[end]);
    this.chooseOrAdd(query<HTMLSelectElement>(row, "[data-strength]"), tie.strength);
    query<HTMLInputElement>(row, "[data-one-person]").checked = tie.one_person;
    const tokens = row.querySelector<HTMLInputElement>("[data-tokens-spent]");
    const { from: _, to: __, strength: ___, one_person: ____, tokens: spent, tokens_text: written, ...rest } = given;
    if (tokens) tokens.value = asText(written) || (tie.tokens ? String(tie.tokens) : "");
    const more = { ...(spent ? { tokens: spent } : {}), ...(written ? { tokens_text: written } : {}) };
    this.rest.set(row, tokens ? rest : { ...rest, ...more });
  }

  /** A role can be the end of a tie before it has a name. */
  private chooseEnd(list: HTMLSelectElement, id: string): void {
    if (choose(list, id)) return;
    const role = this.query(`[data-role="${id}"]`);
    list.append(make("option", { value: id }, query(role, "legend").textContent ?? ""));
    list.value = id;
  }

  /** What another version knew is offered beside what this one knows. */
  private chooseOrAdd(list: HTMLSelectElement, id: string): void {
    if (choose(list, id)) return;
    list.append(make("option", { value: id, "data-unknown": "" }, this.messages.t("other_version", { name: id })));
    list.value = id;
  }

  override get unknown(): number {
    const fields = this.queryAll("[data-role], [data-tie]").map((row) => countAnswers(this.rest.get(row)));
    return fields.reduce((sum, count) => sum + count, 0) + this.queryAll("option[data-unknown]:checked").length;
  }

  clear(): void {
    this.queryAll("[data-role]").forEach((row) => row.hidden = "later" in row.dataset);
    this.queryAll<HTMLInputElement>("[data-label]").forEach((field) => field.value = "");
    this.queryAll("option[data-unknown]").forEach((option) => option.remove());
    this.queryAll<HTMLSelectElement>("[data-kind]").forEach((list) => choose(list, ""));
    this.rest = new WeakMap();
    this.query("[data-ties]").replaceChildren();
    this.showMore();
    this.countTokens();
    this.show();
    this.view?.reset();
  }
}

/** Chooses a value; false when the list does not have it. */
function choose(list: HTMLSelectElement, value: string): boolean {
  list.value = value;
  return list.value === value;
}

function readRole(row: HTMLElement): Role {
  const label = query<HTMLInputElement>(row, "[data-label]").value.trim();
  return { id: row.dataset.role ?? "", label, kind: row.querySelector<HTMLSelectElement>("[data-kind]")?.value ?? "" };
}

function writtenTokens(row: HTMLElement): string {
  return row.querySelector<HTMLInputElement>("[data-tokens-spent]")?.value.trim() ?? "";
}

function tokensIn(row: HTMLElement): number {
  const written = writtenTokens(row);
  return isNumber(written) ? Number(written) : 0;
}

function readTie(row: HTMLElement): Tie {
  const value = (name: string) => query<HTMLSelectElement>(row, name).value;
  const written = writtenTokens(row);
  return {
    from: value("[data-from]"),
    to: value("[data-to]"),
    strength: value("[data-strength]"),
    one_person: query<HTMLInputElement>(row, "[data-one-person]").checked,
    tokens: tokensIn(row),
    ...(written && !isNumber(written) ? { tokens_text: written } : {}),
  };
}
