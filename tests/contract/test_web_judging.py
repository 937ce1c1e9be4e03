"""Judging hits on the results page: off by default, from our own pages only, read by the evaluation."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
from web_visitor import Browser, browser, hit_ids

from tests.conftest import Asked
from tests.evaluation import judged
from tests.evaluation.errors import BadLine, NoQuestions

OWN = {"Sec-Fetch-Site": "same-origin"}
ADDRESS = "q=study+visit&lang=en"

Judge = Callable[..., int]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "said" / "judgements.jsonl"


@pytest.fixture
def owner(shipped: Asked, file: Path) -> Browser:
    """A visitor of a site that is open for judging."""
    return browser(replace(shipped.settings, judging=True, judgements=file), shipped.library)


@pytest.fixture
def visitor(shipped: Asked) -> Browser:
    return browser(shipped.settings, shipped.library)


def first_hit(visitor: Browser) -> str:
    return hit_ids(visitor.page(f"/search?{ADDRESS}"))[0]


def said(client: FlaskClient, headers: dict[str, str], **form: str) -> int:
    return client.post("/judge", data=form, headers=headers).status_code


def test_nothing_is_judged_unless_the_settings_say_so(visitor: Browser) -> None:
    assert visitor.get(f"/search?{ADDRESS}&judge=1").status_code == 400
    assert said(visitor.client, OWN, address=ADDRESS, document=first_hit(visitor), verdict="right") == 404


def test_verdicts_stand_beside_hits_only_where_they_are_asked_for(owner: Browser) -> None:
    assert owner.page(f"/search?{ADDRESS}").xpath("//form[@class='judging']") == []
    page = owner.page(f"/search?{ADDRESS}&judge=1")
    assert len(page.xpath("//form[@class='judging']")) == len(hit_ids(page)) > 0
    names = page.xpath("(//form[@class='judging'])[1]//button/text()")
    assert names == ["Right", "Partly", "Wrong"]


def test_a_form_of_the_page_writes_one_line_and_leads_back(owner: Browser, file: Path) -> None:
    form = owner.page(f"/search?{ADDRESS}&judge=1").xpath("(//form[@class='judging'])[1]")[0]
    sent = {str(name): str(value) for name, value in form.form_values()}
    answer = owner.client.post(form.get("action"), data=sent | {"verdict": "partly"}, headers=OWN)
    back = urlsplit(answer.location)
    assert (answer.status_code, back.path) == (303, "/search")
    assert parse_qs(back.query) == {"q": ["study visit"], "lang": ["en"], "judge": ["1"]}
    (line,) = file.read_text(encoding="utf-8").splitlines()
    stated = json.loads(line)
    assert (stated["question"], stated["verdict"], stated["grade"]) == ("study visit", "partly", 2)
    pressed = owner.page(answer.location).xpath("//button[@aria-pressed='true']/text()")
    assert pressed == ["Partly"]


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({}, id="says nothing"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, id="another site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, id="a neighbour of this site"),
        pytest.param({"Sec-Fetch-Site": "none"}, id="no page at all"),
        pytest.param({"Origin": "http://evil.example"}, id="another origin"),
        pytest.param({"Origin": "null"}, id="a hidden origin"),
        pytest.param({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, id="contradicts itself"),
    ],
)
def test_a_form_from_elsewhere_is_refused(owner: Browser, file: Path, headers: dict[str, str]) -> None:
    assert said(owner.client, headers, address=ADDRESS, document=first_hit(owner), verdict="right") == 403
    assert not file.exists()


def test_an_older_browser_tells_the_origin(owner: Browser, file: Path) -> None:
    origin = {"Origin": "http://localhost"}
    assert said(owner.client, origin, address=ADDRESS, document=first_hit(owner), verdict="wrong") == 303
    assert json.loads(file.read_text(encoding="utf-8"))["grade"] == 0


@pytest.mark.parametrize(
    "form, status",
    [
        pytest.param({"verdict": "great"}, 400, id="an unknown verdict"),
        pytest.param({"verdict": "right", "document": "0" * 12}, 404, id="an unknown document"),
        pytest.param({"verdict": "right", "address": ""}, 400, id="no question"),
        pytest.param({"verdict": "right", "address": "q=a&evil=1"}, 400, id="no address of a results page"),
        pytest.param(
            {"verdict": "right", "address": "https://evil.example/"}, 400, id="another site's address"
        ),
        pytest.param({}, 400, id="no verdict"),
    ],
)
def test_what_is_no_verdict_is_refused(owner: Browser, file: Path, form: dict[str, str], status: int) -> None:
    sent = {"address": ADDRESS, "document": first_hit(owner)} | form
    assert said(owner.client, OWN, **sent) == status
    assert not file.exists()


def test_judging_is_not_read(owner: Browser) -> None:
    assert owner.get("/judge").status_code == 405


def test_a_full_file_takes_nothing_more(owner: Browser, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"{}\n" * 2_000_000)
    sent = {"address": ADDRESS, "document": first_hit(owner), "verdict": "right"}
    assert said(owner.client, OWN, **sent) == 400
    assert file.stat().st_size == 6_000_000


def test_what_was_judged_is_a_yardstick_and_the_latest_verdict_counts(owner: Browser, file: Path) -> None:
    first, second = hit_ids(owner.page(f"/search?{ADDRESS}"))[:2]
    for document, verdict in ((first, "wrong"), (second, "partly"), (first, "right")):
        said(owner.client, OWN, address=ADDRESS, document=document, verdict=verdict)
    held = judged.load(file)
    (question,) = held.questions
    assert question.text == "study visit"
    assert sorted(held.of(question).values()) == [2, 3]


def test_a_question_that_nothing_was_said_to_answer_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "judgements.jsonl"
    lines = [{"question": name, "document": "a.md", "grade": grade} for name, grade in (("a", 0), ("b", 2))]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert [one.text for one in judged.answered(judged.load(file)).questions] == ["b"]


@pytest.mark.parametrize(
    "line, error",
    [
        pytest.param("", NoQuestions, id="nothing"),
        pytest.param("{", BadLine, id="no JSON"),
        pytest.param("3", BadLine, id="no object"),
        pytest.param('{"question": "a", "document": "b.md"}', BadLine, id="no grade"),
        pytest.param('{"question": "a", "document": "b.md", "grade": 7}', BadLine, id="an unknown grade"),
        pytest.param('{"question": 1, "document": "b.md", "grade": 3}', BadLine, id="no question"),
    ],
)
def test_a_spoiled_file_of_verdicts_is_refused_by_name(
    tmp_path: Path, line: str, error: type[Exception]
) -> None:
    file = tmp_path / "judgements.jsonl"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(error, match=r"judgements\.jsonl"):
        judged.load(file)
