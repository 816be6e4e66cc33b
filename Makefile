# Everything a newcomer needs: make serve, make test. Both set up .venv first; both say what they do.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve test build record editor bench clean

serve: .venv/site-ready  ## the site at http://127.0.0.1:8000/, rebuilt at every save; ONLY=hi builds one language
	@$(BIN)/python -m tools.serve $(PORT) $(ONLY)

test: .venv/test-ready .venv/editor-ready .venv/browser  ## everything: snippets, guards, the built site in a browser
	@$(BIN)/ruff format --check -q . && $(BIN)/ruff check -q .
	@ATEN_CPU_CAPABILITY=default $(BIN)/pytest -n 2 snippets  # PyTorch's plain CPU code: a second machine for free
	@$(BIN)/pytest -n 2 --dist loadgroup  # the tests of the built site share one build

build: .venv/site-ready  ## the static site in site/
	@$(BIN)/mkdocs build --strict

record: .venv/test-ready  ## re-record outputs; ONLY=snippets/zero_grad/accumulates.py records one
	@$(BIN)/pytest --record $(or $(ONLY),snippets -n 2)

editor: .venv/editor-ready  ## build theme/assets/editor/ (CodeMirror, the Python parser) from tools/editor/
	@$(BIN)/python -m tools.bundle

bench: .venv/test-ready  ## times, never asserted: build, snippets
	@$(BIN)/python -m tools.bench

clean:  ## remove what the commands above made
	rm -rf .venv site .pytest_cache .ruff_cache

.venv/site-ready: pyproject.toml constraints.txt
	@PYTHON="$(PYTHON)" sh tools/setup.sh site

.venv/test-ready: .venv/site-ready
	@PYTHON="$(PYTHON)" sh tools/setup.sh test

.venv/editor-ready: tools/editor/package.json tools/editor/package-lock.json .venv/test-ready
	@PYTHON="$(PYTHON)" sh tools/setup.sh editor

.venv/browser: .venv/test-ready
	@sh tools/browser.sh
