"""Questions and judgements: what is taken, and what is refused by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.evaluation import bridge, judgements, questions, sheets, yardstick
from tests.evaluation.__main__ import main
from tests.evaluation.errors import (
    BadLine,
    BadQuestion,
    Contradiction,
    EvaluationError,
    NoQuestions,
    UnjudgedQuestion,
    UnknownDocument,
    UnknownQuestion,
    UnreadableYardstick,
)
from tests.evaluation.judgements import Judgement
from tests.evaluation.yardstick import Yardstick

HEADING = "\t".join(questions.COLUMNS)
FIRST = "da-001\ttune\tda>da\tkeyword, name\t-\tstudiebesøg i Kwidzyn\twho went"
CROSSING = "da-002\ttest\tda>pl\tquestion\t-\tHvor finder vi en partner?\t-"
VARIANT = "da-003\ttune\tda>da\ttypo\tda-001\tstudiebsøg i Kwidzyn\t-"
NO_ANSWER = "da-004\ttest\tda>da\tno-answer\t-\tbiavl i kolonihaver\t-"

Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write a yardstick into a folder."""

    def write(*asked: str, judged: str = "", name: str = "questions-da.tsv") -> Path:
        (tmp_path / name).write_text("\n".join([HEADING, *asked]), encoding="utf-8")
        (tmp_path / "judgements-da.qrels").write_text(judged, encoding="utf-8")
        return tmp_path

    return write


def test_a_question_says_who_asks_for_what_in_which_language(written: Written) -> None:
    first, crossing = questions.read(written("# a remark", FIRST, "", CROSSING))
    assert (first.id, first.split, first.pair, first.kinds) == (
        "da-001",
        "tune",
        "da>da",
        ("keyword", "name"),
    )
    assert (first.text, first.clean, first.note) == ("studiebesøg i Kwidzyn", None, "who went")
    assert (crossing.target, crossing.crosses, crossing.has_answer) == ("pl", True, True)


@pytest.mark.parametrize(
    "line, wrong",
    [
        pytest.param("da-001\ttune\tda>da\tkeyword\t-\tstudiebesøg", "6 columns", id="a column is missing"),
        pytest.param(FIRST.replace("da-001", "en-001"), "id 'en-001'", id="an id of another language"),
        pytest.param(FIRST.replace("tune", "train"), "'train'", id="a third half"),
        pytest.param(FIRST.replace("da>da", "pl>da"), "'pl>da'", id="a question in another language"),
        pytest.param(FIRST.replace("da>da", "da>xx"), "'da>xx'", id="a language that nobody knows"),
        pytest.param(FIRST.replace("keyword", "keywords"), "'keywords'", id="a kind that there is not"),
        pytest.param(FIRST.replace("studiebesøg i Kwidzyn", " "), "no question", id="no question"),
    ],
)
def test_a_wrong_line_is_named_with_its_file_and_number(written: Written, line: str, wrong: str) -> None:
    with pytest.raises(BadLine, match=rf"questions-da\.tsv, line 2: .*{wrong}"):
        questions.read(written(line))


@pytest.mark.parametrize(
    "lines, wrong",
    [
        pytest.param([FIRST, FIRST], "da-001 stands twice", id="one id twice"),
        pytest.param([FIRST, FIRST.replace("001", "009")], "asks .* twice", id="one question twice"),
        pytest.param([VARIANT], "clean form da-001", id="a variant of nothing"),
        pytest.param([FIRST, VARIANT.replace("da-001", "-")], "name their clean form", id="a lonely variant"),
        pytest.param(
            [FIRST, CROSSING.replace("-\tHvor", "da-001\tHvor")],
            "name their",
            id="a clean form for no variant",
        ),
        pytest.param(
            [FIRST, VARIANT.replace("tune", "test")], "another split", id="a variant in the other half"
        ),
        pytest.param(
            [NO_ANSWER, VARIANT.replace("da-001", "da-004")], "da-004", id="a variant without an answer"
        ),
    ],
)
def test_questions_that_contradict_each_other_are_refused(
    written: Written, lines: list[str], wrong: str
) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        questions.read(written(*lines))


def test_a_file_of_questions_names_its_columns_first(tmp_path: Path) -> None:
    (tmp_path / "questions-da.tsv").write_text(FIRST, encoding="utf-8")
    with pytest.raises(BadLine, match="names the columns"):
        questions.read(tmp_path)


@pytest.mark.parametrize("name", ["questions-xx.tsv", "questions-danish.tsv"])
def test_a_file_of_questions_is_named_after_a_language(written: Written, name: str) -> None:
    with pytest.raises(UnreadableYardstick, match=name):
        questions.read(written(FIRST, name=name))


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "questions-da.tsv").write_bytes(f"{HEADING}\n{FIRST}".encode("cp1252"))
    with pytest.raises(UnreadableYardstick, match="cannot be read"):
        questions.read(tmp_path)


def test_a_folder_without_questions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoQuestions):
        questions.read(tmp_path)


@pytest.mark.parametrize("path", ["da/a.md", "letters.zip/to all.eml", "50 % #2.pdf", "å\u00a0b.txt"])
def test_a_judgement_reads_as_it_was_written(path: str) -> None:
    judgement = Judgement("da-001", path, 2, "mette: page 4 # only")
    assert judgements.parsed(str(judgement)) == judgement


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("da-001 da/a.md 2", id="three columns"),
        pytest.param("da-001 0 da/a b.md 2", id="a space in the path"),
        pytest.param("da-001 0 da/a.md 4", id="a fifth grade"),
        pytest.param("da-001 0 da/a.md ?", id="still open"),
        pytest.param("da-001 Q0 da/a.md 1", id="a line of a run"),
    ],
)
def test_a_wrong_judgement_is_named_with_its_file_and_number(written: Written, line: str) -> None:
    with pytest.raises(BadLine, match=r"judgements-da\.qrels, line 2"):
        yardstick.load(written(FIRST, judged=f"# who: mette\n{line}\n"))


def test_two_grades_for_one_document_are_a_contradiction(tmp_path: Path) -> None:
    (tmp_path / "judgements-a.qrels").write_text("da-001 0 da/a.md 2\n", encoding="utf-8")
    (tmp_path / "judgements-b.qrels").write_text("da-001 0 da/a.md 3\n", encoding="utf-8")
    with pytest.raises(Contradiction, match=r"da-001 da/a\.md has the grades 2 and 3"):
        judgements.read(tmp_path)


def test_writing_judgements_keeps_the_comments_at_the_top(tmp_path: Path) -> None:
    file = tmp_path / "judgements-da.qrels"
    file.write_text("# judged in May\nda-002 0 da/a.md 1\n", encoding="utf-8")
    judgements.write(file, [*judgements.of_file(file), Judgement("da-001", "da/b.md", 3, "mette")])
    assert (
        file.read_text(encoding="utf-8")
        == "# judged in May\nda-001 0 da/b.md 3  # mette\nda-002 0 da/a.md 1\n"
    )


@pytest.mark.parametrize(
    "judged, error",
    [
        pytest.param("da-009 0 da/a.md 2", UnknownQuestion, id="an unknown question"),
        pytest.param("da-003 0 da/a.md 2", BadQuestion, id="a variant"),
    ],
)
def test_what_is_judged_must_be_asked(written: Written, judged: str, error: type[EvaluationError]) -> None:
    with pytest.raises(error, match=judged.split()[0]):
        yardstick.load(written(FIRST, VARIANT, judged=judged))


def test_a_judged_document_must_be_in_the_library_or_inside_one_of_its_files(written: Written) -> None:
    held = yardstick.load(written(FIRST, judged="da-001 0 a.zip/b.txt 2\nda-001 0 da/gone.md 1\n"))
    with pytest.raises(UnknownDocument, match=r"not in the library: da/gone\.md\.$"):
        yardstick.check_documents(held, {"a.zip", "c.md"})


@pytest.mark.parametrize(
    "judged",
    [
        pytest.param("", id="nothing judged"),
        pytest.param("da-002 0 a.md 1", id="only about the subject"),
        pytest.param("da-002 0 b.md 3", id="an answer in another language alone"),
    ],
)
def test_a_question_without_an_answer_in_its_target_language_is_unjudged(
    written: Written, judged: str
) -> None:
    held = yardstick.load(written(CROSSING, judged=judged))
    with pytest.raises(UnjudgedQuestion, match="da-002"):
        yardstick.check_answers(held, {"a.md": ("pl",), "b.md": ("da",)})


def test_a_question_said_to_have_no_answer_must_have_none(written: Written) -> None:
    held = yardstick.load(written(NO_ANSWER, judged="da-004 0 a.md 2"))
    with pytest.raises(BadQuestion, match=r"da-004 has a\.md with 2"):
        yardstick.check_answers(held, {"a.md": ("da",)})


def test_a_document_of_two_languages_answers_in_both(written: Written) -> None:
    held = yardstick.load(written(CROSSING, judged="da-002 0 a.md 2"))
    yardstick.check_answers(held, {"a.md": ("da", "pl")})


def judged(grade: int, remark: str = "", note: str = "-") -> Yardstick:
    asked = questions.parsed(f"da-001\ttune\tda>da\tkeyword\t-\tstudiebesøg\t{note}", "da")
    return yardstick.held((asked,), (judgements.parsed(f"da-001 0 a.md {grade} # {remark}"),))


def test_the_fingerprint_tells_another_grade_but_not_another_remark() -> None:
    assert judged(2).fingerprint != judged(3).fingerprint
    assert judged(2).fingerprint == judged(2, "mette: page 4", "the report").fingerprint


def test_a_sheet_yields_what_was_judged_and_what_is_still_open(tmp_path: Path) -> None:
    file = tmp_path / "batch-da-01.qrels"
    file.write_text(
        "| text 0 of 4\nda-001 0 a.md 3\nda-001 0 b.md ?\nda-001 0 c.md 1 # a list\n", encoding="utf-8"
    )
    assert list(sheets.judged(file, "mette")) == [
        Judgement("da-001", "a.md", 3, "mette"),
        None,
        Judgement("da-001", "c.md", 1, "mette: a list"),
    ]


def test_a_spoiled_sheet_is_named(tmp_path: Path) -> None:
    file = tmp_path / "batch-da-01.qrels"
    file.write_text("da-001 0 a.md yes\n", encoding="utf-8")
    with pytest.raises(BadLine, match=r"batch-da-01\.qrels, line 1"):
        list(sheets.judged(file, "mette"))


def test_what_is_wrong_is_said_in_one_line_with_its_code(
    written: Written, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(FIRST, judged="da-001 0 da/gone.md 2")
    assert main(["--check", "--folder", str(folder)]) == 1
    assert capsys.readouterr().err == "eval: unknown-document: Judged, but not in the library: da/gone.md.\n"


def test_the_shipped_questions_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert "judgements." in capsys.readouterr().out


def test_every_question_that_crosses_a_border_is_asked_in_the_documents_language_too() -> None:
    crossing = {one.id for one in questions.read(bridge.HERE) if one.crosses and not one.clean}
    assert [id for id, _ in bridge.own_texts(bridge.OWN)] == sorted(crossing)


def test_a_line_without_a_question_is_named(tmp_path: Path) -> None:
    file = tmp_path / "own-language.tsv"
    file.write_text("# said otherwise\nda-005\tJak?\nda-006\n", encoding="utf-8")
    with pytest.raises(BadLine, match=r"own-language\.tsv, line 3"):
        list(bridge.own_texts(file))
