"""Reading what the library knows from the catalogue: claims, labels, references."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from .knowledge.claims import Claim, Stated
from .knowledge.labels import subject_key

Ask = Callable[[str, Sequence[object]], list[tuple[object, ...]]]
"""Asks the catalogue's database a question with values."""

_RAW = "c.about, c.name, c.value, c.passage, c.start, c.stop, c.rule, c.doubt"
_SPELT = (
    "coalesce(substr(c.subject, 1, instr(c.subject, ':')) || a.text, c.about), c.name,"
    " coalesce(v.text, c.value), c.passage, c.start, c.stop, c.rule, c.doubt"
)
_FROM = (
    " FROM claim c JOIN document d ON d.number = c.document"
    " LEFT JOIN passage p ON p.document = c.document AND p.number = c.passage"
    " LEFT JOIN spelling a ON a.label = substr(c.subject, 1, instr(c.subject, ':') - 1)"
    " AND a.key = substr(c.subject, instr(c.subject, ':') + 1)"
    " LEFT JOIN spelling v ON v.label = c.label AND v.key = c.key"
    " WHERE c.value <> '' AND "
)
_STATED = f"SELECT d.id, p.page, p.language, p.blocks, {_SPELT}{_FROM}"
_ORDER = " ORDER BY d.path, c.passage, c.start, c.number"


@dataclass(frozen=True, slots=True)
class Missing:
    """An issue that documents refer to and that the library does not hold."""

    name: str
    """What it is called: a series and its number."""
    cited_by: tuple[str, ...]
    """Ids of the documents that refer to it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that refers to another one."""

    stated: Stated
    """The claim, of the document that refers."""
    cited: str
    """Id of the document that it refers to; empty where the library does not hold it."""
    doubt: str
    """Why another document may be meant, in a sentence; empty where there is no doubt."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of all claims of a name are looked for; what is empty lets all through."""

    name: str
    value: str = ""
    language: str = ""
    """Of the passage."""
    project: str = ""
    """Key of a project that the document names."""


By = Literal["value", "language", "project"]
"""What claims can be counted by."""

_COLUMNS: Mapping[By, str] = {"value": "c.value", "language": "p.language", "project": "l.key"}


@dataclass(frozen=True, slots=True)
class Claims:
    """What the documents of one generation state. Every answer is one statement to the database."""

    ask: Ask

    def of(self, id: str) -> tuple[Stated, ...]:
        """Return what a document states, in reading order."""
        return self._stated("d.id = ?", id)

    def named(self, name: str) -> tuple[Stated, ...]:
        """Return all claims of this name, in the order of the documents' paths."""
        return self._stated("c.name = ?", name)

    def saying(self, name: str, value: str) -> tuple[Stated, ...]:
        """Return all claims of this name and value, in any spelling of a name that has several."""
        key = "c.key = (SELECT key FROM spelling WHERE label = c.label AND text = ?2)"
        return self._stated(f"c.name = ?1 AND ({key} OR c.value = ?2)", name, value)

    def about(self, about: str) -> tuple[Stated, ...]:
        """Return what all documents state about a subject, as ``project:InterLoc``, in any spelling."""
        return self._stated("c.subject = ?", subject_key(about))

    def about_all(self, kind: str) -> tuple[Stated, ...]:
        """Return what all documents state about the subjects of a kind: ``project``, ``event``."""
        return self._stated("c.subject >= ?1 || ':' AND c.subject < ?1 || ';'", kind)

    def plain(self, kind: str) -> tuple[tuple[str, Claim], ...]:
        """Return what is stated about the subjects of a kind, each behind the id of its document."""
        rows = self.ask(
            f"SELECT d.id, {_SPELT}{_FROM}c.subject >= ?1 || ':' AND c.subject < ?1 || ';'{_ORDER}",
            [kind],
        )
        return tuple((str(id), _claim(claim)) for id, *claim in rows)

    def some(
        self, wanted: Wanted, *, order: Sequence[str] = (), limit: int, offset: int = 0
    ) -> tuple[Stated, ...]:
        """Return a portion of the wanted claims, by value in this order, then by the paths of documents."""
        condition, values = _condition(wanted)
        sorting = _ORDER.replace(" ORDER BY", " ORDER BY instr(?, ',' || c.value || ','),")
        question = f"{_STATED}{condition}{sorting} LIMIT ? OFFSET ?"
        rows = self.ask(question, [*values, f",{','.join(order)},", limit, offset])
        return tuple(map(_stated, rows))

    def counted(self, by: By, wanted: Wanted) -> dict[str, int]:
        """Return how many of the wanted claims there are by value, language or key of a project."""
        condition, values = _condition(wanted)
        joined = " JOIN labelled l ON l.document = c.document AND l.label = 'project' WHERE"
        tables = _FROM.replace(" WHERE", joined) if by == "project" else _FROM
        number = "count(DISTINCT c.document || ' ' || c.number)"
        question = f"SELECT {_COLUMNS[by]}, {number}{tables}{condition} GROUP BY 1 ORDER BY 2 DESC, 1"
        return {str(value or ""): int(str(number)) for value, number in self.ask(question, values)}

    def raw(self, id: str) -> tuple[Claim, ...]:
        """Return what was read of a document or said in its sidecar, in the document's own spelling.

        A claim without a value takes away what is read.
        """
        question = f"SELECT {_RAW} FROM claim c WHERE document = (SELECT number FROM document WHERE id = ?)"  # noqa: S608
        return tuple(_claim(row) for row in self.ask(question + " ORDER BY c.number", [id]))

    def values(self, label: str) -> Mapping[str, str]:
        """Return each key of a label with the value as the library writes it."""
        rows = self.ask("SELECT key, text FROM spelling WHERE label = ?", [label])
        return {str(key): str(text) for key, text in rows}

    def numbers_of(self, label: str) -> dict[str, int]:
        """Return how many documents have each value of a label, the most frequent first."""
        rows = self.ask(
            "SELECT text, count(DISTINCT document) FROM labelled JOIN spelling USING (label, key)"
            " WHERE label = ? GROUP BY key ORDER BY 2 DESC, 1",
            [label],
        )
        return {str(text): int(str(count)) for text, count in rows}

    def references(self, id: str) -> tuple[Reference, ...]:
        """Return what a document refers to, in reading order."""
        return self._references("d.id = ?", id)

    def cited_by(self, id: str) -> tuple[Reference, ...]:
        """Return the references of other documents to a document."""
        return self._references("cited.id = ?", id)

    def missing(self) -> tuple[Missing, ...]:
        """Return what documents refer to and the library does not hold, by name."""
        rows = self.ask(
            "SELECT r.name, json_group_array(DISTINCT d.id) FROM reference r"
            " JOIN document d ON d.number = r.document WHERE r.cited IS NULL GROUP BY r.name ORDER BY 1",
            [],
        )
        return tuple(Missing(str(name), tuple(sorted(json.loads(str(ids))))) for name, ids in rows)

    def _references(self, condition: str, id: str) -> tuple[Reference, ...]:
        joined = _FROM.replace(
            " WHERE",
            " JOIN reference r ON r.document = c.document AND r.claim = c.number"
            " LEFT JOIN document cited ON cited.number = r.cited WHERE",
        )
        question = (
            f"SELECT cited.id, r.doubt, d.id, p.page, p.language, p.blocks, {_SPELT}{joined}{condition}"
        )
        return tuple(
            Reference(_stated(row), str(cited or ""), str(doubt))
            for cited, doubt, *row in self.ask(question + _ORDER + ", cited.path", [id])
        )

    def _stated(self, condition: str, *values: str) -> tuple[Stated, ...]:
        return tuple(_stated(row) for row in self.ask(_STATED + condition + _ORDER, values))


def _condition(wanted: Wanted) -> tuple[str, list[str]]:
    """Return the condition that lets the wanted claims through, with its values."""
    asked = {
        "c.name = ?": wanted.name,
        "c.value = ?": wanted.value,
        "p.language = ?": wanted.language,
        "c.document IN (SELECT document FROM labelled WHERE label = 'project' AND key = ?)": wanted.project,
    }
    given = {condition: value for condition, value in asked.items() if value}
    return " AND ".join(given), list(given.values())


def _stated(row: Sequence[object]) -> Stated:
    id, page, language, blocks, *claim = row
    text = "\n".join(block[1] for block in json.loads(str(blocks or "[]")))
    return Stated(str(id), _claim(claim), int(str(page or 0)), str(language or ""), text)


def _claim(row: Sequence[object]) -> Claim:
    about, name, value, passage, start, end, rule, doubt = row
    first, last = int(str(start)), int(str(end))
    return Claim(str(about), str(name), str(value), int(str(passage)), first, last, str(rule), str(doubt))
