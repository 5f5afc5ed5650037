/**
 * A run sheet of one's own. What is typed stays in the page; it is kept as a file when that is asked for, and a file that
 * holds no run sheet changes nothing.
 */
import { download, hasLostLetters, make, textOf } from "../../../../scripts/lib/dom.ts";
import { copyRich } from "../../../../scripts/lib/rich_copy.ts";
import { today } from "../../../../scripts/lib/messages.ts";
import { keepAddress } from "../../../../scripts/lib/url_state.ts";
import { namedIn, offerDecisions, takeDecision } from "../../../../scripts/room/decision_choice.ts";
import type { Chosen } from "../../../../scripts/room/room_decision.ts";
import { RoomToolElement } from "../../../../scripts/room/room_tool.ts";
import type { RoomSession } from "../../../../scripts/room/room_session.ts";
import {
  itemsOf,
  moved,
  NOTHING,
  readRunSheet,
  remarksOn,
  reworded,
  type RunItem,
  type RunRules,
  type RunSheet,
  slidesFor,
  withLines,
  writeRunSheet,
} from "../../../../scripts/room/run_sheet.ts";
import { RoomScreen } from "../room_screen/room_screen.ts";
import { ItemRows } from "./item_rows.ts";
import { sheetOf, timesOf } from "./sheet_view.ts";

/** Something that can be put into a run sheet: an exercise, a method. */
export interface ReadyItem {
  id: string;
  title: string;
  /** What to print and to bring, a line each. */
  kit: string[];
  steps: ReadyStep[];
}

/** What happens and what to say, a line each. */
export interface ReadyStep {
  minutes: number;
  title: string;
  text: string;
  say: string;
}

/** What the page holds for it. */
export interface RunSheetPage {
  words: Record<string, unknown>;
  sessions: RoomSession[];
  exercises: ReadyItem[];
  methods: ReadyItem[];
  rules: RunRules;
}

const FIELDS = ["title", "date", "place", "start", "end", "bring"] as const;
/** No run sheet of ours is longer, in bytes. */
const LARGEST = 1_000_000;

function blank(): RunSheet {
  return { title: "", date: "", place: "", start: "", end: "", session: "", decision: "", bring: "", items: [] };
}

export class RunSheetElement extends RoomToolElement {
  private page!: RunSheetPage;
  private sheet = blank();
  /** The sheet as it was last kept, opened or begun, as a file has it. */
  private settled = writeRunSheet(blank());
  private chosen: Chosen | null = null;
  private rows!: ItemRows;
  private screen!: RoomScreen;
  /** What was taken out last, and from where. */
  private taken: { item: RunItem; at: number } | null = null;

  protected override wire(signal: AbortSignal): void {
    super.wire(signal);
    this.page = this.readPage<RunSheetPage>();
    this.screen = new RoomScreen(this.query("[data-screen]"), this.messages, () => {}, signal);
    this.rows = new ItemRows(this.query("[data-items]"), this.messages, {
      typed: () => this.showSheet(),
      move: (at, by) => this.move(at, by),
      remove: (at) => this.takeOut(at),
    });
    for (const name of FIELDS) {
      this.field(name).addEventListener("input", () => {
        this.sheet[name] = this.field(name).value;
        this.showSheet();
      }, { signal });
    }
    this.choice("decision").addEventListener("change", () => void this.changeDecision(), { signal });
    this.on("fill", () => void this.fill(this.choice("session").value, this.choice("decision").value), signal);
    this.on("add", () => this.add(), signal);
    this.on("put-back", () => this.putBack(), signal);
    this.on("present", () => this.present(), signal);
    this.on("print", () => print(), signal);
    this.on("copy", () => this.copy(), signal);
    this.on("keep", () => this.keep(), signal);
    const file = this.query<HTMLInputElement>("[data-file]");
    this.on("open", () => file.click(), signal);
    file.addEventListener("change", () => void this.open(file), { signal });
    addEventListener("hashchange", () => void this.readAddress(), { signal });
    this.show();
    void this.readAddress();
  }

  protected get isFilled(): boolean {
    return writeRunSheet(this.sheet) !== this.settled || this.screen.isOpen;
  }

  protected forget(): void {
    this.sheet = blank();
    this.settled = writeRunSheet(this.sheet);
    this.chosen = null;
    this.taken = null;
    this.screen.forget();
    keepAddress("");
  }

  private get root(): string {
    return this.dataset.root ?? "";
  }

  private field(name: typeof FIELDS[number]): HTMLInputElement | HTMLTextAreaElement {
    return this.query(`form [data-${name}]`);
  }

  private choice(name: "session" | "decision" | "what" | "where"): HTMLSelectElement {
    return this.query(`select[data-${name}]`);
  }

  private get session(): RoomSession | undefined {
    return this.page.sessions.find(({ id }) => id === this.sheet.session);
  }

  /** The session whose words the steps of the decision have; on an empty sheet one that has all of these steps. */
  private get wording(): RoomSession {
    const { sessions } = this.page;
    return this.session ?? sessions.find(({ steps }) => steps.some(({ part }) => part === "otherwise")) ?? sessions[0]!;
  }

  /** What is asked in the end where the decision has no closing question. */
  private get question(): string {
    return this.wording.steps.find(({ question }) => question)?.question ?? "";
  }

  private async readAddress(): Promise<void> {
    const { session, decision } = namedIn(location);
    const named = this.page.sessions.some(({ id }) => id === session);
    if (named && session !== this.sheet.session) {
      this.choice("session").value = session;
      await this.fill(session, decision);
    }
    await offerDecisions(this.choice("decision"), this.dataset.list ?? "");
  }

  /** Begins with a session, or with an empty sheet; what is there is asked after first. */
  private async fill(id: string, decision: string): Promise<void> {
    if (this.isFilled && !await this.ask("change_sure", "yes_change")) return;
    const session = this.page.sessions.find((one) => one.id === id);
    const name = decision || session?.decision || "";
    this.chosen = name ? await takeDecision(this.choice("decision"), name, this.root) : null;
    const { date, place, start, end } = this.sheet;
    this.sheet = { ...blank(), date, place, start, end, session: session?.id ?? "" };
    this.sheet.title = session?.title ?? "";
    this.sheet.decision = this.chosen ? name : "";
    this.sheet.bring = session?.kit.join("\n") ?? "";
    this.sheet.items = session ? itemsOf(session, this.chosen?.decision ?? null) : [];
    this.settled = writeRunSheet(this.sheet);
    this.taken = null;
    this.show();
    this.tellDecision(name, this.chosen);
  }

  /** Says that a decision is not there, or that it tells what came of an earlier one. */
  private tellDecision(name: string, chosen: Chosen | null): void {
    const remark = name && !chosen ? "not_found" : chosen?.decision.later ? "is_later" : "";
    this.tell("begin", remark && this.messages.t(remark));
  }

  private async changeDecision(): Promise<void> {
    const { value } = this.choice("decision");
    const before = this.chosen?.decision ?? null;
    const chosen = value ? await takeDecision(this.choice("decision"), value, this.root) : null;
    this.tellDecision(value, chosen);
    if (value && !chosen) return;
    this.chosen = chosen;
    this.sheet.decision = value;
    this.sheet.items = reworded(this.sheet.items, this.wording, before, chosen?.decision ?? null);
    this.show();
  }

  /** Draws everything anew. */
  private show(): void {
    for (const name of FIELDS) this.field(name).value = this.sheet[name];
    this.rows.draw(this.sheet.items, timesOf(this.sheet, this.messages));
    this.query("[data-put-back]").hidden = !this.taken;
    this.showSheet();
  }

  /** Draws what follows from the items: their times, what to know of the sheet, and the sheet as it is printed. */
  private showSheet(): void {
    const { sheet, messages } = this;
    this.rows.showTimes(timesOf(sheet, messages));
    const remarks = remarksOn(sheet, this.page.rules).map(({ words, values }) =>
      make("p", { "data-remark": words }, messages.t(words, values))
    );
    const place = this.query("[data-remarks]");
    // What is said again is read aloud again.
    if (place.textContent !== remarks.map((one) => one.textContent).join("")) place.replaceChildren(...remarks);
    this.query("[data-sheet]").hidden = !sheet.items.length;
    this.query("[data-on-paper]").replaceChildren(...sheetOf(sheet, this.chosen, this.question, messages));
    const where = this.choice("where");
    const places = sheet.items.map(({ title }, at) => messages.t("before", { number: at + 1, title }));
    const { value } = where;
    where.replaceChildren(
      make("option", { value: "" }, messages.t("at_the_end")),
      ...places.map((words, at) => make("option", { value: String(at) }, words)),
    );
    if (Number(value) < places.length) where.value = value;
  }

  private add(): void {
    const { value } = this.choice("what");
    const items = this.freshItems(value);
    const kit = this.ready(value)?.kit ?? [];
    const where = this.choice("where").value;
    const at = where === "" ? this.sheet.items.length : Number(where);
    this.sheet.items.splice(at, 0, ...items);
    this.sheet.bring = withLines(this.sheet.bring, kit);
    this.choice("where").value = "";
    this.show();
    const told = [this.messages.t("added", { number: at + 1, count: items.length })];
    if (items.some(({ title }) => !title)) told.push(this.messages.t("name_it"));
    if (kit.length) told.push(this.messages.t("brought"));
    this.tell("items", told.join(" "));
    this.rows.focusName(at);
  }

  /** What a choice names: an item of one's own, or the steps of a decision, an exercise or a method. */
  private freshItems(value: string): RunItem[] {
    if (value === "decision") return itemsOf(this.wording, this.chosen?.decision ?? null).filter(({ part }) => part);
    if (value === "break") return [{ ...NOTHING, kind: value, minutes: 15, title: this.messages.t("break_title") }];
    if (value === "slack") return [{ ...NOTHING, kind: value, title: this.messages.t("slack_title") }];
    return (this.ready(value)?.steps ?? [{}]).map((step) => ({ ...NOTHING, ...step }));
  }

  /** The exercise or the method that a choice names. */
  private ready(value: string): ReadyItem | undefined {
    const [kind, id] = value.split("/");
    const every = kind === "exercise" ? this.page.exercises : kind === "method" ? this.page.methods : [];
    return every.find((one) => one.id === id);
  }

  private move(at: number, by: -1 | 1): void {
    const { title } = this.sheet.items[at]!;
    this.sheet.items = moved(this.sheet.items, at, by);
    this.show();
    const time = timesOf(this.sheet, this.messages)[at + by]!;
    this.tell("items", this.messages.t("moved", { title, number: at + by + 1, time }));
    this.rows.focus(at + by, by < 0 ? "up" : "down");
  }

  private takeOut(at: number): void {
    const [item] = this.sheet.items.splice(at, 1);
    this.taken = { item: item!, at };
    this.show();
    this.tell("items", this.messages.t("removed", { title: item!.title || this.messages.t("unnamed") }));
    this.query("[data-put-back]").focus();
  }

  private putBack(): void {
    if (!this.taken) return;
    const { item, at } = this.taken;
    this.sheet.items.splice(at, 0, item);
    this.taken = null;
    this.show();
    this.tell("items", this.messages.t("is_back", { title: item.title || this.messages.t("unnamed") }));
    this.rows.focusName(Math.min(at, this.sheet.items.length - 1));
  }

  private present(): void {
    const { sheet, chosen, question } = this;
    const title = sheet.title || this.messages.t("untitled");
    this.screen.begin({ title, slides: slidesFor(sheet, chosen?.decision ?? null), chosen, question });
  }

  private copy(): void {
    this.tell("sheet", this.messages.t(copyRich(this.query("[data-on-paper]")) ? "copied" : "not_copied"));
  }

  private keep(): void {
    const name = `${this.messages.t("file_stem")}-${today()}.json`;
    const text = writeRunSheet(this.sheet);
    download(name, text, "application/json");
    this.settled = text;
    this.tell("sheet", this.messages.t("kept", { name }));
  }

  /** Opens a sheet that was kept. What is no sheet leaves the page as it is. */
  private async open(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = file.size > LARGEST ? "" : await textOf(file);
    const read = text === null ? "not_read" : hasLostLetters(text) ? "damaged" : readRunSheet(text);
    input.value = "";
    if (typeof read === "string") return this.tell("begin", this.messages.t(read, { name: file.name }));
    if (this.isFilled && !await this.ask("change_sure", "yes_change")) return;
    const chosen = read.decision ? await takeDecision(this.choice("decision"), read.decision, this.root) : null;
    [this.sheet, this.chosen, this.taken] = [read, chosen, null];
    this.choice("session").value = this.session?.id ?? "";
    this.choice("decision").value = chosen ? read.decision : "";
    this.settled = writeRunSheet(read);
    this.show();
    const key = read.decision && !chosen ? "opened_without" : "opened";
    this.tell("begin", this.messages.t(key, { name: file.name, count: read.items.length }));
  }
}
