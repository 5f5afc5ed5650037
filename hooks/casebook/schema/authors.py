"""Who wrote a source: a person or a body, told apart in the file, so that no program has to guess which."""

from __future__ import annotations

import re
from typing import Any, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from casebook.schema.base import Model, Text

_PERSON = re.compile(r"(?P<family>[^,]+), (?P<given>[^\W\d_]\.(?:[ -]?[^\W\d_]\.)*)")
_MORE = re.compile(r"(?P<first>.*?)(?:^|,? )(?:and others|et al\.?|others)")
AND_OTHERS = "and_others: true"
NEEDS_NAMES = "needs family and given for a person, or name for a body"


def _one_of_two(schema: JsonDict) -> None:
    """Says in the JSON Schema what `Author` holds: a person or a body."""
    schema["oneOf"] = [{"required": ["family", "given"]}, {"required": ["name"]}]


class Author(Model):
    """Who wrote a source: a person has family and given, a body has name."""

    model_config = ConfigDict(json_schema_extra=_one_of_two)

    family: Text | None = Field(None, description="The family name of a person.")
    given: Text | None = Field(None, description="The initials of a person: A. B.")
    name: Text | None = Field(None, description="A body in full: an organisation, a committee, a newspaper.")

    @model_validator(mode="after")
    def _is_one_of_two(self) -> Self:
        fault = self._fault()
        if fault:
            raise ValueError(fault)
        return self

    def _fault(self) -> str:
        if self.name is None:
            missing = [key for key, value in (("family", self.family), ("given", self.given)) if value is None]
            how = f"needs {missing[0]} too; a body has name alone" if len(missing) == 1 else NEEDS_NAMES
            return how if missing else ""
        if self.family is not None or self.given is not None:
            return "is a person and a body; keep family and given for a person, or name for a body"
        meant = read_author(self.name)
        if meant is None or meant.name != self.name:
            return f"“{self.name}” is not the name of a body; {how_to_write(self.name)}"
        return ""

    @property
    def listed(self) -> str:
        """As lists print it: Turner, S.; The King's Fund."""
        return self.name or f"{self.family}, {self.given}"

    @property
    def short(self) -> str:
        """As notes call it: Turner; The King's Fund."""
        return self.name or self.family or ""


def body(name: str) -> Author:
    """A body, whatever its name looks like."""
    return Author.model_construct(family=None, given=None, name=name)


def read_author(text: str) -> Author | None:
    """Who is meant by one text: a person is written Surname, A. B., and everything else is a body. None for the words
    that only say that there are more.

    Nothing is guessed: capitals at the end are as often a body's (Health Services Research UK) as a person's.
    """
    first, _ = without_more(text)
    if not first:
        return None
    found = _PERSON.fullmatch(first)
    if not found:
        return body(first)
    return Author.model_construct(family=found["family"].strip(), given=found["given"], name=None)


def without_more(text: str) -> tuple[str, bool]:
    """A text without the words that only say that there are more (and others, et al.), and whether it had them."""
    found = _MORE.fullmatch(text.strip())
    return (found["first"].strip(" ,"), True) if found else (text.strip(), False)


def how_to_write(text: str, dash: str = "") -> str:
    """What to write in place of one text; `dash` begins an entry where there is no list yet."""
    meant, more = read_author(text), without_more(text)[1]
    others = f"write {AND_OTHERS} under the authors"
    if meant is None:
        return f"delete it, and {others}"
    fields = written(meant)
    said = f"write {dash}{fields[0]}" + (f" and, on the next line, {fields[1]}" if len(fields) > 1 else "")
    return f"{said}; and {others}" if more else said


def written(author: Author) -> list[str]:
    """The lines of an author in a file, without the dash and the indent."""
    fields: dict[str, Any] = {"family": author.family, "given": author.given, "name": author.name}
    return [f"{key}: {_plain_or_quoted(value)}" for key, value in fields.items() if value is not None]


def _plain_or_quoted(text: str) -> str:
    """A text as YAML takes it for a text: in quotation marks where it would be anything else."""
    is_plain = re.match(r"[^\W\d_]", text) and not re.search(r": | #|:$", text)
    is_word = text.lower() in ("true", "false", "null", "yes", "no", "on", "off", "y", "n")
    return text if is_plain and not is_word else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
