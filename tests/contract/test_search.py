"""What a person gets for what they type, on small libraries with the real engine."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from indexer.engine import Order
from search_ui.search.library import open_service
from search_ui.search.query import Filters, Query, parse
from tests.conftest import Shelf

DOCUMENTS = {
    "network": "Nyhedsbrev\n\n12. marts 2012\n\nKommunen har et internationalt netværk af medarbejdere.",
    "visit": "Study visits\n\n6 May 2014\n\nA study visit to Kwidzyn: EUR 403 770.40, two municipalities.",
    "gmina": "Współpraca gmin\n\n28 kwietnia 2014\n\nGmina rozwija współpracę międzynarodową z gminą duńską.",
    "minutes": "Referat\n\nKommunens udvalg drøftede skolernes tag, og mødet sluttede til tiden.",
}


@pytest.fixture
def library(shelf: Shelf) -> Shelf:
    return shelf.put(**DOCUMENTS).build()


@pytest.mark.parametrize(
    "question, found",
    [
        pytest.param("medarbejderen", {"network"}, id="another inflection"),
        pytest.param("duńskim", {"gmina"}, id="Polish inflection"),
        pytest.param("netvaerk", {"network"}, id="typed without Danish letters"),
        pytest.param("wspolprace", {"gmina"}, id="typed without Polish letters"),
        pytest.param("wspolpraca miedzynarodowa", {"gmina", "network"}, id="a word of a term, in Danish"),
        pytest.param('"study visit"', {"visit"}, id="a phrase"),
        pytest.param('"visit study"', set(), id="a phrase keeps its order"),
        pytest.param("kommune -netværk", {"minutes", "gmina", "visit"}, id="without a word"),
        pytest.param("kommune -lang:da", set(DOCUMENTS), id="an odd exclusion harms nothing"),
        pytest.param("gmina OR netværk", {"gmina", "network"}, id="either"),
        pytest.param("munici*", {"visit"}, id="a beginning"),
        pytest.param("lang:pl", {"gmina"}, id="a filter alone"),
        pytest.param("lang:da year:2012", {"network"}, id="two filters"),
        pytest.param("netværk year:2013..2014", set(), id="a filter that lets nothing through"),
        pytest.param("-kommune", {"visit", "gmina"}, id="an exclusion alone"),
        pytest.param("minutes", {"minutes"}, id="by the name of the file"),
        pytest.param("Kwidzynie", {"visit"}, id="a Polish form of a name in an English text"),
        pytest.param("gmin -Kwidzynie", {"gmina", "network", "minutes"}, id="an excluded name in any form"),
        pytest.param("403770,40", {"visit"}, id="an ungrouped amount with decimals"),
        pytest.param("403770", {"visit"}, id="an amount without its decimals"),
    ],
)
def test_what_is_found(library: Shelf, question: str, found: set[str]) -> None:
    assert set(library.found(question)) == found


def test_most_of_the_words_will_do_where_no_document_has_all(library: Shelf) -> None:
    response = library.asked.ask("kommunens internationale netværk xylofon")
    assert response.relaxed
    assert response.hits[0].document.source.path.stem == "network"
    assert response.complete == 0
    assert "xylofon" in {reason.asked for hit in response.hits for reason in hit.why if not reason.found}


def test_what_holds_all_the_words_stands_before_what_holds_most(library: Shelf) -> None:
    response = library.asked.ask("internationalt netværk")
    assert response.relaxed
    assert (response.hits[0].document.source.path.stem, response.complete) == ("network", 1)


def test_ten_pages_of_documents_with_all_the_words_keep_the_others_out(shelf: Shelf) -> None:
    many = {f"n{number}": f"Et internationalt netværk i by {number}." for number in range(100)}
    response = shelf.put(**many, other="Et netværk i kommunen.").build().asked.ask("internationalt netværk")
    assert (response.relaxed, response.total, response.complete) == (False, 100, 100)


def test_where_few_hold_most_of_the_words_those_with_one_are_found_behind_them(shelf: Shelf) -> None:
    shelf.put(
        most="Skolehaven fik en ny pumpe i maj.", one="Skolehaven er åben om lørdagen.", none="Et netværk."
    ).build()
    assert shelf.found("skolehaven pumpe strømsvigt") == ["most", "one"]


def test_what_holds_the_rarest_word_is_found_though_others_hold_most(shelf: Shelf) -> None:
    many = {f"n{number}": f"Kommunen holder møder i by {number}." for number in range(21)}
    shelf.put(**many, rare="Nødkaldet virker.").build()
    assert "rare" in [
        hit.document.source.path.stem for hit in shelf.asked.ask("kommunen møder nødkald", per_page=50).hits
    ]


def test_a_passage_that_says_the_word_again_ranks_above_one_that_says_it_once(shelf: Shelf) -> None:
    other = "Der blev talt om meget andet på mødet, og alle var enige om det. "
    shelf.put(once="Pumpen er ny. " + other * 2, again="Pumpen er ny. Pumpen virker. Pumpen er god. " + other)
    assert [hit.document.source.path.stem for hit in shelf.build().asked.ask("pumpe").hits] == [
        "again",
        "once",
    ]


def test_words_of_grammar_are_known_without_their_letters(library: Shelf) -> None:
    query = Query(parse("foer netvaerk"))
    wants = library.asked.library.ask(lambda service: service.planned(query)).wants
    assert [want.text for want in wants if not want.optional] == ["netvaerk"]


def test_another_spelling_is_proposed_for_an_unknown_word(library: Shelf) -> None:
    response = library.asked.ask("netværrk kommune")
    assert [(one.word, one.suggestion) for one in response.corrections] == [("netværrk", "netværk")]
    assert response.corrected == "netværk kommune"


@pytest.mark.parametrize("word", ["udlandet", "xyzzyx"], ids=["in the word list", "like nothing"])
def test_a_word_of_the_language_is_not_taken_for_an_error(library: Shelf, word: str) -> None:
    assert library.asked.ask(word).corrections == ()


def test_a_word_that_only_another_language_has_is_taken_for_an_error(shelf: Shelf) -> None:
    shelf.put(
        group="The target group of the project was young people.", dansk="Kommunen har et netværk."
    ).build()
    response = shelf.asked.ask("which was the taget group of the project")
    assert [(one.word, one.suggestion) for one in response.corrections] == [("taget", "target")]


def test_a_word_of_the_language_that_no_document_holds_may_be_an_error_beside_other_words(
    shelf: Shelf,
) -> None:
    shelf.put(
        rain="Rain storage below the playground.", cola="Who sells drinks at the playground? The club does."
    ).build()
    response = shelf.asked.ask("playground rein storage")
    assert [(one.word, one.suggestion) for one in response.corrections] == [("rein", "rain")]
    assert shelf.found("playground rein storage")[0] == "rain"
    assert shelf.asked.ask("rein").corrections == ()


def test_only_words_of_the_questions_language_are_near_to_a_word_that_it_has(shelf: Shelf) -> None:
    shelf.put(
        english="The club sells drinks at the playground.", polish="Pola i lasy należą do gminy."
    ).build()
    assert shelf.asked.ask("cola at the playground").corrections == ()


def test_two_words_typed_as_one_are_found_as_both(shelf: Shelf) -> None:
    shelf.put(
        both="A checklist for the study of a town before the visit.",
        one="The visit of the mayor.",
        other="A study of noise.",
    ).build()
    response = shelf.asked.ask("studyvisit")
    assert [(one.word, one.suggestion) for one in response.corrections] == [("studyvisit", "study visit")]
    assert shelf.found("studyvisit") == ["both"]
    assert shelf.asked.ask(response.as_typed or "").total == 0


def test_a_phrase_in_a_title_ranks_above_the_same_in_the_text(shelf: Shelf) -> None:
    words = "Det afsluttende møde fandt sted. Der blev talt om meget andet på mødet. "
    shelf.put(text=words * 3, title="Afsluttende møde\n\n" + words).build()
    assert shelf.found('"afsluttende møde"') == ["title", "text"]


def test_a_known_word_is_never_corrected(library: Shelf) -> None:
    assert library.asked.ask("kommunens tag").corrections == ()


def test_marks_are_the_words_found(library: Shelf) -> None:
    (hit,) = library.asked.ask("netvaerk medarbejder").hits
    (excerpt,) = hit.excerpts
    assert [excerpt.text[start:end] for start, end in excerpt.marks] == ["netværk", "medarbejdere"]
    assert (excerpt.page, excerpt.language) == (1, "da")


def test_a_phrase_is_marked_as_one(library: Shelf) -> None:
    (hit,) = library.asked.ask('"study visit"').hits
    assert [hit.excerpts[0].text[start:end] for start, end in hit.excerpts[0].marks] == ["study visit"]


def test_facets_count_all_matches_and_a_filtered_facet_its_alternatives(library: Shelf) -> None:
    response = library.asked.ask("", filters=Filters(languages=frozenset({"pl"})), per_page=1)
    assert response.total == 1
    languages = {value.value: (value.count, value.selected) for value in response.facets["language"]}
    assert languages == {"da": (2, False), "en": (1, False), "pl": (1, True)}
    assert [value.value for value in response.facets["year"]] == ["2014"]


def test_by_date_the_newest_comes_first_and_the_undated_last(library: Shelf) -> None:
    assert library.found("", order=Order.DATE) == ["visit", "gmina", "network", "minutes"]


def test_the_question_in_other_letters_ranks_the_exact_spelling_first(shelf: Shelf) -> None:
    shelf.put(accents="Gmina i współpraca z gminą.", plain="Gmina i wspolpraca z gmina.").build()
    assert shelf.found("wspolpraca") == ["plain", "accents"]
    assert shelf.found("współpraca") == ["accents", "plain"]


def test_pages_together_hold_every_hit_once(shelf: Shelf) -> None:
    many = {f"d{n:03}": f"Samarbejde i kommune nummer {n}. " + "Fælles ord. " * (n % 7) for n in range(130)}
    shelf.put(**many).build()
    told = [shelf.found("samarbejde", page=page, per_page=30) for page in range(1, 7)]
    assert [len(page) for page in told] == [30, 30, 30, 30, 10, 0]
    assert len({name for page in told for name in page}) == 130
    whole = shelf.asked.ask("samarbejde", per_page=300)
    assert [name for page in told for name in page] == [hit.document.source.path.stem for hit in whole.hits]
    scores = [hit.score for hit in whole.hits]
    assert scores == sorted(scores, reverse=True)


def test_words_that_stand_together_rank_above_words_apart(shelf: Shelf) -> None:
    filler = "Der står meget andet her om skoler, veje, havne og vand. " * 12
    shelf.put(
        apart=f"Handlingsplanen er vedtaget. {filler} Det er internationalt anerkendt.",
        together=f"{filler} Den internationale handlingsplan er vedtaget. {filler}",
    ).build()
    assert shelf.found("international handlingsplan") == ["together", "apart"]


def test_a_running_library_follows_to_the_next_generation(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.").build()
    assert shelf.found("samarbejde") == ["a"]
    shelf.put(b="Mere samarbejde om erfaring.").build()
    assert set(shelf.found("samarbejde")) == {"a", "b"}
    (shelf.settings.corpus / "a.txt").unlink()
    shelf.build()
    assert shelf.found("samarbejde") == ["b"]


def test_a_generation_damaged_while_it_is_served_is_given_up(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.").build()
    shelf.put(b="Mere samarbejde.").build()
    assert set(shelf.found("samarbejde")) == {"a", "b"}
    catalogue = shelf.settings.index / "generations/000002/catalogue.sqlite"
    catalogue.write_bytes(bytes(catalogue.stat().st_size))
    answers = (
        ThreadPoolExecutor(1).submit(shelf.found, "Samarbejde").result()
    )  # a thread without a connection, and not the very question whose answer is still kept
    assert answers == ["a"]


def test_a_facets_count_is_what_its_link_gives(shelf: Shelf) -> None:
    words = "kommune samarbejde netværk erfaring projekt"
    several = {f"d{n}": f"Kommune og samarbejde i et netværk, del {n}." for n in range(4)}
    shelf.put(all=words, polski="Projekt kommune samarbejde netværk w gminie i w mieście.", **several).build()
    counted = {value.value: value.count for value in shelf.asked.ask(words).facets["language"]}
    for code, count in counted.items():
        assert shelf.asked.ask(words, filters=Filters(languages=frozenset({code}))).total == count


def test_a_word_said_twice_is_one_word(shelf: Shelf) -> None:
    shelf.put(a="Kommunens netværk.", b="Et netværk.").build()
    (hit,) = shelf.asked.ask("kommune kommunens xylofon").hits
    assert [reason.asked for reason in hit.why if not reason.found] == ["xylofon"]


def test_a_damaged_generation_is_stood_in_for_and_that_is_said(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.").build()
    shelf.put(b="Mere samarbejde.").build()
    catalogue = shelf.settings.index / "generations/000002/catalogue.sqlite"
    catalogue.write_bytes(catalogue.read_bytes()[:-100])
    assert shelf.found("samarbejde") == ["a"]
    notice = shelf.asked.library.ask(lambda service: service.status.notice)
    assert notice == "The newest index is damaged. Generation 1 answers until the next build."


def test_a_question_asked_again_is_answered_from_memory(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.").build()
    service = open_service(shelf.settings.index)
    first, again, other = (
        service.search(Query(parse(text))) for text in ("samarbejde", "samarbejde", "erfaring")
    )
    service.close()
    assert first.hits is again.hits
    assert first.hits is not other.hits
