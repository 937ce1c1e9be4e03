"""The API is what its description says, tells programs what they did wrong, and cannot be asked too much."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pytest
from web_visitor import QUESTIONS, Browser, browser

from indexer.build import build
from indexer.settings import Settings
from search_ui.search.library import Library
from search_ui.web import api_operations, api_parameters, openapi, parameters
from search_ui.web.api_operations import OPERATIONS, Operation

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
validator = pytest.importorskip("openapi_spec_validator", reason="openapi-spec-validator is not installed")

PATHS = [operation.path for operation in OPERATIONS]


@pytest.fixture(scope="module")
def visitor(shipped: Any) -> Browser:
    return browser(shipped.settings, shipped.library)


@pytest.fixture(scope="module")
def description(visitor: Browser) -> Any:
    return visitor.get("/api/v1/openapi.json").get_json()


@pytest.fixture(scope="module")
def id(visitor: Browser) -> str:
    return str(visitor.get("/api/v1/search?q=projekt").get_json()["hits"][0]["id"])


def address(operation: Operation, id: str) -> str:
    return filled(operation.path, id)


def filled(path: str, id: str) -> str:
    name = "Kwidzyn" if "/place/" in path else "InterLoc"
    return path.replace("{id}", id).replace("{name}", name)


# The description and the code are one thing


def test_the_description_is_valid_openapi(description: Any) -> None:
    assert description["openapi"].startswith("3.1")
    validator.validate(description)


def test_every_operation_is_described_and_every_described_one_answers(
    visitor: Browser, description: Any, id: str
) -> None:
    rules = {
        re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
        for rule in visitor.client.application.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/")
    }
    assert rules == {*description["paths"], openapi.PATH}
    for path in description["paths"]:
        assert visitor.get(filled(path, id)).status_code == 200


def closed(schema: Any) -> Any:
    """Return the schema so that it refuses every member it does not name."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: closed(value) for name, value in schema.items()}
    return {**inner, "additionalProperties": False} if "properties" in inner else inner


def check(description: Any, shape: str, answer: object) -> None:
    """Fail where the answer is not just what the description says of its shape."""
    schemas = {
        name: closed(schema) if isinstance(schema.get("properties"), dict) else schema
        for name, schema in description["components"]["schemas"].items()
    }
    schema = {"$ref": f"#/components/schemas/{shape}", "components": {"schemas": schemas}}
    jsonschema.Draft202012Validator(schema).validate(answer)


@pytest.mark.parametrize(
    "question", [*QUESTIONS, "6 maja 2014", 'e-mail "netværk"', "kind:tool year:2014..2026"]
)
def test_an_answer_has_the_members_that_are_described_and_no_other(
    visitor: Browser, description: Any, question: str
) -> None:
    check(description, "SearchAnswer", visitor.get(f"/api/v1/search?{urlencode({'q': question})}").get_json())


def test_documents_status_and_suggestions_are_as_described(visitor: Browser, description: Any) -> None:
    for hit in visitor.get("/api/v1/search?per_page=300").get_json()["hits"]:
        check(description, "DocumentAnswer", visitor.get(f"/api/v1/document/{hit['id']}").get_json())
    check(description, "StatusAnswer", visitor.get("/api/v1/status").get_json())
    check(description, "SuggestAnswer", visitor.get("/api/v1/suggest?q=samarb").get_json())


def test_a_member_that_is_not_described_would_be_noticed(visitor: Browser, description: Any) -> None:
    answer = visitor.get("/api/v1/search?q=projekt").get_json()
    answer["hits"][0]["excerpts"][0]["colour"] = "red"
    with pytest.raises(jsonschema.ValidationError, match="colour"):
        check(description, "SearchAnswer", answer)


@pytest.mark.parametrize("path", PATHS)
def test_every_example_is_an_answer(description: Any, path: str) -> None:
    operation = description["paths"][path]["get"]
    content = operation["responses"]["200"]["content"]["application/json"]
    check(description, content["schema"]["$ref"].rpartition("/")[2], content["example"])
    for parameter in operation["parameters"]:
        jsonschema.Draft202012Validator(parameter["schema"]).validate(parameter["example"])


def test_the_example_of_a_problem_is_the_answer_to_a_wrong_parameter(
    visitor: Browser, description: Any
) -> None:
    told = description["components"]["responses"]["400"]["content"]["application/problem+json"]
    assert visitor.get("/api/v1/search?page=0").get_json() == told["example"]
    check(description, "Problem", told["example"])


@pytest.mark.parametrize("parameter", api_parameters.SEARCH.values(), ids=lambda one: one.name)
def test_the_bounds_of_a_parameter_are_those_of_the_code(
    visitor: Browser, parameter: api_parameters.Parameter
) -> None:
    def status(value: object) -> int:
        return visitor.get(f"/api/v1/search?{urlencode({parameter.name: value})}").status_code

    assert status(parameter.example) == 200
    match parameter.form:
        case "number":
            assert [status(value) for value in (0, 1, parameter.highest, parameter.highest + 1)] == [
                400,
                200,
                200,
                400,
            ]
        case "choice":
            assert {status(choice) for choice in parameter.choices} == {200}
            assert status("nothing") == 400
        case "year":
            assert [status(value) for value in ("2014", "14", "20144", "")] == [200, 400, 400, 200]
        case "amounts":
            spans = ("100000..", "..500000eur", "527044.40EUR", "", "much", "..", "1..2..3")
            assert [status(value) for value in spans] == [200, 200, 200, 200, 400, 400, 400]
        case "text":
            assert status("\x00 \" ' <>") == 200
    repeated = visitor.get(f"/api/v1/search?{urlencode([(parameter.name, parameter.example)] * 2)}")
    assert repeated.status_code == (200 if parameter.repeated else 400)


def test_the_page_describes_every_operation_parameter_and_object(visitor: Browser, description: Any) -> None:
    page = visitor.page("/api")
    text = page.xpath("string(//main)")
    for path, item in description["paths"].items():
        assert f"GET {path}" in text
        for parameter in item["get"]["parameters"]:
            assert parameter["description"].replace("`", "") in text
    for name, schema in description["components"]["schemas"].items():
        if name != "Problem":
            assert page.xpath(f'//h3[@id="{name}"]'), name
            assert set(schema["properties"]) <= set(page.xpath("//code/text()"))
    anchors = [link.removeprefix("#") for link in page.xpath("//main//a/@href") if link.startswith("#")]
    assert anchors and set(anchors) <= set(page.xpath("//@id"))


@pytest.mark.parametrize("language", ["en", "da", "pl"])
def test_the_page_about_the_api_is_sound_in_every_language(visitor: Browser, language: str) -> None:
    response = visitor.get(f"/api?ui={language}")
    assert len(response.data) < 60_000
    page = visitor.page(f"/api?ui={language}")
    ids = page.xpath("//@id")
    assert page.get("lang") == language and len(ids) == len(set(ids))
    assert not page.xpath("//script[not(@src)] | //style | //@style")


# What is asked twice, from elsewhere, or wrongly


def test_an_answer_holds_until_the_library_is_indexed_again(shelf: Any) -> None:
    shelf.put(one="The project InterLoc met zebras in Kwidzyn.").build()
    visitor = browser(shelf.settings, shelf.asked.library)
    id = visitor.get("/api/v1/search").get_json()["hits"][0]["id"]
    tags: dict[str, str] = {}
    for operation in OPERATIONS:
        tag = tags[operation.path] = visitor.get(address(operation, id)).headers["ETag"]
        again = visitor.get(address(operation, id), headers={"If-None-Match": tag})
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    shelf.put(two="Another text about zebras.").build()
    for path, tag in tags.items():
        changed = visitor.get(filled(path, id), headers={"If-None-Match": tag})
        assert changed.status_code == 200 and changed.headers["ETag"] != tag


def test_an_index_made_anew_is_another_edition_even_under_the_same_number(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    def tag(text: str) -> str:
        folder = tmp_path_factory.mktemp("anew")
        settings = Settings(corpus=folder / "documents", index=folder / "index")
        settings.corpus.mkdir()
        (settings.corpus / "one.txt").write_text(text, encoding="utf-8")
        build(settings)
        library = Library(settings.index)
        try:
            return browser(settings, library).get("/api/v1/search?q=zebra").headers["ETag"]
        finally:
            library.close()

    assert tag("A text about a zebra.") != tag("A text about two zebras.")


def test_a_tag_for_everything_does_not_hide_what_is_wrong(visitor: Browser) -> None:
    everything = {"If-None-Match": "*"}
    assert visitor.get("/api/v1/document/000000000000", headers=everything).status_code == 404
    assert visitor.get("/api/v1/search?page=0", headers=everything).status_code == 400


@pytest.mark.parametrize(
    ("allowed", "origin", "told"),
    [
        pytest.param((), "https://a.example", None, id="nobody is allowed by default"),
        pytest.param(("https://a.example",), "https://a.example", "https://a.example", id="who is named"),
        pytest.param(("https://a.example",), "https://b.example", None, id="who is not named"),
        pytest.param(("https://a.example",), None, None, id="who says nothing"),
        pytest.param(("*",), "https://b.example", "*", id="everybody"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_other_sites_read_the_api_where_the_settings_allow_it(
    shipped: Any, allowed: tuple[str, ...], origin: str | None, told: str | None, method: str
) -> None:
    visitor = browser(replace(shipped.settings, cors_origins=allowed), shipped.library)
    headers = {"Origin": origin} if origin else {}
    for path in ("/api/v1/search?q=x", "/api/v1/search?page=0", "/api/v1/nothing"):
        response = visitor.client.open(path, method=method, headers=headers)
        assert response.headers.get("Access-Control-Allow-Origin") == told
        assert response.headers["Cross-Origin-Resource-Policy"] == ("cross-origin" if told else "same-origin")
        assert ("Origin" in response.vary) == (bool(allowed) and allowed != ("*",))
    page = visitor.client.open("/search?q=x", method=method, headers=headers)
    assert "Access-Control-Allow-Origin" not in page.headers


@pytest.mark.parametrize(
    "path", ["/api/", "/api/v1", "/api/v1/search/", "/api/v2/search", "/api/v1/document/"]
)
def test_whatever_is_wrong_below_the_api_is_told_as_a_problem(visitor: Browser, path: str) -> None:
    for method in ("GET", "POST", "DELETE"):
        response = visitor.client.open(path, method=method)
        assert (response.status_code, response.mimetype) == (404, "application/problem+json")


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_a_parameter_that_an_operation_does_not_have_is_named(
    visitor: Browser, id: str, operation: Operation
) -> None:
    response = visitor.get(f"{address(operation, id)}?colour=red")
    assert (response.status_code, response.get_json()["parameter"]) == (400, "colour")


def test_the_names_of_the_description_are_those_that_are_read() -> None:
    search: Mapping[str, object] = next(one for one in OPERATIONS if one.name == "search").parameters
    assert tuple(search) == parameters.NAMES
    assert {one.shape.__name__ for one in OPERATIONS} == {
        one.__name__ for one in api_operations.Answer.__args__
    }
    assert json.loads(json.dumps(openapi.document("A site")))["info"]["title"] == "A site API"


def test_the_examples_of_the_page_for_people_can_be_tried(visitor: Browser) -> None:
    tried = [str(one) for one in visitor.page("/api").xpath("//a[code]/@href")]
    assert len(tried) == sum(not one.in_path for one in OPERATIONS)
    assert [visitor.get(one).status_code for one in tried] == [200] * len(tried)
