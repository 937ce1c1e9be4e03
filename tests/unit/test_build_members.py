"""Files inside files: members of archives and attachments of mails as documents of their own."""

from __future__ import annotations

import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest

from indexer.build import Summary, build
from indexer.discover import source_files
from indexer.errors import ChangingFile
from indexer.extract import extract
from indexer.extract.isolate import MAX_NESTING, read
from indexer.extract.members import opened
from indexer.model import Failure, SourceFile
from tests.conftest import Shelf


def zipped(members: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return target.getvalue()


def mail(body: str, attached: dict[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Date"] = "a@example.org", "b@example.org", "6 May 2014 09:30"
    message["Subject"] = "Referat"
    message.set_content(body)
    for name, content in attached.items():
        message.add_attachment(content, "application", "octet-stream", filename=name)
    return message.as_bytes()


LETTERS = {
    "minutes.eml": mail("Vedhæftet er planen.", {"plan.md": "# Handlingsplan\n\nVi åbner gaden.".encode()}),
    "folder/report.txt": b"A report on study visits.",
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(50),
}


@pytest.fixture
def library(shelf: Shelf) -> Shelf:
    shelf.put(a="Erfaring med samarbejde over grænsen.", z="Wspólny projekt gmin.")
    (shelf.settings.corpus / "letters.zip").write_bytes(zipped(LETTERS))
    return shelf


def failed(summary: Summary) -> list[tuple[str, str]]:
    return [(failure.path, failure.code) for failure in summary.failures]


def test_members_are_found_at_their_path_behind_the_container(library: Shelf) -> None:
    summary = build(library.settings)
    assert failed(summary) == [("letters.zip/picture.png", "unknown-format")]
    assert (summary.documents, summary.new) == (6, 3)
    assert library.found("handlingsplan")[0] == "letters.zip/minutes.eml/plan.md"
    assert library.found("study visits")[0] == "letters.zip/folder/report"


def test_an_unchanged_container_is_not_opened_again(library: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(library.settings)
    opened_again: list[SourceFile] = []

    def counting(corpus: Path, files: object, limits: object) -> object:
        opened_again.extend(files)  # type: ignore[arg-type]  # the real reader takes any iterable
        return iter(())

    monkeypatch.setattr("indexer.build.read", counting)
    second = build(library.settings)
    assert opened_again == []
    assert failed(second) == failed(first)
    assert (second.documents, second.unchanged, second.removed) == (first.documents, 3, 0)
    assert not second.differs
    assert library.found("handlingsplan")[0] == "letters.zip/minutes.eml/plan.md"


def test_a_removed_container_takes_its_members_away(library: Shelf) -> None:
    build(library.settings)
    (library.settings.corpus / "letters.zip").unlink()
    summary = build(library.settings)
    assert (summary.documents, summary.removed, summary.failures) == (2, 1, ())
    held = b"".join(path.read_bytes() for path in library.settings.index.rglob("*") if path.is_file())
    assert b"Handlingsplan" not in held


def test_a_changed_container_is_read_anew(library: Shelf) -> None:
    build(library.settings)
    kept = {name: content for name, content in LETTERS.items() if name.endswith(".txt")}
    (library.settings.corpus / "letters.zip").write_bytes(zipped(kept))
    summary = build(library.settings)
    assert (summary.documents, summary.changed, summary.failures) == (4, 1, ())


def test_a_damaged_member_costs_itself_only(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": b"Den foerste linje.", "b.txt": b"Den anden linje."}))
    content[content.index(b"foerste")] ^= 1
    (tmp_path / "a.zip").write_bytes(content)
    answers = {source.path.as_posix(): answer for source, answer in read(tmp_path, files_of(tmp_path))}
    assert {path for path, answer in answers.items() if isinstance(answer, Failure)} == {"a.zip/a.txt"}
    assert set(answers) == {"a.zip", "a.zip/a.txt", "a.zip/b.txt"}


def files_of(folder: Path) -> list[SourceFile]:
    return [found for found in source_files(folder) if isinstance(found, SourceFile)]


def test_archives_inside_one_another_are_opened_to_a_depth(tmp_path: Path) -> None:
    content = zipped({"deep.txt": b"Deep inside."})
    for _ in range(MAX_NESTING):
        content = zipped({"in.zip": content})
    (tmp_path / "out.zip").write_bytes(content)
    answers = list(read(tmp_path, files_of(tmp_path)))
    last, answer = answers[-1]
    assert (len(answers), last.path.name) == (MAX_NESTING + 2, "deep.txt")
    assert isinstance(answer, Failure)
    assert (answer.code, "nested" in answer.reason) == ("too-expensive", True)


def test_answers_of_members_stand_between_those_of_their_neighbours(tmp_path: Path) -> None:
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_bytes(b"Words.")
    (tmp_path / "b.zip").write_bytes(zipped({"2.txt": b"Two.", "1.eml": mail("Et", {"x.txt": b"Inside."})}))
    found = [source.path.as_posix() for source, _ in read(tmp_path, files_of(tmp_path))]
    assert found == ["a.txt", "b.zip", "b.zip/2.txt", "b.zip/1.eml", "b.zip/1.eml/x.txt", "c.txt"]


@pytest.mark.parametrize(
    ("written", "places"),
    [
        pytest.param(["../../etc/passwd.txt"], ["etc/passwd.txt"], id="a way out"),
        pytest.param(["/root/a.txt"], ["root/a.txt"], id="from the root"),
        pytest.param(["C:\\mappe\\a.txt"], ["C:/mappe/a.txt"], id="of Windows"),
        pytest.param(["a.txt", "a.txt"], ["a.txt", "a (2).txt"], id="twice"),
        pytest.param([".hidden", "__MACOSX/a.txt", "~$a.docx", "b.txt"], ["b.txt"], id="not worth reading"),
        pytest.param(["mappe/", "mappe/æ.txt"], ["mappe/æ.txt"], id="a folder"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_of_members_never_lead_out(written: list[str], places: list[str]) -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in written:
            package.writestr(name, b"x")
    assert [part.name for part in extract("a.zip", target.getvalue()).parts] == places


@pytest.mark.parametrize(("encoding", "name"), [("cp850", "mødereferat.txt"), ("cp852", "łąka.txt")])
def test_names_of_old_archives_have_the_right_letters(encoding: str, name: str) -> None:
    content = zipped({"x" * len(name): b"Words."}).replace(b"x" * len(name), name.encode(encoding))
    assert [part.name for part in extract("a.zip", content).parts] == [name]


def test_a_member_is_opened_only_as_what_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": b"Words."}))
    (around,) = files_of(tmp_path)
    (part,) = extract("a.zip", (tmp_path / "a.zip").read_bytes()).parts
    member = SourceFile(around.path / part.name, part.size, part.sha256)
    assert opened(tmp_path, member, [around]) == b"Words."
    with pytest.raises(ChangingFile):
        opened(tmp_path, SourceFile(member.path, member.size, "0" * 64), [around])


def test_a_mail_has_its_subject_as_title_and_pictures_in_its_text_are_no_documents() -> None:
    message = EmailMessage()
    message["From"], message["Date"] = "Zofia Żak <z@example.org>", "Tue, 06 May 2014 23:30:00 +0200"
    message["Subject"] = "Spotkanie w Kwidzynie – protokół"
    message.set_content("<p>Dzień dobry.</p><table><tr><td>Do widzenia</td></tr></table>", subtype="html")
    message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<logo>")
    content = extract("a.eml", message.as_bytes())
    assert content.title == "Spotkanie w Kwidzynie – protokół"
    assert content.stated == {"author": "Zofia Żak", "date": "2014-05-06", "kind": "mail"}
    assert [block.text for block in content.pages[0].blocks[1:]] == ["Dzień dobry.", "Do widzenia"]
    assert content.parts == ()


def test_a_forwarded_mail_is_a_document_of_its_own() -> None:
    inner = EmailMessage()
    inner["From"], inner["Date"], inner["Subject"] = "a@example.org", "6 May 2014 09:30", "Inder"
    inner.set_content("Indeni.")
    outer = EmailMessage()
    outer["From"], outer["Date"], outer["Subject"] = "b@example.org", "7 May 2014 09:30", "Ydre"
    outer.set_content("Se nedenfor.")
    outer.add_attachment(inner)
    assert [part.name for part in extract("a.eml", outer.as_bytes()).parts] == ["attachment-1.eml"]
