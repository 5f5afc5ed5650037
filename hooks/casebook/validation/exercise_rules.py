"""The rules of an exercise, across its fields. Each rule is a generator of (path in the file, message)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casebook.schema.base import Citation
from casebook.schema.exercise import Exercise
from casebook.schema.exercise_parts import (
    MAP_COUNTS,
    Cards,
    Dimension,
    Grid,
    Item,
    Map,
    Pair,
    PairDimension,
    Pairs,
    Prompts,
    RatedStatements,
    Scenes,
)
from casebook.schema.scoring_rules import Condition
from casebook.text.suggestions import did_you_mean, listed
from casebook.validation.case_rules import check_sources_say_how_they_were_read, check_written
from casebook.validation.issues import FieldIssue, twice
from casebook.validation.threshold_rules import check_drawn, check_thresholds

MOST_WORDS = 25
_TWO_IDEAS = re.compile(r",|\band\b|\bor\b", re.IGNORECASE)


def check_items(exercise: Exercise) -> Iterator[FieldIssue]:
    """An item has at most 25 words; one with and, or, or a comma says why it stands as it is."""
    for at, part in enumerate(exercise.parts):
        if not isinstance(part, RatedStatements):
            continue
        for number, dimension in enumerate(part.dimensions):
            for index, item in enumerate(dimension.items):
                path = ("parts", at, "dimensions", number, "items", index)
                if len(item.text.split()) > MOST_WORDS:
                    yield path, f"has {len(item.text.split())} words; {MOST_WORDS} at most"
                if _TWO_IDEAS.search(item.text) and not item.stands_because:
                    yield (
                        path,
                        "holds “and”, “or” or a comma; split it into two items, or say why it stands as it is "
                        "(stands_because)",
                    )


def check_dimensions(exercise: Exercise) -> Iterator[FieldIssue]:
    """A dimension has at least three items, so that it can be scored."""
    for at, part in enumerate(exercise.parts):
        if isinstance(part, RatedStatements | Pairs):
            dimensions: Sequence[Dimension | PairDimension] = part.dimensions
            for number, dimension in enumerate(dimensions):
                if len(dimension.items) < 3:
                    yield (
                        ("parts", at, "dimensions", number),
                        f"has {len(dimension.items)} items; at least 3, so that it can be scored",
                    )


def check_ids_stand_once(exercise: Exercise) -> Iterator[FieldIssue]:
    """An id stands once in its part."""
    yield from twice((("parts", at), part.id) for at, part in enumerate(exercise.parts))
    for at, part in enumerate(exercise.parts):
        yield from twice(_ids_of(at, part))
        yield from twice((("parts", at, "patterns", index), pattern.id) for index, pattern in enumerate(part.patterns))


def _ids_of(at: int, part: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(part, RatedStatements | Pairs):
        dimensions: Sequence[Dimension | PairDimension] = part.dimensions
        for number, dimension in enumerate(dimensions):
            yield ("parts", at, "dimensions", number), f"dimension {dimension.id}"
            items: Sequence[Item | Pair] = dimension.items
            for index, item in enumerate(items):
                yield ("parts", at, "dimensions", number, "items", index), item.id
    for name in ("scenes", "cards", "boxes", "marks", "rows", "columns", "prompts", "traces"):
        for index, entry in enumerate(getattr(part, name, ())):
            yield ("parts", at, name, index), f"{name} {entry.id}"


# Every object in a browser has this name; of those it has, no other can be an id.
_OF_EVERY_OBJECT = "constructor"
# Names under which the pages keep something of their own among the parts.
_OURS = ("lengths", "exercise")
_OWN_CARD = re.compile(r"own-\d+")


def check_reserved_ids(exercise: Exercise) -> Iterator[FieldIssue]:
    """An id never meets a name that the pages keep for themselves, or that every object in a browser has: answers could
    be lost under it.
    """
    for at, part in enumerate(exercise.parts):
        if part.id in _OURS:
            yield ("parts", at, "id"), f"“{part.id}” is a name that the site keeps for itself; choose another"
        for index, card in enumerate(part.cards if isinstance(part, Cards) else ()):
            if _OWN_CARD.fullmatch(card.id):
                yield (
                    ("parts", at, "cards", index, "id"),
                    f"“{card.id}” is what a visitor's own card is called; choose another id",
                )
    for path, thing in exercise.everything:
        if getattr(thing, "id", None) == _OF_EVERY_OBJECT:
            yield (
                (*path, "id"),
                f"“{_OF_EVERY_OBJECT}” is a name that every object in a browser has, and answers could be lost under "
                f"it; choose another",
            )


def countable(part: object) -> set[str]:
    """The ids that a rule of this part may count."""
    if isinstance(part, Scenes):
        return {trace.id for trace in part.traces}
    if isinstance(part, Cards):
        return {entry.id for entry in (*part.boxes, *part.marks)}
    if isinstance(part, Grid):
        return {choice.id for column in part.columns for choice in column.choices}
    if isinstance(part, Map):
        return set(MAP_COUNTS)
    if isinstance(part, Prompts):
        return {prompt.id for prompt in part.prompts}
    return set()


def _conditions(condition: Condition) -> Iterator[Condition]:
    yield condition
    for inner in (*condition.all, *condition.any):
        yield from _conditions(inner)


def _lone_shares(condition: Condition, has_least: bool = False) -> Iterator[Condition]:
    """The shares that a single answer could decide: without from, and without a count of two or more beside them."""
    if condition.of_all and not condition.from_ and not has_least:
        yield condition
    counts = any(one.count and not one.of_all and (one.at_least or 0) >= 2 for one in condition.all)
    for inner in (*condition.all, *condition.any):
        yield from _lone_shares(inner, has_least or counts)


def check_rules(exercise: Exercise) -> Iterator[FieldIssue]:
    """A rule names dimensions, traces and options that exist; in a list that shows the first, otherwise comes last."""
    for at, part in enumerate(exercise.parts):
        dimensions = (
            {dimension.id for dimension in part.dimensions} if isinstance(part, RatedStatements | Pairs) else set()
        )
        chosen = (
            {f"{scene.id}.{option.id}" for scene in part.scenes for option in scene.options}
            if isinstance(part, Scenes)
            else set()
        )
        for name in ("patterns", "endings"):
            patterns = getattr(part, name, ())
            for index, pattern in enumerate(patterns):
                path = ("parts", at, name, index)
                for one in _conditions(pattern.when):
                    yield from _unknown(path, (one.of, *one.mean_of, *one.gap), dimensions, "dimension")
                    yield from _unknown(path, (one.count, one.more, one.than), countable(part), "thing to count")
                    yield from _unknown(path, (one.chose,), chosen, "option of a scene")
                    if one.people_judge and not one.people_judge.endswith("?"):
                        yield (
                            path,
                            "people_judge is not a question; word it so that people can ask it of themselves, and end "
                            "it with a question mark",
                        )
                for _ in _lone_shares(pattern.when):
                    yield (
                        path,
                        "takes a share, and one answer would be all of it; add from: how many must be in use before "
                        "it says anything",
                    )
                if pattern.when.otherwise and index < len(patterns) - 1:
                    yield path, "says otherwise and is not the last; what comes after it would never show"


def _unknown(
    path: tuple[str | int, ...], named: tuple[str | None, ...], known: set[str], what: str
) -> Iterator[FieldIssue]:
    for name in named:
        if name and name not in known:
            hint = did_you_mean(name, known) or (f"; choose from {listed(sorted(known))}" if known else "")
            yield path, f"there is no {what} “{name}” in this part{hint}"


def check_scenes(exercise: Exercise) -> Iterator[FieldIssue]:
    """What an option adds is a trace of the part; the last ending catches every path."""
    for at, part in enumerate(exercise.parts):
        if not isinstance(part, Scenes):
            continue
        traces = {trace.id for trace in part.traces}
        for number, scene in enumerate(part.scenes):
            for index, option in enumerate(scene.options):
                yield from _unknown(("parts", at, "scenes", number, "options", index), option.adds, traces, "trace")
        if part.endings and not part.endings[-1].when.otherwise:
            yield (
                ("parts", at, "endings", len(part.endings) - 1),
                "must say when: otherwise, so that every path ends somewhere",
            )


def check_plan(exercise: Exercise) -> Iterator[FieldIssue]:
    """A step uses a part that exists; the group is not larger from than to."""
    known = [part.id for part in exercise.parts]
    for index, step in enumerate(exercise.plan):
        if step.part and step.part not in known:
            yield ("plan", index, "part"), f"there is no part “{step.part}”{did_you_mean(step.part, known)}"
    if exercise.group.from_ > exercise.group.to:
        yield ("group",), "is from more people than to; swap the two"


def check_tables(exercise: Exercise) -> Iterator[FieldIssue]:
    """Everyone finds a table, however few they are; who shares a sheet at one is known."""
    tables, group = exercise.tables, exercise.group
    if tables and tables.from_ > tables.to:
        yield ("tables",), "is from more people than to; swap the two"
    elif tables and tables.from_ > group.from_:
        yield ("tables",), f"is from {tables.from_}, and a group of {group.from_} has no table; change one of the two"
    if exercise.sheet_per == "table" and not tables and not exercise.seats:
        yield ("sheet_per",), "is table, and nothing says how many are at one; add tables"


def check_grids(exercise: Exercise) -> Iterator[FieldIssue]:
    """A grid has named rows or rows of one's own; cards have a use."""
    for at, part in enumerate(exercise.parts):
        if isinstance(part, Grid) and bool(part.rows) == bool(part.rows_up_to):
            yield ("parts", at), "needs rows (named), or rows_up_to (rows of one's own), and not both"
        if isinstance(part, Cards) and not (part.boxes or part.marks or part.ask or part.draw):
            yield ("parts", at), "says nothing to do with the cards; add boxes, marks, ask or draw"


MOST_SEATS = 8
"""So many seats of a role round have an address of their own among the sheets (see seat_cards.css)."""
NO_GROUND = "needs sources; name one from the bibliography, or say judgement: true"


def check_seats(exercise: Exercise) -> Iterator[FieldIssue]:
    """In a role round each seat has a whole card, and in no other exercise a part of one."""
    for index, seat in enumerate(exercise.seats):
        card = {"wants": seat.wants, "knows": seat.knows, "board": seat.board, "gives": seat.gives}
        missing = [name for name, words in card.items() if not words]
        if exercise.role_round and missing:
            yield ("seats", index), f"needs {listed(missing)}: in a role round each seat has a whole card"
        for name, words in (*card.items(), ("rests_on", seat.rests_on)):
            if words and not exercise.role_round:
                yield ("seats", index, name), "belongs to a role round; add role_round, or say it in text"
        for number, reason in enumerate(seat.rests_on):
            if not reason.has_ground:
                yield ("seats", index, "rests_on", number), NO_GROUND


def check_role_round(exercise: Exercise) -> Iterator[FieldIssue]:
    """A role round has a few seats, says what is invented, and has a ground for what was done in reality."""
    if not exercise.role_round:
        return
    if not 2 <= len(exercise.seats) <= MOST_SEATS:
        yield ("role_round",), f"needs 2 to {MOST_SEATS} seats; there are {len(exercise.seats)}"
    if not exercise.fictional:
        yield ("role_round",), "needs fictional: each of its sheets says what in it is invented"
    for number, reason in enumerate(exercise.role_round.in_reality):
        if not reason.has_ground:
            yield ("role_round", "in_reality", number), NO_GROUND


def check_code(exercise: Exercise) -> Iterator[FieldIssue]:
    """What may be pooled has a code and rated items; what has a short form says so with a few items only."""
    rated = any(isinstance(part, RatedStatements | Pairs) for part in exercise.parts)
    if exercise.pool != "never" and rated and not exercise.code:
        yield ("pool",), "may be pooled and has no code; add code: two capital letters of its own"


def check_citations(exercise: Exercise, bibliography: set[str]) -> Iterator[FieldIssue]:
    """A source stands in the list of the file or in the bibliography; every reason names one."""
    every = {source.id for source in exercise.sources} | bibliography
    for path, thing in exercise.everything:
        if isinstance(thing, Citation) and thing.source not in every:
            hint = did_you_mean(thing.source, every)
            yield path, f"there is no source “{thing.source}” in this file or in docs/learn/bibliography.yml{hint}"
    for index, reason in enumerate(exercise.why):
        if not reason.has_ground:
            yield ("why", index), NO_GROUND
    cited = {thing.source for _, thing in exercise.everything if isinstance(thing, Citation)}
    for index, source in enumerate(exercise.sources):
        if source.id not in cited:
            yield ("sources", index), f"“{source.id}” is not cited anywhere in this file; cite it, or remove it"


EXERCISE_RULES = (
    check_items,
    check_dimensions,
    check_ids_stand_once,
    check_reserved_ids,
    check_rules,
    check_thresholds,
    check_drawn,
    check_scenes,
    check_plan,
    check_grids,
    check_tables,
    check_seats,
    check_role_round,
    check_code,
    check_written,
    check_sources_say_how_they_were_read,
)
