"""Pages cut into passages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.model import Block, Page
from indexer.passages import cut


def page(*blocks: Block, number: int = 1) -> Page:
    return Page(number, blocks)


def sentences(count: int, words: int = 10) -> str:
    return " ".join(" ".join([f"word{n}"] * (words - 1)) + " end." for n in range(count))


def test_a_short_page_is_one_passage() -> None:
    (only,) = cut([page(Block("paragraph", "Two words."))])
    assert (only.number, only.page, only.text) == (1, 1, "Two words.")


def test_a_long_paragraph_is_cut_at_sentence_ends() -> None:
    passages = list(cut([page(Block("paragraph", sentences(50)))], words=100))
    assert len(passages) == 5
    assert all(passage.text.endswith("end.") for passage in passages)


def test_a_passage_stays_on_its_page_and_numbers_go_on() -> None:
    pages = [page(Block("paragraph", "One.")), page(Block("paragraph", "Two."), number=2)]
    assert [(found.number, found.page) for found in cut(pages)] == [(1, 1), (2, 2)]


def test_a_heading_goes_with_the_text_below_it() -> None:
    blocks = (
        Block("paragraph", sentences(9)),
        Block("heading", "Study visits", 2),
        Block("paragraph", sentences(9)),
    )
    before, after = cut([page(*blocks)], words=100)
    assert before.heading == ""
    assert after.heading == "Study visits"
    assert after.text.startswith("Study visits\n")


def test_a_passage_without_a_heading_of_its_own_has_the_one_above() -> None:
    pages = [
        page(Block("heading", "Budget", 1), Block("paragraph", "First.")),
        page(Block("paragraph", "Second."), number=2),
    ]
    assert [found.heading for found in cut(pages)] == ["Budget", "Budget"]


blocks = st.builds(
    Block,
    kind=st.sampled_from(["heading", "paragraph", "list", "table_row"]),
    text=st.lists(st.sampled_from(["a", "longer", "end.", "Why?", "x" * 90]), min_size=1, max_size=120).map(
        " ".join
    ),
)


@given(st.lists(st.lists(blocks, max_size=12), max_size=4), st.sampled_from([5, 30, 180]))
def test_passages_hold_every_word_in_order_and_none_is_over_twice_as_long(
    pages: list[list[Block]], words: int
) -> None:
    made = [page(*held, number=number) for number, held in enumerate(pages, start=1)]
    passages = list(cut(made, words=words))
    told = [word for one in made for block in one.blocks for word in block.text.split()]
    assert [word for passage in passages for word in passage.text.split()] == told
    assert all(len(passage.text.split()) <= 2 * words for passage in passages)


@pytest.mark.parametrize("pages", [[], [Page(1, ())]], ids=["no page", "an empty page"])
def test_nothing_to_cut_gives_no_passage(pages: list[Page]) -> None:
    assert list(cut(pages)) == []
