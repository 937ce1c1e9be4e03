# The only commands one must know. `make` lists them.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(shell command -v $(name))))
VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help install index serve check test test-browser golden eval eval-pin bench torture dictionaries messages
.PHONY: screenshots pdfjs lock clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

install: $(VENV)/.installed  ## virtual environment from the pinned dependencies

index: install  ## build and publish the index of the corpus
	@$(BIN)/interloc build

serve: install  ## install, index if the corpus changed, and serve the search page
	@$(BIN)/interloc build --if-changed
	@$(BIN)/interloc serve

check: $(VENV)/.developing  ## format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

test: check  ## everything a change must pass
	$(PYTEST) -n auto --maxprocesses 4 --dist loadfile

test-browser: $(VENV)/.developing  ## journeys and accessibility rules in a real browser
	$(PYTEST) -m browser tests/browser

screenshots: $(VENV)/.developing  ## pictures of the main pages, in every language
	@$(BIN)/interloc build --if-changed --index index
	$(BIN)/python -m tests.browser.screenshots index docs/screenshots

golden: $(VENV)/.developing  ## rewrite the golden files; review the difference
	INTERLOC_GOLDEN=write $(PYTEST) tests/golden

eval: $(VENV)/.developing  ## what the search is worth, against its floors; EVAL="--help" shows more
	@$(BIN)/python -m tests.evaluation $(EVAL)

eval-pin: $(VENV)/.developing  ## raise the floors to what is reached now; WHY="…" lets one fall
	@$(BIN)/python -m tests.evaluation --pin --why "$$WHY"

bench: $(VENV)/.developing  ## costs of building and asking, beside the peers
	$(BIN)/python -m benchmarks.engines
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.answers
	$(BIN)/python -m benchmarks.changes

torture: $(VENV)/.developing  ## crash, corruption and hostile input at full size
	$(PYTEST) -m torture -s

messages: $(VENV)/.developing  ## bring the catalogues of the interface in step with the code
	$(BIN)/python -m search_ui.web.messages $(NEW)

dictionaries:  ## install Debian's free dictionaries, for questions that cross a border
	$(if $(filter 0,$(shell id -u)),,sudo) apt-get install --no-install-recommends --yes \
	  $(addprefix dict-freedict-,dan-eng eng-dan pol-eng eng-pol swe-eng eng-swe deu-eng eng-deu lit-eng eng-lit)
	@echo 'Now put  dictionaries = ["/usr/share/dictd"]  into library.toml, and run  make index.'

pdfjs:  ## fetch PDF.js anew, which shows PDF files in the browser (needs npm)
	$(PYTHON) tools/vendor_pdfjs.py

lock: $(VENV)/.developing  ## resolve the dependencies again (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra fast setup.cfg -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra fast --extra dev -c requirements.lock setup.cfg -o requirements-dev.lock

clean:  ## remove the virtual environment and the indexes
	rm -rf $(VENV) .evaluation index

$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: install it, or name it: make PYTHON=/path/to/python3.11"; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) is too old. Python 3.11 or later is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "$(PYTHON) cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	"$(PYTHON)" -m venv $(VENV)
	@touch $@

$(VENV)/.installed: requirements.lock setup.cfg | $(VENV)/.python
	$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	$(BIN)/python -m compileall -q indexer search_ui
	@touch $@

$(VENV)/.developing: requirements-dev.lock | $(VENV)/.installed
	$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements-dev.lock
	@touch $@
