"""What a build did, and what changed in the corpus against the generation before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .inside import is_inside
from .known import Known, is_marked
from .model import Failure, SourceFile


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did."""

    generation: int
    documents: int
    languages: Mapping[str, int]
    new: int
    changed: int
    unchanged: int
    removed: int
    failures: tuple[Failure, ...]
    warnings: tuple[tuple[str, str], ...]
    """What could not be read well: the path of a document and a sentence."""
    engine: str
    seconds: float
    notices: tuple[str, ...] = ()
    """What questions have to do without, a sentence each."""
    published: bool = True
    """Whether a new generation was made; otherwise the served one is as it would be."""

    @property
    def differs(self) -> bool:
        """Whether any file is new, changed or gone."""
        return bool(self.new or self.changed or self.removed)


def compared(found: Iterable[SourceFile | Failure], known: Known) -> Summary:
    """Return a summary that holds only what changed against the generation before."""
    before = {path: state.seen for path, state in known.states.items()}
    before |= {path: failure.sha256 for path, failure in known.failures.items()}
    before = {path: state for path, state in before.items() if not is_inside(path, before)}
    now = dict(filter(None, (_state(file, known) for file in found)))
    both = now.keys() & before.keys()
    return Summary(
        generation=0,
        documents=0,
        languages={},
        new=len(now.keys() - before.keys()),
        changed=sum(now[path] != before[path] for path in both),
        unchanged=sum(now[path] == before[path] for path in both),
        removed=len(before.keys() - now.keys()),
        failures=(),
        warnings=(),
        engine="",
        seconds=0.0,
    )


def _state(file: SourceFile | Failure, known: Known) -> tuple[str, str] | None:
    """Return the file's path and what tells its present state from that of the last build."""
    if isinstance(file, SourceFile):
        path = file.path.as_posix()
        # What a sidecar says is nothing to a file that could not be read.
        return path, file.sha256 + (file.sidecar if path not in known.failures else "")
    kept = known.last_good(file)
    if kept is None:
        return None
    before = known.document(file.path)
    marked = before is not None and is_marked(before)
    return file.path, known.states[file.path].seen if marked else "fails now"
