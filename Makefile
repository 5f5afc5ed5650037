# Two commands matter: `make serve` and `make test`. Both set themselves up in .venv first.
# Every path is relative, so that the project's folder may have any name.

VENV := .venv
NEWEST := .venv-newest
BIN := $(VENV)/bin
# The mark that .venv holds all that serving needs, and the mark that it holds all that testing needs as well.
READY := $(VENV)/.ready
TESTS := $(VENV)/.ready-for-tests
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
SITE := build/site
PORT := 8000
# More than there are processors: half the time of a test in a browser is waiting.
WORKERS := 3
TYPESCRIPT := $(wildcard hooks/*.ts hooks/scripts/*.ts hooks/scripts/*/*.ts hooks/casebook/components/*/*/*.ts tests/scripts/*.ts)
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate --quiet
# The first Python that is new enough.
PYTHON := $(shell for name in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$name; break; }; done)
# A mark counts only while .venv works: Python may have been renewed, or the project's folder moved or copied.
OURS := import casebook, os, sys; sys.exit(not os.path.samefile(casebook.__path__[0], 'hooks/casebook'))
FORGET := $(shell test ! -e $(READY) || $(BIN)/python -c "$(OURS)" 2>/dev/null || rm -f $(READY))

export NO_MKDOCS_2_WARNING := 1
.DEFAULT_GOAL := help
.PHONY: help serve build packs zip check test browser quick newest fuzz golden reach bench lock clean lint style scripts

help: ## list what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-7s %s\n", $$1, $$2 }'

# Installed anew when a locked list, or the list it was made from, has changed. While it is installed the mark is away:
# what was interrupted, or made by another tool, is begun anew.
$(READY): requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || \
		{ echo "The casebook needs Python 3.11 or newer; here is $$(python3 --version 2>/dev/null || echo none)."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv is missing. On Debian or Ubuntu, type: sudo apt-get install $(PYTHON)-venv"; exit 1; }
	@{ test -e $@ && $(BIN)/python -m pip --version >/dev/null 2>&1; } || $(PYTHON) -m venv --clear $(VENV)
	@rm -f $@
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

$(TESTS): $(READY) requirements-dev.txt
	@rm -f $(READY)
	$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $(READY) $@

serve: $(READY) ## build and serve with live reload
	$(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(READY) ## build the site strictly, into build/site
	$(BIN)/python -m mkdocs build --strict --site-dir $(SITE)

packs: browser build ## print a PDF of each session, decision and exercise into build/site
	$(BIN)/python tests/print_packs.py $(SITE)

zip: packs ## put the whole site, with the PDFs, into one file in build/site
	$(BIN)/python -m casebook zip $(SITE)

check: $(READY) ## check the content: cases, exercises, claims, words
	$(BIN)/python -m casebook check

lint: style scripts

style: $(TESTS)
	$(BIN)/ruff check hooks tests bench
	$(BIN)/ruff format --check --quiet hooks tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/zizmor --offline --quiet --no-progress .github

scripts: $(TESTS)
	$(BIN)/deno check --quiet $(TYPESCRIPT)
	$(BIN)/deno lint --quiet
	$(BIN)/deno fmt --check --quiet
	$(BIN)/deno test --quiet --allow-read

# Finds a Chromium, Chrome or Edge, or gets one, or says what to do.
browser: $(TESTS)
	@$(BIN)/python tests/find_browser.py

# What looks at content, code and scripts runs at the same time; the virtual environment is whole before.
test: browser ## everything: content, code, scripts, strict build, tests with a real browser
	@$(MAKE) --no-print-directory -j $(WORKERS) check style scripts
	@$(MAKE) --no-print-directory build
	CASEBOOK_SITE=$(SITE) $(BIN)/python -m pytest -n $(WORKERS)

quick: $(TESTS) build ## the tests that need no browser
	CASEBOOK_SITE=$(SITE) $(BIN)/python -m pytest -n $(WORKERS) --ignore=tests/browser

# In a folder of its own, with the newest versions that pyproject.toml allows in place of the locked ones.
newest: ## the tests that need no browser, with the newest packages
	$(PYTHON) -m venv --clear $(NEWEST)
	$(NEWEST)/bin/python -m pip install --quiet --disable-pip-version-check -e '.[site,dev]'
	$(NEWEST)/bin/python -m pip list --disable-pip-version-check
	$(NEWEST)/bin/python -m mkdocs build --strict --site-dir $(SITE)
	CASEBOOK_SITE=$(SITE) $(NEWEST)/bin/python -m pytest -n $(WORKERS) --ignore=tests/browser

# N mutants of the run SEED (today's date if left out); ONLY is the seed of a single one. The files that failed are kept in build/mutants.
fuzz: $(TESTS) ## send N mutants (10,000) through reading, checking, rendering; SEED=... ONLY=...
	PYTHONPATH=tests $(BIN)/python -m mutants --count $(or $(N),10000) $(if $(SEED),--seed $(SEED)) $(if $(ONLY),--only $(ONLY)) \
		--processes $(WORKERS) --keep build/mutants

golden: $(TESTS) ## write the HTML of the components anew, where a change is meant
	GOLDEN=write $(BIN)/python -m pytest tests/test_golden.py

reach: browser build ## what takes minutes: walk every page, time every kind of save
	CASEBOOK_SITE=$(SITE) $(BIN)/python -m pytest -n $(WORKERS) -m reach -rP

bench: $(TESTS) ## measure, as ratios; LARGE=1 for 2,500 cases
	$(BIN)/python bench/bench.py

lock: $(READY) ## write requirements.txt, requirements-dev.txt and deno.lock anew (needs uv)
	$(LOCK) --all-extras --upgrade -o requirements-dev.txt
	$(LOCK) --extra site --constraint requirements-dev.txt --upgrade -o requirements.txt
	rm -f deno.lock
	$(BIN)/deno cache --quiet --frozen=false hooks/bundle.ts hooks/minify_style.ts

clean: ## remove what was built (the virtual environment stays)
	rm -rf $(NEWEST) build site .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis test-results
