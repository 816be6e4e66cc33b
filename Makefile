# Everything a newcomer needs: make serve, make test. Both set up .venv first; both say what they do.
PORT ?= 8000
SITE ?= site
RUN := .venv/bin/python -m
SETUP := @PYTHON="$(PYTHON)" sh tools/setup.sh
CHANGED = $(shell git diff --name-only --diff-filter=d main -- 'snippets/*/*.py' 2>/dev/null; git ls-files -o --exclude-standard -- 'snippets/*/*.py')
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve test check build hosted offline book cards record replays changes findings editor bench wasm-check clean site-ready test-ready editor-ready

serve: $(if $(filter no,$(LIVE)),site-ready,test-ready)  ## the site at http://127.0.0.1:8000/, with Run and Edit, rebuilt at every save; ONLY=hi builds one language, LIVE=no does without PyTorch
	@$(RUN) tools.serve $(PORT) $(ONLY)

test: editor-ready  ## everything: snippets, guards, the built site in a browser
	@sh tools/browser.sh
	@sh tools/nginx.sh
	@$(RUN) ruff format --check -q . && $(RUN) ruff check -q .
	@ATEN_CPU_CAPABILITY=default $(RUN) pytest -n 2 snippets  # on PyTorch's plain CPU code; tests/live runs all blocks on this machine's own: two machines for one
	@$(RUN) pytest -n 3 --dist loadfile tests README.md CONTRIBUTING.md  # the tests of a file share what they build; three, because many wait for a browser

check: test-ready  ## the fast part of test, for every change: form of the code, rules of pages and languages, snippets changed since main
	@$(RUN) ruff format --check -q . && $(RUN) ruff check -q .
	@$(RUN) pytest -n 2 tests/pages tests/languages $(CHANGED)

build: site-ready  ## the static site in site/
	@$(RUN) mkdocs build --strict

hosted: build  ## site/ as a server wants it, and its settings in site.nginx.conf; see hosting/README.md
	@$(RUN) tools.hosted site

offline: build editor-ready  ## guide-offline.zip: a copy of site/ that works from a disk, without a server
	@$(RUN) tools.offline site guide-offline.zip

book: build test-ready  ## each language as PDF and EPUB in site/; needs pandoc
	@sh tools/browser.sh
	@$(RUN) tools.book site

cards: test-ready  ## pictures of the pages in site/, for those who share a link; SITE= draws those of the languages, which are kept
	@sh tools/browser.sh
	@$(RUN) tools.cards $(SITE)

record: test-ready  ## re-record outputs and replays; ONLY=snippets/zero_grad/accumulates.py records one; TORCH=2.14.0 only shows what that version prints otherwise
	@$(if $(TORCH),$(RUN) tools.newer_torch $(TORCH) $(ONLY),$(RUN) pytest --record $(or $(ONLY),snippets -n 2))
	@$(if $(ONLY)$(TORCH),true,$(RUN) tools.explorer)  # the optimizer explorer is compared with what torch does

replays: test-ready  ## record the replays that are missing, or older than their snippet
	@$(RUN) fieldguide.recorded.record $(ONLY)

changes: test-ready  ## run every single change of the snippets that have none recorded, or older ones (minutes)
	@$(RUN) fieldguide.recorded.record --changes $(ONLY)

findings: editor-ready  ## what “Check my loop” says about every snippet, to look at in git diff
	@$(RUN) tools.findings

editor: editor-ready  ## build theme/assets/editor/ (CodeMirror, the Python parser) from tools/editor/
	@$(RUN) tools.bundle

bench: editor-ready  ## times, never asserted: build, snippets, Run and Edit, the explorer and search in a browser, Lighthouse, make check
	@sh tools/browser.sh
	@sh tools/nginx.sh
	@$(RUN) tools.bench

wasm-check: test-ready  ## which snippets print in a browser what was recorded; DIR=folder with Pyodide and a wheel of PyTorch
	@sh tools/browser.sh
	@$(RUN) tools.wasm_check $(DIR)

clean:  ## remove what the commands above made
	rm -rf .venv .cache site site.nginx.conf guide-offline.zip torch-*.diff .pytest_cache .ruff_cache

# Each sees at once whether there is something to do: a change of pins, another Python, a moved folder.
site-ready:
	$(SETUP) site

test-ready:
	$(SETUP) site test

editor-ready:
	$(SETUP) site test editor
