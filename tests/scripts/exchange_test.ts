/** A map goes into a file and comes back whole; a file that cannot be taken over says everything that is wrong with it. */
import { parseCsv, safeCell, unsafeCell } from "../../docs/components/role-map/csv.ts";
import { type Allowed, fromFile, namesOf, type RoleMap, toCsv, toJson } from "../../docs/components/role-map/exchange.ts";

function same(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${JSON.stringify(found)}\nis not\n${JSON.stringify(wanted)}`);
}

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
  for (const row of parseCsv(toCsv({ roles, ties: [] })).slice(1)) same(row[0].startsWith("'"), true);
  same(fromFile(toCsv({ roles, ties: [] }), allowed).map?.roles.map(({ label }) => label), labels);
});

Deno.test("two roles of the same name stay two", () => {
  const roles = [{ id: "role-1", label: "Manager", kind: "" }, { id: "role-2", label: "Manager", kind: "" }, {
    id: "role-3",
    label: "",
    kind: "",
  }];
  same([...namesOf(roles).values()], ["Manager", "Manager (2)", "3"]);
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
    "A,B,strong,,,,",
    "A,B,thin,perhaps,,,",
    "A,B,thin,,-3,,",
    "A,B,thin,,1000,,",
    "A,B,thin,,2.5,hospital,",
    "A,B,,,,council,practice,more",
    "A,B,,,,practice,",
  ];
  same(problems(rows.join("\n")), [
    "import_no_source 2",
    "import_no_target 3",
    "import_itself 4 A",
    "import_strength 5 strong thick, thin, broken, missing, and needed",
    "import_one_person 6 perhaps",
    "import_tokens 7 -3",
    "import_tokens 8 1000",
    "import_kind 9 hospital Council, Hospital or hospital trust, General practice",
    "import_tokens 9 2.5",
    "import_cells 10",
    "import_two_kinds 11 A Council General practice",
  ]);
});

Deno.test("files that are no edge list say so", () => {
  same(problems(""), ["import_empty"]);
  same(problems(" \n\n"), ["import_empty"]);
  same(problems("From,To\nA,B\n"), ["import_no_columns Source, Target"]);
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
      { from: "a", to: "a", strength: "strong", tokens: 1.5, one_person: "yes" },
      7,
    ],
  };
  same(problems(JSON.stringify(file)), [
    "import_role_kind 1 hospital Council, Hospital or hospital trust, General practice",
    "import_role_twice 2 a",
    "import_role_unnamed 3",
    "import_role_unnamed 4",
    "import_tie_ends 1",
    "import_tie_itself 2",
    "import_tie_tokens 2 1.5",
    'import_tie_one_person 2 "yes"',
    "import_tie_strength 2 strong thick, thin, broken, missing, and needed",
    "import_tie_ends 3",
  ]);
});

Deno.test("a role with too long a name is told by its number in JSON, by its row in an edge list", () => {
  const label = "B".repeat(61);
  same(problems(JSON.stringify({ roles: [{ label: "A" }, { label }], ties: [] })), [`import_role_long 2 ${label} 60`]);
  same(problems(`Source,Target\nA,\n${label},`), [`import_long 3 ${label} 60`]);
});

Deno.test("roles of a JSON file keep their places, and others take those that are free", () => {
  const file = { roles: [{ id: "x", label: "X" }, { id: "role-1", label: "One" }, { id: "role-9", label: "Nine" }], ties: [] };
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
