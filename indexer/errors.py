"""Every error that leaves a function of this project on purpose.

    InterLocError
    ├── SettingsError              settings
    ├── SourceError                one file of the corpus; the build goes on without it
    │   ├── OutsideCorpus          outside-corpus
    │   ├── NotAFile               not-a-file
    │   ├── UnknownFormat          unknown-format
    │   ├── UnreadableFile         unreadable
    │   ├── ChangingFile           changed-while-read
    │   ├── PasswordProtected      password
    │   ├── NothingToRead          nothing-to-read
    │   ├── TooExpensive           too-expensive
    │   └── LonelySidecar          lonely-sidecar
    ├── BuildError                 build
    │   ├── NoCorpus               no-corpus
    │   ├── EmptyCorpus            empty-corpus
    │   ├── IndexInCorpus          index-in-corpus
    │   ├── NotAFolder             not-a-folder
    │   ├── BuildRunning           build-running
    │   └── NoSpace                no-space
    ├── GenerationError            generation
    │   ├── NoGeneration           no-index
    │   ├── OutdatedGeneration     outdated-index
    │   └── DamagedGeneration      damaged-index
    ├── EngineError                engine
    │   ├── UnknownEngine          unknown-engine
    │   └── EngineUnreachable      engine-unreachable
    ├── NotInLibrary               not-found
    │   ├── NotKnown               not-known
    │   └── NoOriginal             no-original
    │       └── PackedAway         no-original
    └── QueryError                 query

Each class has a stable ``code`` for programs; the message tells a person what to do.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar


class InterLocError(Exception):
    """The root of the tree; never raised itself."""

    code: ClassVar[str] = "error"


class SettingsError(InterLocError):
    """A setting is unknown or has no usable value."""

    code = "settings"


class SourceError(InterLocError):
    """One file cannot become a document."""

    code = "source"


class OutsideCorpus(SourceError):
    """A link that could lead out of the corpus."""

    code = "outside-corpus"

    def __init__(self) -> None:
        super().__init__("This is a symbolic link; links are not followed. Put the file itself here.")


class NotAFile(SourceError):
    """A pipe, socket, device or other thing that is not a regular file."""

    code = "not-a-file"


class UnknownFormat(SourceError):
    """No extractor reads this content."""

    code = "unknown-format"


class UnreadableFile(SourceError):
    """The file cannot be opened, or its content is broken."""

    code = "unreadable"


class ChangingFile(SourceError):
    """The file changed between the walk and the reading."""

    code = "changed-while-read"

    def __init__(self) -> None:
        super().__init__("The file changed or went while it was being read. Build again when it is complete.")


class PasswordProtected(SourceError):
    """The file needs a password."""

    code = "password"

    def __init__(self) -> None:
        super().__init__("The file is protected by a password. Save a copy without one.")


class NothingToRead(SourceError):
    """The file is empty or holds no text."""

    code = "nothing-to-read"


class TooExpensive(SourceError):
    """Reading the file took more time, memory or space than allowed."""

    code = "too-expensive"


class LonelySidecar(SourceError):
    """A sidecar describes a file that is not beside it."""

    code = "lonely-sidecar"

    def __init__(self, name: str) -> None:
        super().__init__(f"It describes {name}, which is not there. Put {name} beside it, or remove this.")


class BuildError(InterLocError):
    """The build cannot go on; the index that was served is untouched."""

    code = "build"


class NoCorpus(BuildError):
    """The corpus folder does not exist."""

    code = "no-corpus"

    def __init__(self, folder: Path) -> None:
        super().__init__(f"There is no folder {folder}. Name the folder of documents with --corpus.")


class EmptyCorpus(BuildError):
    """The corpus folder holds no document."""

    code = "empty-corpus"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"No document in {folder} could be read, so no index was made. Put documents there, then build."
        )


class IndexInCorpus(BuildError):
    """The index would be read as documents."""

    code = "index-in-corpus"

    def __init__(self, index: Path, corpus: Path) -> None:
        super().__init__(
            f"The index {index} lies inside the corpus {corpus}. Name another folder with --index."
        )


class NotAFolder(BuildError):
    """The index folder is a file."""

    code = "not-a-folder"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a file. Name a folder with --index.")


class BuildRunning(BuildError):
    """Another process builds into the same index folder."""

    code = "build-running"

    def __init__(self, folder: Path, process: str) -> None:
        super().__init__(f"Process {process} is building into {folder} already. Wait until it has finished.")


class NoSpace(BuildError):
    """The disk is full or a write failed."""

    code = "no-space"


class GenerationError(InterLocError):
    """A generation of the index cannot be used."""

    code = "generation"


class NoGeneration(GenerationError):
    """Nothing has been published yet."""

    code = "no-index"

    def __init__(self, folder: Path) -> None:
        super().__init__(f"There is no index in {folder.absolute()} yet. Run: make index")


class OutdatedGeneration(GenerationError):
    """The generation was written by another version of the format."""

    code = "outdated-index"

    def __init__(self, folder: Path, found: object, expected: int) -> None:
        super().__init__(
            f"The index in {folder} has format {found}; this program reads format {expected}. Run: make index"
        )


class DamagedGeneration(GenerationError):
    """A file of the generation is missing or differs from the manifest."""

    code = "damaged-index"

    def __init__(self, folder: Path, detail: str) -> None:
        super().__init__(f"The index in {folder} is damaged: {detail}. Run: make index")


class EngineError(InterLocError):
    """A search engine failed; the driver's own exception is its cause."""

    code = "engine"


class UnknownEngine(EngineError):
    """The engine's name is unknown or its package is not installed."""

    code = "unknown-engine"


class EngineUnreachable(EngineError):
    """A remote engine does not answer."""

    code = "engine-unreachable"


class NotInLibrary(InterLocError):
    """No document has this id or path."""

    code = "not-found"

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__(f"There is no document {name!r} in the library. {hint}".strip())


class NotKnown(NotInLibrary):
    """No document of the library tells of a project, place or partner of this name."""

    code = "not-known"

    def __init__(self, name: str) -> None:
        InterLocError.__init__(self, f"No document of the library names {name!r}. Look for it by its words.")
        self.name = name


class NoOriginal(NotInLibrary):
    """The file that a document was made from is gone, or is another one by now."""

    code = "no-original"

    def __init__(self, path: str, found: str) -> None:
        InterLocError.__init__(
            self,
            f"The original file {path} {found}. The text that was read from it can still be searched and"
            " read; the next build of the index follows the change.",
        )


class PackedAway(NoOriginal):
    """The file that a document was made from is inside one that is too large to be unpacked for a visitor."""

    def __init__(self, path: str, most: int) -> None:
        InterLocError.__init__(
            self,
            f"The original file {path} is packed in a file of more than {most} MB, which is not unpacked"
            " here. The text that was read from it can still be searched and read.",
        )


class QueryError(InterLocError):
    """A program asked in a wrong way; nothing that a person types causes it."""

    code = "query"

    def __init__(self, parameter: str, message: str, **values: object) -> None:
        """Take the message with ``%(name)s`` for each value, so that it can be told in any language."""
        super().__init__(message % values if values else message)
        self.parameter, self.message, self.values = parameter, message, values
