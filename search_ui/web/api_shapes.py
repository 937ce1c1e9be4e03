"""What the answers of the API look like: one type per object, from which its OpenAPI schemas are made.

The functions of ``api`` return these types, so that the type checker, the schemas and the answers are
one thing. Each member says in its annotation what it means.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict


class Clause(TypedDict, total=False):
    """A part of a question as it was understood; it has exactly one member."""

    word: Annotated[str, "A word in any of its forms."]
    exact: Annotated[str, "A word as it is typed."]
    whole: Annotated[str, "Words that a sign joined, better side by side."]
    day: Annotated[str, "A day, ISO 8601."]
    phrase: Annotated[str, "Words in this order."]
    start: Annotated[str, "Every word that begins so."]
    either: Annotated[list[Clause], "Any of these."]


class Filters(TypedDict):
    """Which documents may answer."""

    lang: Annotated[list[str], "Language codes; empty for all."]
    kind: Annotated[list[str], "Kinds; empty for all."]
    year_from: Annotated[int | None, "First year."]
    year_to: Annotated[int | None, "Last year."]
    project: Annotated[list[str], "Names as they were typed; empty for all."]
    programme: list[str]
    place: list[str]
    partner: list[str]
    lesson: list[str]
    series: list[str]
    budget: Annotated[str | None, "A span of total budgets: `100000..500000EUR`."]


class Parsed(TypedDict):
    """How a question was understood."""

    wanted: list[Clause]
    excluded: list[Clause]
    filters: Annotated[Filters, "Those typed into the question and those of the address together."]


class Correction(TypedDict):
    """A word of the library for one that it does not know."""

    word: str
    suggestion: str
    applied: Annotated[bool, "Whether the suggestion was searched for; else it is only proposed."]
    q: Annotated[str | None, "The question to ask instead: as typed where applied, else corrected."]


class Expansion(TypedDict):
    """What another language calls a part of the question; it was searched for too."""

    word: str
    text: str
    language: Annotated[str, "Its language code."]
    source: Annotated[str, "What states it: glossary, cognate, or the name of a dictionary."]
    q: Annotated[str, "The address of this search without it."]


class QueryShape(TypedDict):
    """The question and what was made of it."""

    q: str
    parsed: Parsed
    relaxed: Annotated[bool, "Whether some hits hold only some of the words."]
    complete: Annotated[int, "Documents that hold all words."]
    corrections: list[Correction]
    expansions: list[Expansion]


class Excerpt(TypedDict):
    """A quotation with its marks."""

    page: Annotated[int, "Page of the document, from 1."]
    language: Annotated[str, "Language code."]
    text: str
    marks: Annotated[
        list[list[int]],
        "Start and end of each found word: offsets into `text` in Unicode code points, the end behind it.",
    ]
    url: Annotated[str, "Where the passage is read."]
    file_url: Annotated[str, "The page in the original file."]


class Reason(TypedDict):
    """Why a document is among the hits although it does not say what was typed."""

    asked: str
    found: Annotated[list[str], "Words of the document."]
    how: Annotated[str, "What relates them; `missing` where the document lacks the word."]
    through: NotRequired[Annotated[str, "The word of another language that was found."]]
    source: NotRequired[Annotated[str, "What states that word."]]


class Card(TypedDict):
    """What a list tells of a document."""

    id: Annotated[str, "Stable: it survives an edit of the file."]
    path: Annotated[str, "Path inside the library."]
    title: str
    language: Annotated[str, "Code of the main language."]
    languages: list[str]
    kind: str
    date: Annotated[str | None, "As exact as it is known: `2014`, `2014-05` or `2014-05-06`."]
    url: Annotated[str, "Where the text is read."]
    file_url: Annotated[str, "The original file."]


class Hit(Card):
    """One document of the answer."""

    score: float
    excerpts: list[Excerpt]
    why: list[Reason]


class FacetValue(TypedDict):
    """A value by which the answer can be filtered."""

    value: str
    label: Annotated[str, "What a person calls it."]
    count: Annotated[int, "Documents of the answer that have it, exact."]
    selected: bool


class Facets(TypedDict):
    """Every value with its number of documents, as if that facet were not filtered."""

    language: list[FacetValue]
    kind: list[FacetValue]
    year: list[FacetValue]
    project: list[FacetValue]
    programme: list[FacetValue]
    place: list[FacetValue]
    lesson: list[FacetValue]


class Links(TypedDict):
    """Addresses of this page of the answer and those beside it."""

    self: str
    next: str | None
    prev: str | None


class SearchAnswer(TypedDict):
    """The answer to a question."""

    query: QueryShape
    total: Annotated[int, "All matching documents, exact."]
    page: int
    per_page: int
    took_ms: float
    generation: Annotated[int, "Which build of the index answered."]
    hits: list[Hit]
    facets: Facets
    links: Links


class Fact(TypedDict):
    """Something that is known about a document."""

    value: str
    source: Annotated[str, "What stated it: `sidecar`, `front matter`, `heading`, `text` …"]
    precision: NotRequired[Annotated[Literal["year", "month", "day"], "How much of a date is known."]]


class Passage(TypedDict):
    """A part of a document's text."""

    number: Annotated[int, "Position in the document, from 1."]
    page: int
    language: str
    heading: Annotated[str, "The nearest heading above; may be empty."]
    text: str
    url: str


class DocumentClaim(TypedDict):
    """Something that a document states."""

    about: Annotated[str, "`document`, `project:` and a name, or `event:` and a number."]
    name: str
    value: Annotated[str, "In normal form."]
    passage: Annotated[int, "Number of the passage; 0 where none states it."]
    start: Annotated[int, "Where in the passage's text the words begin that state it."]
    end: int
    rule: Annotated[str, "What read it; `sidecar` where people said so."]
    doubt: Annotated[str, "Why it may not be so; empty where there is no doubt."]


class DocumentReference(TypedDict):
    """A reference between two documents."""

    name: Annotated[str, "What is referred to, as it is called there."]
    document: Annotated[str | None, "Id of the other document; null where the library lacks it."]
    url: str | None
    doubt: str


class DocumentAnswer(Card):
    """A document with its text."""

    media_type: str
    pages: int
    date_source: Annotated[str | None, "What stated the date."]
    source_url: Annotated[str | None, "Where it was first published, as it says itself."]
    warnings: Annotated[list[str], "What could not be read well."]
    metadata: Annotated[dict[str, Fact], "What is known, by name."]
    passages: list[Passage]
    states: Annotated[list[DocumentClaim], "What the document states, in reading order."]
    refers_to: list[DocumentReference]
    cited_by: list[DocumentReference]


class SuggestAnswer(TypedDict):
    """How a question may go on."""

    q: Annotated[str, "The question as far as it was read."]
    suggestions: Annotated[list[str], "The likeliest first."]


class FailedFile(TypedDict):
    """A file that is not in the library."""

    path: str
    code: Annotated[str, "A stable word for the reason."]
    reason: str


class Warned(TypedDict):
    """A document that could not be read well."""

    path: str
    warning: str


class MissingIssue(TypedDict):
    """An issue that documents refer to and that the library does not hold."""

    name: str
    cited_by: Annotated[list[str], "Ids of the documents that refer to it."]


class Counts(TypedDict):
    """How long the two lists are."""

    failures: int
    warnings: int


class StatusAnswer(TypedDict):
    """What is indexed, what failed and why."""

    generation: int
    engine: str
    documents: int
    notice: Annotated[str | None, "What is wrong with the newest index, where an earlier one stands in."]
    lacking: Annotated[list[str], "What questions have to do without."]
    facets: Annotated[dict[str, dict[str, int]], "Documents by value, for each facet."]
    counts: Counts
    failures: list[FailedFile]
    warnings: list[Warned]
    missing: list[MissingIssue]


class Problem(TypedDict):
    """What is wrong and what to do, after RFC 9457."""

    type: Literal["about:blank"]
    title: str
    status: int
    detail: str
    code: Annotated[str, "A stable word for programs."]
    parameter: NotRequired[Annotated[str, "The parameter that was wrong."]]
    reference: NotRequired[Annotated[str, "What finds an unexpected error in the server's log."]]
