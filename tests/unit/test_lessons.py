"""Which lessons a document holds; all towns and projects are made up."""

from __future__ import annotations

import pytest
from knowledge_example import told

from indexer.knowledge.lessons import claims, kind_named


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        pytest.param("Obstacles", "obstacle", id="en"),
        pytest.param("Barrierer", "obstacle", id="da"),
        pytest.param("What went wrong", "obstacle", id="what went wrong"),
        pytest.param("Derfor lykkedes det", "success-factor", id="why it went well"),
        pytest.param("Następnym razem", "advice", id="next time"),
        pytest.param("What was agreed", "action-step", id="agreements"),
        pytest.param("Przeszkody", "obstacle", id="pl"),
        pytest.param("Hinder", "obstacle", id="sv"),
        pytest.param("Hindernisse", "obstacle", id="de"),
        pytest.param("Kliūtys", "obstacle", id="lt"),
        pytest.param("On key factors for success:", "success-factor", id="a label"),
        pytest.param("Tre vigtigste succesfaktorer", "success-factor", id="Danish factors"),
        pytest.param("3. Czynniki sukcesu", "success-factor", id="Polish factors, numbered"),
        pytest.param("Framgångsfaktorer", "success-factor", id="Swedish factors"),
        pytest.param("Erfolgsfaktoren", "success-factor", id="German factors"),
        pytest.param("Sėkmės veiksniai", "success-factor", id="Lithuanian factors"),
        pytest.param("Three pieces of advice", "advice", id="advice"),
        pytest.param("Råd til arrangører", "advice", id="Danish advice"),
        pytest.param("Zalecenia", "advice", id="Polish advice"),
        pytest.param("Tools for developing cooperation", "tool", id="tools"),
        pytest.param("Redskaberne bag", "tool", id="Danish tools"),
        pytest.param("Narzędzia", "tool", id="Polish tools"),
        pytest.param("Styrker", "strength", id="strengths"),
        pytest.param("Słabe strony", "weakness", id="weaknesses"),
        pytest.param("Möjligheter", "opportunity", id="opportunities"),
        pytest.param("Zagrożenia", "threat", id="threats"),
        pytest.param("Your own next steps", "action-step", id="next steps"),
        pytest.param("Obstacles, and how to live with them", "obstacle", id="with a clause"),
        pytest.param("Obstacles and success factors", "", id="two kinds"),
        pytest.param("Jak pokonać przeszkody", "", id="how to overcome them"),
        pytest.param("Toolbox", "", id="another word"),
        pytest.param("What the steering group decided", "", id="none"),
        pytest.param("Were the tools used in the end?", "", id="a question"),
    ],
)
def test_a_heading_names_a_kind_or_none(heading: str, kind: str) -> None:
    assert kind_named(heading) == kind


def test_the_items_below_a_heading_are_lessons_until_the_next_one() -> None:
    text = (
        "# Example\n\n## Obstacles\n\nThere were two.\n\n- It takes time.\n- Laws differ.\n\n"
        "## Programme\n\n- Lunch"
    )
    assert told(claims, text) == [("obstacle", "It takes time."), ("obstacle", "Laws differ.")]


def test_a_heading_below_belongs_to_the_one_above() -> None:
    text = "# Example\n\n## Zalecenia\n\n### Dla gminy\n\n- Powołaj koordynatora.\n\n## Koszty\n\n- Bilety"
    assert told(claims, text, language="pl") == [("advice", "Powołaj koordynatora.")]


def test_a_label_with_a_colon_holds_for_the_list_below() -> None:
    text = "# Main messages\n\nOn obstacles for success:\n\n- It takes time.\n\nOn lunch:\n\n- Soup"
    assert told(claims, text) == [("obstacle", "It takes time.")]


def test_a_label_at_the_start_of_a_paragraph_holds_for_its_sentences() -> None:
    text = "# Mødet\n\nOm det, der gør det svært: Samarbejde tager tid. Lovene er forskellige."
    assert told(claims, text, language="da") == [
        ("obstacle", "Samarbejde tager tid."),
        ("obstacle", "Lovene er forskellige."),
    ]


def test_numbered_headings_below_a_kind_are_lessons() -> None:
    text = (
        "# Example\n\n## Success factors\n\n### 1. Get the mayor on board\n\nShe came.\n\n"
        "### 2. Be seen\n\nWe were."
    )
    assert told(claims, text) == [
        ("success-factor", "1. Get the mayor on board"),
        ("success-factor", "2. Be seen"),
    ]


def test_a_heading_with_a_kind_and_a_name_is_a_lesson_itself() -> None:
    text = (
        "# Slides\n\n## Obstacle 1: Time\n\n- Remedy: plan backwards\n\n"
        "## Tool: the contact register\n\n- Who"
    )
    assert told(claims, text) == [
        ("obstacle", "Obstacle 1: Time"),
        ("advice", "plan backwards"),
        ("tool", "Tool: the contact register"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "# Harbours\n\n"
            "Four towns learned a lot. Two pieces of advice, which we share:\n\n- Sort early.\n- Weigh it.",
            "en",
            [("advice", "Sort early."), ("advice", "Weigh it.")],
            id="a paragraph ends with the label",
        ),
        pytest.param(
            "# Netværk\n\nDet er svært. To råd:\n\nDel op. Små grupper virker.\n\n"
            "Skift vært. Så lærer alle.\n\n## Mere\n\nNok. Slut nu.",
            "da",
            [("advice", "Del op. Små grupper virker."), ("advice", "Skift vært. Så lærer alle.")],
            id="paragraphs behind a label",
        ),
        pytest.param(
            "# Minutes\n\n## Actions\n\nNo. What Who By\n\n"
            "5.a Call the controller Lund 13 June\n\nThank you all.",
            "en",
            [("action-step", "Call the controller Lund 13 June")],
            id="a plain list of actions",
        ),
        pytest.param(
            "# Protokół\n\n## 8. Wykaz ustaleń\n\n### Nr Co Kto Termin\n\n"
            "4/1 Plan nadrobienia wydatków Sztum 28.06.2013",
            "pl",
            [("action-step", "Plan nadrobienia wydatków Sztum 28.06.2013")],
            id="its columns look like a heading",
        ),
        pytest.param(
            "# Plan\n\n"
            "| Felt | Udsagn | Følge |\n|---|---|---|\n| Styrker | Ti års erfaring | Vi kan tilbyde noget |",
            "da",
            [("strength", "Ti års erfaring")],
            id="fields in the rows of a wider table",
        ),
        pytest.param(
            "# Plan\n\n| | Good |\n|---|---|\n| Inside | Strengths. Two speak German. The head agrees. |",
            "en",
            [("strength", "Two speak German."), ("strength", "The head agrees.")],
            id="a cell that begins with its field",
        ),
        pytest.param(
            "# Warsztat\n\n## 5. Co może z tego wziąć polska gmina\n\n- Zacznij wcześnie.",
            "pl",
            [("advice", "Zacznij wcześnie.")],
            id="what others can take from it",
        ),
    ],
)
def test_lessons_stand_under_many_labels(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert told(claims, text, language=language) == expected


def test_headings_that_are_listed_name_lessons() -> None:
    text = (
        "# Report\n\nThe headings for the presentation were:\n\n"
        "- Why go abroad?\n- Good advice\n- Obstacles for success"
    )
    assert told(claims, text) == [("advice", "Good advice"), ("obstacle", "Obstacles for success")]


def test_columns_of_a_table_hold_lessons() -> None:
    text = "# Slides\n\n| Success factors | Obstacles |\n|---|---|\n| The mayor came | It takes time |"
    assert told(claims, text) == [("success-factor", "The mayor came"), ("obstacle", "It takes time")]


def test_a_swot_table_may_have_two_heads() -> None:
    text = (
        "# SWOT\n\n| Strengths | Weaknesses |\n|---|---|\n| Languages | Two people know |\n"
        "| Opportunities | Threats |\n| New programmes | Budget cuts |"
    )
    assert told(claims, text) == [
        ("strength", "Languages"),
        ("weakness", "Two people know"),
        ("opportunity", "New programmes"),
        ("threat", "Budget cuts"),
    ]


def test_a_field_of_a_swot_table_may_list_its_points() -> None:
    text = (
        "# Analiza\n\n"
        "| Pole | Punkty |\n|---|---|\n| Mocne strony | biblioteka; dwie osoby |\n| Szanse | nabór |"
    )
    assert told(claims, text, language="pl") == [
        ("strength", "biblioteka"),
        ("strength", "dwie osoby"),
        ("opportunity", "nabór"),
    ]


def test_letters_stand_for_the_fields_of_a_swot_analysis() -> None:
    text = "# SWOT-analyse\n\n| Indre | Ydre |\n|---|---|\n| S: åbent til kl. 22 | T: besparelse |"
    assert told(claims, text, language="da") == [("strength", "åbent til kl. 22"), ("threat", "besparelse")]


def test_a_table_that_crosses_the_fields_holds_questions_and_no_lessons() -> None:
    text = (
        "# TOWS\n\n"
        "| Felt | Muligheder | Trusler |\n|---|---|---|\n| Styrker | Hvordan gribe? | Hvordan skærme? |"
    )
    assert told(claims, text, language="da") == []


@pytest.mark.parametrize(
    ("language", "head"),
    [
        pytest.param("en", "Action | Responsible | Deadline", id="English"),
        pytest.param("da", "Handling | Ejer | Frist", id="Danish"),
        pytest.param("pl", "Działanie | Odpowiada | Termin", id="Polish"),
        pytest.param("sv", "Åtgärd | Ansvarig | När", id="Swedish"),
    ],
)
def test_a_plan_of_action_holds_steps(language: str, head: str) -> None:
    text = f"# Plan\n\n| {head} |\n|---|---|---|\n| Studio | Anna | maj |"
    assert told(claims, text, language=language) == [("action-step", "Studio")]


def test_a_column_that_measures_strength_holds_marks_and_no_lessons() -> None:
    assert (
        told(claims, "# Evidence\n\n| Link | Strength |\n|---|---|\n| A to B | Strong |\n| B to C | Weak |")
        == []
    )


@pytest.mark.parametrize(
    ("language", "kind", "sentence"),
    [
        pytest.param("en", "obstacle", "The biggest obstacle was the language.", id="en"),
        pytest.param("da", "obstacle", "Den største barriere var sproget.", id="da"),
        pytest.param("pl", "obstacle", "Największą przeszkodą był język.", id="pl"),
        pytest.param("sv", "obstacle", "Det största hindret var språket.", id="sv"),
        pytest.param("de", "obstacle", "Das größte Hindernis war die Sprache.", id="de"),
        pytest.param("lt", "obstacle", "Didžiausia kliūtis buvo kalba.", id="lt"),
        pytest.param("en", "tool", "One of the important tools is the online seminar.", id="a tool"),
        pytest.param("da", "tool", "Et nyttigt værktøj er onlineseminaret.", id="a Danish tool"),
        pytest.param("en", "success-factor", "The most important success factor was trust.", id="a factor"),
    ],
)
def test_a_sentence_says_what_the_biggest_was(language: str, kind: str, sentence: str) -> None:
    text = f"# Efter\n\nVi / we / my 2014. {sentence} My."
    assert told(claims, text, language=language) == [(kind, sentence)]


def test_paragraphs_that_begin_with_a_point_are_lessons_below_a_heading() -> None:
    points = [
        "Hold it early. A meeting some weeks before the end leaves time to finish.",
        "Invite the programme. A secretariat hears many reports.",
        "Give half the time to the future. People go home with a task.",
    ]
    text = "# Meeting\n\n## What others can learn\n\nThis advice is ours.\n\n" + "\n\n".join(points)
    assert told(claims, text) == [("advice", point) for point in points]


def test_text_about_lessons_is_no_lesson() -> None:
    text = (
        "# Example\n\n## Obstacles\n\n"
        "The newsletter says little about obstacles and does not name money.\n\n## End"
    )
    assert told(claims, text) == []


def test_a_paragraph_behind_a_list_of_advice_is_none() -> None:
    text = "# Harbours\n\nThree pieces of advice:\n\n- Sort early.\n\nThat is all. We went home."
    text += "\n\n## No time to lose\n\n- Run."
    assert told(claims, text) == [("advice", "Sort early.")]
