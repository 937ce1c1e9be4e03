"""The table of the glossary: what is read, what is skipped and said, what an editor is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.thesaurus.__main__ import main
from indexer.thesaurus.check import faults
from indexer.thesaurus.glossary import Glossary, load, read

HEADER = "theme\ten\tda\tpl\tbroader"
THEME = "@work\tWork\tArbejde\tPraca"


def lines(*rows: str) -> list[bytes]:
    return [row.encode() for row in (HEADER, THEME, *rows)]


def table(*rows: str) -> Glossary:
    return read(lines(*rows), "words.tsv")


def reasons(*rows: str) -> list[str]:
    return [str(fault) for fault in faults(lines(*rows), "words.tsv")]


def test_a_row_is_a_concept_with_its_labels_in_their_order() -> None:
    (concept,) = table("work\tplan | scheme\tplan\tplan\tproject").concepts
    assert (concept.id, concept.theme, concept.broader) == ("plan", "work", "project")
    assert concept.labels == {"en": ("plan", "scheme"), "da": ("plan",), "pl": ("plan",)}


def test_a_theme_has_labels_too() -> None:
    (theme,) = table("work\tplan\tplan\tplan").themes
    assert (theme.id, theme.labels["pl"]) == ("work", ("Praca",))


def test_the_mark_of_a_shared_label_is_no_part_of_it() -> None:
    assert table("work\tfund\tfond*\tfundusz").concepts[0].labels["da"] == ("fond",)


def test_empty_lines_and_notes_say_nothing() -> None:
    assert table("", "# a note", "work\tplan\tplan\tplan").bad == ()


def test_cells_missing_at_the_end_are_empty() -> None:
    assert table("work\tplan\tplan").concepts[0].labels.keys() == {"en", "da"}


def test_a_language_more_is_a_column_more() -> None:
    found = read([b"theme\ten\tfi", b"x\tsea\tmeri"], "words.tsv")
    assert found.concepts[0].labels["fi"] == ("meri",)


def test_a_file_that_begins_with_a_byte_order_mark_is_read() -> None:
    assert read([b"\xef\xbb\xbf" + lines()[0], *lines("work\tsea\thav\tmorze")[1:]], "x").concepts


@pytest.mark.parametrize(
    "row, reason",
    [
        pytest.param(
            "work\ta\tb\tc\td\te", "words.tsv:3: has 6 cells where the table has 5 columns", id="cells"
        ),
        pytest.param(
            "work\tplan", "words.tsv:3: needs labels in two languages or more, none of them empty", id="alone"
        ),
        pytest.param(
            "work\tplan | \tplan\tplan",
            "words.tsv:3: needs labels in two languages or more, none of them empty",
            id="empty label",
        ),
    ],
)
def test_a_row_that_says_nothing_is_skipped_with_its_line(row: str, reason: str) -> None:
    found = table(row, "work\tsea\thav\tmorze")
    assert [str(bad) for bad in found.bad] == [reason]
    assert [concept.id for concept in found.concepts] == ["sea"]


def test_a_line_that_is_no_text_is_skipped_with_its_number() -> None:
    found = read([*lines(), b"work\ts\xf8\tsea\tmorze", *lines("work\tsea\thav\tmorze")[2:]], "words.tsv")
    assert [str(bad) for bad in found.bad] == ["words.tsv:3: is not UTF-8"]
    assert len(found.concepts) == 1


def test_the_second_of_two_concepts_with_one_name_is_skipped() -> None:
    found = table("work\tsea\thav\tmorze", "work\tsea\tsø\tjezioro")
    assert [bad.line for bad in found.bad] == [4]
    assert found.concepts[0].labels["da"] == ("hav",)


@pytest.mark.parametrize(
    "content, words",
    [
        pytest.param(None, "No such file or directory", id="missing"),
        pytest.param(b"", "no line that names its columns", id="empty"),
        pytest.param(b"sea\thav\n", "no line that names its columns", id="without header"),
        pytest.param(HEADER.encode(), "holds no concept", id="without concepts"),
    ],
)
def test_a_file_without_concepts_is_one_sentence(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "words.tsv"
    if content is not None:
        path.write_bytes(content)
    found = load(path)
    assert found.concepts == ()
    assert found.notice is not None
    assert words in found.notice
    assert found.notice.endswith(".")


def test_a_folder_in_the_place_of_the_file_is_one_sentence(tmp_path: Path) -> None:
    assert load(tmp_path).notice is not None


def test_a_sound_table_has_no_faults() -> None:
    assert reasons("work\tplan\tplan\tplan", "work\taction plan\thandlingsplan\tplan działania\tplan") == []


@pytest.mark.parametrize(
    "row, fault",
    [
        pytest.param("work\tsea\thav", "has no label in pl", id="gap"),
        pytest.param("play\tsea\thav\tmorze", "'play' is no theme of this table", id="theme"),
        pytest.param("work\tsea\thav\tmorze\twater", "'water' is no concept of this table", id="broader"),
        pytest.param("work\tsea\thav\tmorze\tsea", "'sea' is wider than itself", id="circle"),
        pytest.param("work\tsea \thav\tmorze", "'sea ' has blanks too many or too few", id="trailing blank"),
        pytest.param(
            "work\tthe  sea\thav\tmorze", "'the  sea' has blanks too many or too few", id="two blanks"
        ),
        pytest.param(
            "work\tsea|ocean\thav\tmorze", "'sea|ocean' has blanks too many or too few", id="no blank"
        ),
        pytest.param("work\tsea | Sea\thav\tmorze", "en: 'sea' stands here twice", id="repeated"),
        pytest.param(
            "work\tsea\thav*\tmorze",
            "da: 'hav' is a label of no other concept: write it without '*'",
            id="marked in vain",
        ),
        pytest.param(
            "work\tscheme\tplan\tschemat",
            "da: 'plan' is a label of another concept too: write 'plan*' in both",
            id="shared unmarked",
        ),
    ],
)
def test_an_editor_is_told_what_to_mend(row: str, fault: str) -> None:
    assert f"words.tsv:4: {fault}" in reasons("work\tplan\tplan\tplan", row)


def test_a_shared_label_that_is_marked_in_both_places_is_no_fault() -> None:
    assert reasons("work\tfund\tfond*\tfundusz", "work\tfoundation\tfond*\tfundacja") == []


def test_the_checker_counts_faults_in_its_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.tsv", tmp_path / "bad.tsv"
    good.write_bytes(b"\n".join(lines("work\tsea\thav\tmorze")))
    bad.write_bytes(b"\n".join(lines("work\tsea\thav")))
    codes = [main(["check", str(good)]), main(["check", str(bad)]), main(["check", str(tmp_path / "none")])]
    assert codes == [0, 1, 2]
    assert capsys.readouterr().out == f"{bad}:3: has no label in pl\n"
