/**
 * What the page says of a map: its list, what can be counted, what has changed. The words are those of the page, in
 * short.
 */
import { Messages } from "../../hooks/scripts/lib/messages.ts";
import { MapWords } from "../../hooks/casebook/components/exercise/map_view/map_words.ts";
import { withoutLoops } from "../../hooks/casebook/components/exercise/role_map/complete.ts";
import { type RoleMap, roleNames } from "../../hooks/casebook/components/exercise/role_map/exchange.ts";
import { same } from "./same.ts";

const said = new MapWords(
  new Messages({
    member: "role",
    members: "roles",
    case_member: "member",
    case_members: "members",
    count_roles: { one: "1 role", other: "{count} roles" },
    count_ties: { one: "1 tie", other: "{count} ties" },
    tie: "{from} – {to}: {strength}",
    tie_unsaid: "unsaid",
    tie_alone: "on one person",
    tie_tokens: { one: "1 token", other: "{count} tokens" },
    same_name: "two are called {name}",
    to_itself: "{name} to itself",
    pairs: { one: "{tied} of 1 between {members}", other: "{tied} of {count} between {members}" },
    brokers_none: "no {member} between",
    brokers_even: "all {members} alike",
    brokers_one: "most through {names}",
    brokers_some: "most through these: {names}",
    hinges_none: "no {member} is the only way",
    hinges_one: "without {names}",
    hinges_some: "without any of {names}",
    alone: { one: "1 on one person: {names}", other: "{count} on one person: {names}" },
    added: "now: {what}",
    gone: "gone: {what}",
  }),
  { kinds: { council: "Council" }, strengths: { thick: "thick", thin: "thin", broken: "broken", missing: "missing" } },
);

function mapOf(labels: string, ...ties: string[]): RoleMap {
  const roles = [...labels].map((label, index) => ({
    id: `role-${index + 1}`,
    label,
    kind: label === "C" ? "council" : "",
  }));
  const idOf = (label: string) => roles.find((role) => role.label === label)!.id;
  return {
    roles,
    ties: ties.map((tie) => {
      const [from = "", to = "", strength = "thick", person = "", tokens = "0"] = tie.split(" ");
      return { from: idOf(from), to: idOf(to), strength, one_person: person === "alone", tokens: Number(tokens) };
    }),
  };
}

const measured = (map: RoleMap, isCase = false) => said.measures(roleNames(map.roles), map.ties, isCase);

Deno.test("the list numbers the roles, names their kinds and says which has no tie", () => {
  same(said.roles(mapOf("ABC", "A B")), [
    { number: 1, name: "A", kind: "", isUntied: false },
    { number: 2, name: "B", kind: "", isUntied: false },
    { number: 3, name: "C", kind: "Council", isUntied: true },
  ]);
});

Deno.test("each tie is a clause with its strength, whether it hangs on one person, and its tokens", () => {
  const map = mapOf("ABC", "A B", "B C thin alone 1", "A C broken x 4");
  map.ties[0]!.strength = "";
  same(said.ties(map), ["A – B: unsaid", "B – C: thin, on one person, 1 token", "A – C: broken, 4 tokens"]);
});

Deno.test("nothing is counted where there are fewer than two roles", () => {
  same(measured(mapOf("")), []);
  same(measured(mapOf("A")), []);
});

Deno.test("where no tie holds, only the possible ties are counted", () => {
  same(measured(mapOf("AB")), ["0 of 1 between roles"]);
  same(measured(mapOf("ABC", "A B missing", "B C broken")), ["0 of 3 between roles"]);
});

Deno.test("one role in the middle is named as broker and as the one that others hang on", () => {
  same(measured(mapOf("ABCD", "A B", "A C", "A D")), ["3 of 6 between roles", "most through A", "without A"]);
});

Deno.test("two ends of a bridge are named together", () => {
  const map = mapOf("ABCDEF", "A B", "B C", "C A", "C D", "D E", "E F", "F D");
  same(measured(map), ["7 of 15 between roles", "most through these: C, D", "without any of C, D"]);
});

Deno.test("in a ring all broker alike, and nothing hangs on one", () => {
  same(measured(mapOf("ABCD", "A B", "B C", "C D", "D A")), [
    "4 of 6 between roles",
    "all roles alike",
    "no role is the only way",
  ]);
});

Deno.test("where everybody is tied to everybody, nobody stands between", () => {
  same(measured(mapOf("ABC", "A B", "B C", "C A"), true), [
    "3 of 3 between members",
    "no member between",
    "no member is the only way",
  ]);
});

Deno.test("ties that hang on one person are named", () => {
  same(said.alone(mapOf("ABC", "A B thick alone", "B C")), ["1 on one person: A – B"]);
  same(said.alone(mapOf("ABC", "A B")), []);
});

Deno.test("a name that stands twice and a tie of a role to itself are pointed out, and the tie is left out", () => {
  const map = mapOf("AB", "A A");
  map.roles[1]!.label = "A";
  same(said.doubts(map), ["two are called A", "A to itself"]);
  same(withoutLoops(map).ties, []);
  same(said.doubts(mapOf("AB", "A B")), []);
});

Deno.test("only what changed is said", () => {
  const before = mapOf("AB", "A B thin");
  same(said.changes(before, before), []);
  same(said.changes(before, mapOf("ABC", "A B thin")), ["now: C (Council)"]);
  same(said.changes(before, mapOf("AB", "A B thick")), ["gone: A – B: thin", "now: A – B: thick"]);
  same(said.changes(before, mapOf("AB", "A B thin", "A B thin")), ["now: A – B: thin"]);
  same(said.changes(before, mapOf("A")), ["gone: B; A – B: thin"]);
});
