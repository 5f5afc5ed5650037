/**
 * A map goes into a file and comes back whole; a file that cannot be taken over says everything that is wrong with it.
 */
import { parseCsv, safeCell, unsafeCell } from "../../hooks/casebook/components/exercise/role_map/csv.ts";
import {
  type Allowed,
  fromFile,
  type RoleMap,
  roleNames,
  toCsv,
  toJson,
} from "../../hooks/casebook/components/exercise/role_map/exchange.ts";
import { same } from "./same.ts";

const allowed: Allowed = {
  roles: 6,
  kinds: { council: "Council", "acute-trust": "Hospital or hospital trust", practice: "General practice" },
  strengths: { thick: "thick", thin: "thin", broken: "broken", missing: "missing, and needed" },
};

const map: RoleMap = {
  roles: [
    { id: "role-1", label: "Matron, night shift", kind: "acute-trust" },
    { id: "role-2", label: 'The "front door"', kind: "" },
    { id: "role-3", label: "=SUM(A1)", kind: "council" },
    { id: "role-4", label: "'-apostrophe first", kind: "practice" },
    { id: "role-5", label: "Carers’ café; Łódź 漢字", kind: "" },
  ],
  ties: [
    { from: "role-1", to: "role-2", strength: "thick", one_person: true, tokens: 3 },
    { from: "role-3", to: "role-1", strength: "broken", one_person: false, tokens: 0 },
    { from: "role-1", to: "role-3", strength: "", one_person: false, tokens: 10 },
    { from: "role-2", to: "role-4", strength: "missing", one_person: false, tokens: 0 },
  ],
};

/** What a map says, whatever its roles are called inside and in whatever order they stand. */
function facts({ roles, ties }: RoleMap): unknown {
  const label = new Map(roles.map((role) => [role.id, role.label]));
  return {
    roles: roles.map(({ label, kind }) => [label, kind]).sort(),
    ties: ties.map((tie) => [label.get(tie.from), label.get(tie.to), tie.strength, tie.one_person, tie.tokens]),
  };
}

function problems(text: string): string[] {
  const reading = fromFile(text, allowed);
  same(reading.map, null);
  return reading.problems.map(({ key, values }) => [key, ...Object.values(values)].join(" "));
}

Deno.test("a map comes back from JSON exactly", () => {
  same(fromFile(toJson(map), allowed), { map, problems: [], notes: [] });
});

Deno.test("a map comes back from an edge list with every role, kind, line and token", () => {
  const reading = fromFile(toCsv(map), allowed);
  same([reading.problems, reading.notes], [[], []]);
  same(facts(reading.map!), facts(map));
});

Deno.test("an edge list has the columns that network tools read, and a row of its own for a role without lines", () => {
  const rows = toCsv(map).split("\r\n");
  same(rows[0], "Source,Target,Strength,OnePerson,Tokens,SourceKind,TargetKind");
  same(rows[1], '"Matron, night shift","The ""front door""",thick,yes,3,acute-trust,');
  same(rows[5], '"Carers’ café; Łódź 漢字",,,,,,');
  same(rows.length, 7);
});

Deno.test("no cell of an edge list begins like a formula, and none is changed by it", () => {
  for (const cell of ["=1+1", "+44", "-minus", "@sum", "\tx", "'=x", "''+x", "'quoted", "plain", ""]) {
    same(/^[=+\-@\t\r]/.test(safeCell(cell)), false);
    same(unsafeCell(safeCell(cell)), cell);
  }
  const labels = ["=1", "+1", "-1", "@1"];
  const roles = labels.map((label, index) => ({ id: `role-${index + 1}`, label, kind: "" }));
  for (const row of parseCsv(toCsv({ roles, ties: [] })).slice(1)) same(row[0]?.startsWith("'"), true);
  same(fromFile(toCsv({ roles, ties: [] }), allowed).map?.roles.map(({ label }) => label), labels);
});

Deno.test("two roles of the same name stay two", () => {
  const roles = [{ id: "role-1", label: "Manager", kind: "" }, { id: "role-2", label: "Manager", kind: "" }, {
    id: "role-3",
    label: "",
    kind: "",
  }];
  same([...roleNames(roles).values()], ["Manager", "Manager (2)", "3"]);
  same(fromFile(toCsv({ roles, ties: [] }), allowed).map?.roles.length, 3);
});

Deno.test("a sheet saved with semicolons or tabs, a mark at its start, capitals and empty lines is read", () => {
  const wanted = { roles: [["A", ""], ["B", "council"], ["C", ""]], ties: [["A", "B", "missing", true, 2]] };
  const semicolons =
    "\uFEFFsource;target;STRENGTH;oneperson;Tokens;TargetKind\r\nA;B;Missing, and needed;YES;2;Council\r\n\r\n;;;;;\r\nC;;;;;\r\n";
  same(facts(fromFile(semicolons, allowed).map!), wanted);
  same(facts(fromFile(semicolons.replaceAll(";", "\t"), allowed).map!), wanted);
});

Deno.test("an edge list of another tool with Source and Target alone is enough", () => {
  const reading = fromFile("Id,Source,Target,Weight\n1,A,B,2\n2,B,C,1\n", allowed);
  same(reading.map?.ties.length, 2);
  same(reading.notes, [{ key: "import_left_out", values: { names: "Id, Weight" } }]);
});

Deno.test("a row broken over two lines inside quotation marks is one row", () => {
  same(fromFile('Source,Target\n"A\nand B",C\n', allowed).map?.roles.map(({ label }) => label), ["A and B", "C"]);
});

Deno.test("every problem of an edge list is said at once, with its row", () => {
  const rows = [
    "Source,Target,Strength,OnePerson,Tokens,SourceKind,TargetKind",
    ",B,thick,,,,",
    "A,,thin,,,,",
    "A,A,thick,,,,",
    "A,B,solid,,,,",
    "A,B,thin,perhaps,,,",
    "A,B,thin,,-3,,",
    "A,B,thin,,1000,,",
    "A,B,thin,,2.5,hospital,",
    "A,B,,,,council,practice,more",
    "A,B,,,,practice,",
  ];
  same(problems(rows.join("\n")), [
    "import_no_source 2 Source",
    "import_no_target 3 Target",
    "import_itself 4 A",
    "import_strength 5 solid “thick”, “thin”, “broken”, “missing, and needed”",
    "import_one_person 6 perhaps",
    "import_tokens 7 -3",
    "import_tokens 8 1000",
    "import_kind 9 hospital “Council”, “Hospital or hospital trust”, “General practice”",
    "import_tokens 9 2.5",
    "import_cells 10",
    "import_two_kinds 11 A Council General practice",
  ]);
});

Deno.test("files that are no edge list say so", () => {
  same(problems(""), ["import_empty"]);
  same(problems(" \n\n"), ["import_empty"]);
  same(problems("Who,To\nA,B\n")[0]!.startsWith("import_no_columns Source, Target "), true);
  same(problems("Source,Target,source\nA,B,C\n"), ["import_column_twice Source"]);
  same(problems("Source,Target\n"), ["import_no_roles"]);
  same(problems('Source,Target\n"A,B\n'), ["import_unclosed"]);
  same(problems("Source,Target\nCaf\uFFFD,B\n"), ["import_not_utf8"]);
  same(problems("Source,Target\nA,B\nC,D\nE,F\nG,"), ["import_too_many 7 6"]);
  same(problems(`Source,Target\n${"A".repeat(61)},B`), [`import_long 2 ${"A".repeat(61)} 60`]);
});

Deno.test("every problem of a JSON file is said at once", () => {
  same(problems("{"), ["import_not_json"]);
  same(problems("[1]"), ["import_not_a_map"]);
  same(problems('{"roles": []}'), ["import_not_a_map"]);
  const file = {
    roles: [{ id: "a", label: "A", kind: "hospital" }, { id: "a", label: "B" }, { id: "c" }, 5],
    ties: [
      { from: "a", to: "gone" },
      { from: "a", to: "a", strength: "solid", tokens: 1.5, one_person: "yes" },
      7,
    ],
  };
  same(problems(JSON.stringify(file)), [
    "import_role_kind 1 hospital “Council”, “Hospital or hospital trust”, “General practice”",
    "import_role_twice 2 a",
    "import_role_unnamed 3",
    "import_role_unnamed 4",
    "import_tie_ends 1",
    "import_tie_itself 2",
    "import_tie_tokens 2 1.5",
    'import_tie_one_person 2 "yes"',
    "import_tie_strength 2 solid “thick”, “thin”, “broken”, “missing, and needed”",
    "import_tie_ends 3",
  ]);
});

Deno.test("a role with too long a name is told by its number in JSON, by its row in an edge list", () => {
  const label = "B".repeat(61);
  same(problems(JSON.stringify({ roles: [{ label: "A" }, { label }], ties: [] })), [`import_role_long 2 ${label} 60`]);
  same(problems(`Source,Target\nA,\n${label},`), [`import_long 3 ${label} 60`]);
});

Deno.test("roles of a JSON file keep their places, and others take those that are free", () => {
  const file = {
    roles: [{ id: "x", label: "X" }, { id: "role-1", label: "One" }, { id: "role-9", label: "Nine" }],
    ties: [],
  };
  same(fromFile(JSON.stringify(file), allowed).map?.roles, [
    { id: "role-1", label: "One", kind: "" },
    { id: "role-2", label: "X", kind: "" },
    { id: "role-3", label: "Nine", kind: "" },
  ]);
});

Deno.test("what a JSON file holds beside a map is named", () => {
  const file = { roles: [{ label: "A", colour: "red" }], ties: [], drawn: "by hand" };
  same(fromFile(JSON.stringify(file), allowed).notes, [{ key: "import_left_out", values: { names: "drawn, colour" } }]);
});

const input = (name: string) => Deno.readTextFileSync(new URL(`../inputs/map-files/${name}`, import.meta.url));
const roomy = { ...allowed, roles: 12 };

/** The ties of a file by the names of their ends, and the keys of what is said about it. */
function read(text: string): unknown {
  const { map, notes, problems } = fromFile(text, roomy);
  const label = new Map(map?.roles.map((role) => [role.id, role.label]));
  return [
    map?.ties.map((tie) => `${label.get(tie.from)} > ${label.get(tie.to)}`),
    notes.map((one) => one.key),
    problems,
  ];
}

Deno.test("files of other tools are read, and it is said what was taken for what", () => {
  const taken = ["import_taken_for", "import_taken_for", "import_left_out"];
  const all = [...taken, "import_strength_taken_for", "import_strength_taken_for"];
  same(read(input("kumu.csv")), [["North Trust > Borough council", "Federation > North Trust"], all, []]);
  same(fromFile(input("kumu.csv"), roomy).map?.ties.map((tie) => tie.strength), ["thick", "thin"]);
  same(read(input("nodexl.csv")), [["North Trust > Borough council"], taken, []]);
  for (
    const [one, other] of [["Node1", "Node2"], ["vertex_1", "VERTEX-2"], ["ego", "alter"], ["Sender", "Receiver"], [
      "Tail",
      "Head",
    ]]
  ) {
    same(read(`${one},${other}\nA,B\n`), [["A > B"], taken.slice(0, 2), []]);
  }
  same(read("From,Source,Target\nx,A,B\n"), [["A > B"], ["import_left_out"], []]);
});

Deno.test("rows above the names of the columns are passed over, and rows keep their numbers", () => {
  const taken = ["import_taken_for", "import_taken_for"];
  same(read(",,Visual Properties,,Labels\r\nVertex 1,Vertex 2,Color,Width,Label\r\nA,B,,,\r\n"), [
    ["A > B"],
    taken,
    [],
  ]);
  same(read("\t\tVisual Properties\nVertex 1\tVertex 2\tColor\nA\tB\t\n"), [["A > B"], taken, []]);
  same(read("Who asks whom;;\n;;\nSource;Target;Note\nA;B;\n"), [["A > B"], [], []]);
  same(read("\r\n\r\nSource;Target\r\nA;B\r\n"), [["A > B"], [], []]);
  same(problems("Our map,,\nSource,Target,Tokens\nA,B,x\n"), ["import_tokens 3 x"]);
  same(problems("Our map,\nA,B\n")[0]!.split(" ")[0], "import_no_columns");
});

Deno.test("an empty cell is told under the name that the file gives its column", () => {
  same(problems("From,To,Tokens\n,B,\nA,,3\n"), ["import_no_source 2 From", "import_no_target 3 To"]);
  same(problems("Vertex 1,Vertex 2\n,B\n"), ["import_no_source 2 Vertex 1"]);
});

Deno.test("a first line that names the separator is no row of the table", () => {
  same(read(input("excel-sep.csv")), [["North Trust > Borough council"], [], []]);
  for (const [line, mark] of [["sep=|", "|"], ['"sep=;"', ";"], ["SEP=,", ","], ["sep=\t", "\t"], ["sep=:", ":"]]) {
    same(read(`${line}\r\nSource${mark}Target\r\nA${mark}B\r\n`), [["A > B"], [], []]);
  }
  same(problems("sep=;\nSource;Target;Tokens\nA;B;x\n"), ["import_tokens 2 x"]);
});

Deno.test("only separators outside of quotation marks choose the separator", () => {
  same(read(input("quoted-header.csv")), [["North Trust > Borough council"], ["import_left_out"], []]);
  same(read('"Source","Target","a; b; c; d"\nA,B,\n'), [["A > B"], [], []]);
  same(read('"So""urce; x",Source,Target\n,A,B\n'), [["A > B"], [], []]);
  same(read('Source\tTarget\t"a,b,c\nd,e"\nA\tB\t\n'), [["A > B"], [], []]);
});

Deno.test("a missing column is named with the names that would be taken", () => {
  same(
    problems("From,Target\nA,B\n")[0]!.startsWith(
      "import_no_columns Source Source – Target, From – To, Vertex 1 – Vertex 2",
    ),
    true,
  );
});

Deno.test("names that differ only in how they are written are pointed out and kept apart", () => {
  const reading = fromFile(input("typed-by-hand.csv"), roomy);
  same(reading.notes, [{ key: "import_alike", values: { names: "“North Trust”, “north trust”" } }]);
  same(reading.map?.roles.length, 6);
  for (
    const [one, other] of [["NORTH TRUST", "North Trust"], ["Co-op", "Coop"], ["St. Ann’s", "St Anns"], [
      "Nu\u00ADrse",
      "Nurse",
    ], [
      "Bed & care",
      "Bed and care",
    ]]
  ) {
    same(fromFile(`Source,Target\n${one},${other}\n`, roomy).notes.map((note) => note.key), ["import_alike"]);
  }
  same(fromFile("Source,Target\nWard 1,Ward 2\n", roomy).notes, []);
});

Deno.test("names that are only numbers lead to the table of nodes", () => {
  same(read(input("gephi.csv")), [["0 > 1", "1 > 2"], ["import_left_out", "import_numbers"], []]);
  same(read("Source,Target\n1,Board\n"), [["1 > Board"], [], []]);
});

Deno.test("a map that is newer says so, and one of another format is not taken", () => {
  const reading = fromFile(input("map-v2.json"), roomy);
  same([reading.map?.roles.length, reading.notes], [2, [{ key: "import_newer", values: { version: "2", known: 1 } }]]);
  same(problems('{"format":"graph","roles":[],"ties":[]}'), ["import_other_format graph role-map"]);
  same(problems('{"format":{"a":1},"roles":[],"ties":[]}'), ['import_other_format {"a":1} role-map']);
});

Deno.test("what a spreadsheet could take for a formula is made safe whatever stands before it, and comes back as it was", () => {
  for (const before of ["", " ", "\u200B", "\u00AD", "\uFEFF", "\u00A0", "'", '"', "“", "\u2060 "]) {
    for (const sign of ["=", "+", "-", "@", "＝", "＋", "－", "＠", "|"]) {
      const cell = `${before}${sign}1+1`;
      same([safeCell(cell), unsafeCell(safeCell(cell))], [`'${cell}`, cell]);
    }
  }
  for (const cell of ["\tx", "\rx", "'\tx"]) same([safeCell(cell), unsafeCell(safeCell(cell))], [`'${cell}`, cell]);
  for (const cell of ["A-team", "1=1", "", "North Trust", "‘quoted’", "e|f"]) {
    same([safeCell(cell), unsafeCell(cell)], [cell, cell]);
  }
});

Deno.test("more ties than a page has room for are refused, so that none is left out", () => {
  const ties = (count: number) => `Source,Target\n${"A,B\n".repeat(count)}`;
  same(problems(ties(501)), ["import_too_many_ties 501 500"]);
  same(fromFile(ties(500), allowed).map?.ties.length, 500);
});

Deno.test("what was written for tokens and is no number goes into both files", () => {
  const ties = [{ ...map.ties[0]!, tokens: 0, tokens_text: "2 or 3" }];
  same(fromFile(toJson({ ...map, ties }), allowed).map?.ties[0]?.tokens_text, "2 or 3");
  same(problems(toCsv({ ...map, ties })), ["import_tokens 2 2 or 3"]);
});
