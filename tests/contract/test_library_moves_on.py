"""The served library follows the index folder without letting questions wait for it."""

from __future__ import annotations

import threading
from typing import Any

from search_ui.search.library import Library


def generation(library: Library) -> int:
    return library.ask(lambda service: service.generation)


def test_questions_are_answered_from_the_open_generation_while_another_thread_opens_the_next(
    shelf: Any,
) -> None:
    shelf.put(one="A text about zebras.")
    library = Library(shelf.build().settings.index)
    assert generation(library) == 1
    shelf.put(two="A text about giraffes.")
    shelf.build()
    with library._opening:  # what the thread that opens the next one holds
        answers: list[int] = []
        asked = threading.Thread(target=lambda: answers.append(generation(library)), daemon=True)
        asked.start()
        asked.join(timeout=20)
    assert answers == [1]
    assert generation(library) == 2
    library.close()
