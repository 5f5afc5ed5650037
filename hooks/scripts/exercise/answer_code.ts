/**
 * All answers of one person to the rated parts of an exercise as a code to be sent: HC0-7K3M-…: a tag that names the
 * exercise, its version and its length, then Crockford's base 32 in groups of four. In it are three bits for each
 * statement, some bits drawn at random, so that two people with equal answers have two codes, and a checksum of 16 bits.
 *
 * The checksum is a cyclic one over the tag and everything after it: any one wrong character and any two swapped
 * neighbours are caught. It begins from the names of the statements, so that a code that was made for others fits none.
 */
import type { Mark } from "./group_patterns.ts";
import type { Exercise, RatedPart } from "./types.ts";
import { isRated } from "./types.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const STATES: readonly (Mark | undefined)[] = [undefined, 1, 2, 3, 4, 5, "unsure", "outside"];
const FEWEST_RANDOM = 10;
const CHECKED = 16;

/** A kind of code: its tag, and the statements whose answers it holds, as part/item, in their order. */
export interface CodeForm {
  tag: string;
  isShort: boolean;
  items: readonly string[];
}

/** What a text holds: each code once, with its answers, and what looks like a code of this exercise and is none. */
export interface FoundCodes {
  codes: { code: string; form: CodeForm; marks: (Mark | undefined)[] }[];
  broken: string[];
}

/** The statements of an exercise as part/item; of the short form those that belong to it, where a part has such. */
export function ratedItems(parts: readonly RatedPart[], isShort: boolean): string[] {
  return parts.flatMap((part) => {
    const items = part.dimensions.flatMap((dimension) => dimension.items);
    const few = items.filter((item) => item.short);
    return (isShort && few.length ? few : items).map((item) => `${part.id}/${item.id}`);
  });
}

/** The codes that an exercise may have: of all its statements, and of its short form. None where it is never pooled. */
export function codeForms({ code, pool, version, parts }: Exercise): CodeForm[] {
  const rated = parts.filter(isRated);
  if (!code || !pool || !rated.length) return [];
  const tag = `${code}${version.split(".")[0]}`;
  const full = { tag, isShort: false, items: ratedItems(rated, false) };
  const short = { tag: `${tag}S`, isShort: true, items: ratedItems(rated, true) };
  return short.items.length < full.items.length ? [full, short] : [full];
}

/** How many bits of a code are drawn at random: as many as fill its last character. */
export function randomBits({ items }: CodeForm): number {
  const least = 3 * items.length + FEWEST_RANDOM + CHECKED;
  return FEWEST_RANDOM + (5 - least % 5) % 5;
}

function lengthOf(form: CodeForm): number {
  return (3 * form.items.length + randomBits(form) + CHECKED) / 5;
}

/** A code of marks, one for each statement of its form; `random` is any whole number from zero. */
export function writeCode(form: CodeForm, marks: readonly (Mark | undefined)[], random: number): string {
  const drawn = randomBits(form);
  let bits = 0n;
  form.items.forEach((_, at) => bits = bits << 3n | BigInt(Math.max(0, STATES.indexOf(marks[at]))));
  bits = bits << BigInt(drawn) | BigInt(random % 2 ** drawn);
  bits = bits << BigInt(CHECKED) | BigInt(checksum(form, bits));
  const characters = Array.from({ length: lengthOf(form) }, (_, at) => {
    return ALPHABET[Number(bits >> BigInt(5 * (lengthOf(form) - 1 - at)) & 31n)];
  });
  return inFours(form, characters.join(""));
}

function inFours({ tag }: CodeForm, characters: string): string {
  return [tag, ...characters.match(/.{1,4}/g) ?? []].join("-");
}

/** Every code of the forms in a text, whatever else stands there; the same code counts once. */
export function findCodes(text: string, forms: readonly CodeForm[]): FoundCodes {
  const codes = new Map<string, FoundCodes["codes"][number]>();
  const places = new Set<number>();
  for (const form of forms) {
    for (const { at, characters } of candidates(text, form)) {
      const marks = readCharacters(form, characters);
      if (!marks) continue;
      const code = inFours(form, characters);
      places.add(at);
      if (!codes.has(code)) codes.set(code, { code, form, marks });
    }
  }
  return {
    codes: [...codes.values()],
    broken: lookalikes(text, forms).filter(([at]) => !places.has(at)).map((one) => one[1]),
  };
}

/** Between two characters of a code there may be hyphens and white space. */
const GAP = "[\\s\\u2010-\\u2015-]*";

/** What stands for a character: capitals and small letters, O for 0, I and L for 1. */
function loosely(character: string): string {
  return /[0O]/.test(character)
    ? "[0Oo]"
    : /[1IL]/.test(character)
    ? "[1IiLl]"
    : `[${character}${character.toLowerCase()}]`;
}

function tagPattern({ tag }: CodeForm): string {
  return `(^|[^0-9A-Za-z])(${[...tag].map(loosely).join(GAP)})`;
}

/** Places where a tag stands with as many characters after it as its code has. Each place is tried. */
function* candidates(text: string, form: CodeForm): Iterable<{ at: number; characters: string }> {
  const body = `((?:${GAP}[0-9A-Za-z]){${lengthOf(form)}})(?![0-9A-Za-z])`;
  const pattern = new RegExp(tagPattern(form) + body, "g");
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const at = found.index + found[1]!.length;
    yield { at, characters: normal(found[3]!) };
    pattern.lastIndex = at + 1;
  }
}

function normal(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
}

/** The answers in the characters of a code; null where its checksum says that it is none. */
function readCharacters(form: CodeForm, characters: string): (Mark | undefined)[] | null {
  let bits = 0n;
  for (const character of characters) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    bits = bits << 5n | BigInt(value);
  }
  const inside = bits >> BigInt(CHECKED);
  if (Number(bits & 0xFFFFn) !== checksum(form, inside)) return null;
  const marks = inside >> BigInt(randomBits(form));
  return form.items.map((_, at) => STATES[Number(marks >> BigInt(3 * (form.items.length - 1 - at)) & 7n)]);
}

/** What somebody surely meant as a code: a known tag and two groups behind hyphens, or any groups that look like one. */
function lookalikes(text: string, forms: readonly CodeForm[]): [number, string][] {
  const dash = "\\s*[\\u2010-\\u2015-]\\s*";
  const patterns = [
    ...forms.map((form) => `${tagPattern(form)}(?:${dash}[0-9A-Za-z]{1,6}){2,}`),
    `(^|[^0-9A-Za-z])[0-9A-Za-z]{2,6}(?:${dash}[0-9A-Za-z]{4}){4,}(?:${dash}[0-9A-Za-z]{1,4})?`,
  ];
  const found = new Map<number, string>();
  for (const pattern of patterns) {
    for (const one of text.matchAll(new RegExp(pattern, "g"))) {
      const at = one.index! + one[1]!.length;
      if (!found.has(at)) found.set(at, one[0].slice(one[1]!.length).replace(/\s+/g, ""));
    }
  }
  return [...found];
}

/** A cyclic checksum (polynomial x¹⁶+x¹²+x⁵+1) over the names of the statements, the tag and the bits. */
function checksum(form: CodeForm, bits: bigint): number {
  let sum = 0xFFFF;
  const push = (bit: number) => sum = (sum << 1 & 0xFFFF) ^ ((sum >> 15 ^ bit) & 1 ? 0x1021 : 0);
  const letters = (text: string) => {
    for (const byte of new TextEncoder().encode(text)) for (let at = 7; at >= 0; at--) push(byte >> at & 1);
  };
  letters(form.items.join("\n"));
  letters(normal(form.tag));
  const length = 3 * form.items.length + randomBits(form);
  for (let at = length - 1; at >= 0; at--) push(Number(bits >> BigInt(at) & 1n));
  return sum;
}
