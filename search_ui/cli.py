"""The ``interloc`` command: the indexer's commands, and search and serve. Wiring only."""

from __future__ import annotations

import argparse
import json
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from indexer import commands
from indexer.errors import InterLocError, QueryError
from indexer.settings import Settings, load

from .search.answer import Hit, Response
from .search.library import open_service
from .web import api, parameters
from .web.wording import BREAK, ENGLISH

Command = Callable[[Settings, argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; an error is one sentence and exit code 1."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    logging.basicConfig(format="interloc: %(message)s", level=logging.WARNING)
    asked = _asked(arguments)
    try:
        command: Command = asked.command
        return command(_settings(asked), asked)
    except InterLocError as error:
        print(f"interloc: {error}", file=sys.stderr)  # noqa: T201 - the command line speaks here
        if asked.json:
            say(json.dumps({"code": error.code, "detail": str(error)}, ensure_ascii=False))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what was asked for; ``-word`` of a question is no option."""
    parser = _parser()
    asked, unknown = parser.parse_known_args(arguments)
    if unknown and (asked.command is not _search or any(word.startswith("--") for word in unknown)):
        parser.error(f"there is no option {' '.join(unknown)}")
    if asked.command is _search:
        asked.question = " ".join([*asked.question, *unknown])
    return asked


def say(line: str) -> None:
    """Print a line, whatever letters the terminal can show; nothing where its file has no room for it."""
    encoding = sys.stdout.encoding or "utf-8"
    shown = line.encode(encoding, "replace").decode(encoding)
    try:
        print(shown, flush=True)  # noqa: T201 - the command line speaks here
    except OSError:  # Nobody can be told. What was done is done, and Python is not to complain at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _settings(asked: argparse.Namespace) -> Settings:
    """Return the site's settings with what the command line overrules."""
    names = ("corpus", "index", "engine", "host", "port")
    given: dict[str, Any] = {
        name: value for name in names if (value := getattr(asked, name, None)) is not None
    }
    return replace(load(), **given)


def _build(settings: Settings, asked: argparse.Namespace) -> int:
    return commands.build(
        settings, say, strict=asked.strict, only_if_changed=asked.if_changed, as_json=asked.json
    )


def _check(settings: Settings, asked: argparse.Namespace) -> int:
    return commands.check(settings, say, as_json=asked.json)


def _show(settings: Settings, asked: argparse.Namespace) -> int:
    return commands.show(settings, say, asked.path, as_json=asked.json)


def _generations(settings: Settings, asked: argparse.Namespace) -> int:
    return commands.generations_command(settings, say, use=asked.use, as_json=asked.json)


def _search(settings: Settings, asked: argparse.Namespace) -> int:
    query = parameters.query(
        {
            "q": [asked.question],
            "lang": asked.lang,
            "kind": asked.kind,
            **_year_parameters(asked.year),
            "page": [str(asked.page)],
            "per_page": [str(asked.per_page)],
            "sort": [asked.sort],
        }
    )
    service = open_service(settings.index)
    try:
        response = service.search(query)
    finally:
        service.close()
    if asked.json:
        say(json.dumps(api.body(response), ensure_ascii=False))
    else:
        for line in _told(response):
            say(line)
    return 0


def _serve(settings: Settings, asked: argparse.Namespace) -> int:  # noqa: ARG001 - one shape for all commands
    from .web.server import serve  # the other commands need no web server

    serve(settings, say)
    return 0


def _year_parameters(years: str | None) -> dict[str, list[str]]:
    """Return ``A..B``, ``A..``, ``..B`` or a single year as the two parameters of the JSON contract."""
    if years is None:
        return {}
    first, dots, last = years.partition("..")
    if not (first or last) or any(year and not year.isdecimal() for year in (first, last)):
        raise QueryError("year", f"--year is A..B, A.., ..B or a single year, not {years!r}.")
    ends = {"year_from": [first] if first else [], "year_to": [last] if dots else [first]}
    return {name: [value for value in values if value] for name, values in ends.items()}


def _told(response: Response) -> Iterator[str]:
    """Yield the answer for a reader of the terminal."""
    if response.corrected:
        yield f"Did you mean: {response.corrected}"
    if response.relaxed:
        yield ENGLISH.relaxed(response)
    if response.expansions:
        yield f"Also searched: {', '.join(dict.fromkeys(one.alternative for one in response.expansions))}"
    noun = "document" if response.total == 1 else "documents"
    if not response.hits:
        where = f", which end on page {response.pages}" if response.total else ""
        yield f"{response.total} {noun}{where}"
        return
    yield f"{response.total} {noun}, page {response.query.page} of {response.pages}"
    first = (response.query.page - 1) * response.query.per_page
    for number, hit in enumerate(response.hits, start=first + 1):
        yield ""
        yield from _told_hit(number, hit)


def _told_hit(number: int, hit: Hit) -> Iterator[str]:
    document = hit.document
    date = f", {hit.date.value}" if hit.date else ""
    yield f"{number}. {document.title}"
    yield f"   {document.source.path} ({document.kind}, {document.language}{date})"
    for excerpt in hit.excerpts:
        quotation = _marked(excerpt.text, excerpt.marks).replace("\n", BREAK)
        yield f"   p. {excerpt.page}: {quotation}"


def _marked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """Return the text with its marks between square brackets."""
    for start, end in reversed(marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="interloc", description="Search past cooperation experience.")
    parser.add_argument("--version", action="version", version=f"interloc {version('interloc-search')}")
    commands_ = parser.add_subparsers(required=True, metavar="COMMAND")

    build = _command(commands_, "build", _build, "build the index from the corpus and publish it")
    build.add_argument("--corpus", type=Path, metavar="DIR", help="the folder of documents")
    build.add_argument("--engine", choices=("whoosh", "tantivy"), help="the search engine")
    build.add_argument("--strict", action="store_true", help="exit with 2 if a file could not be read")

    build.add_argument("--if-changed", action="store_true", help="keep the index if no file has changed")

    search = _command(commands_, "search", _search, "ask a question")
    search.add_argument("question", metavar="QUERY", nargs="*", help='words, "phrases", -word, a OR b, word*')
    search.add_argument("--lang", action="append", default=[], metavar="CODE", help="only this language")
    search.add_argument("--kind", action="append", default=[], metavar="KIND", help="only this kind")
    search.add_argument("--year", metavar="A..B", help="only these years")
    search.add_argument("--page", type=int, default=1, metavar="N")
    search.add_argument("--per-page", type=int, default=10, metavar="N")
    search.add_argument("--sort", choices=("relevance", "date"), default="relevance")

    serve = _command(commands_, "serve", _serve, "serve the search page and the JSON endpoint")
    serve.add_argument("--host", metavar="HOST", help="the address to listen on")
    serve.add_argument("--port", type=int, metavar="N", help="the port to listen on")

    _command(commands_, "check", _check, "read every byte of the served index against its manifest")

    show = _command(commands_, "show", _show, "show what was extracted, detected and analysed of a file")
    show.add_argument("path", metavar="PATH", help="the file's path inside the corpus")

    generations = _command(commands_, "generations", _generations, "list the generations of the index")
    generations.add_argument("--use", type=int, metavar="N", help="serve this generation")
    return parser


def _command(commands_: Any, name: str, run: Command, purpose: str) -> argparse.ArgumentParser:
    """Return a sub-command's parser with what all of them take."""
    parser: argparse.ArgumentParser = commands_.add_parser(
        name, help=purpose, description=purpose, add_help=False, allow_abbrev=False
    )
    parser.set_defaults(command=run)
    parser.add_argument("--help", action="help", help="show this and end")
    parser.add_argument("--index", type=Path, metavar="DIR", help="the index folder")
    parser.add_argument("--json", action="store_true", help="answer in JSON, for programs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
