# Two commands matter: `make serve` and `make test`. Both set themselves up in .venv first.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SITE := build/site
PORT := 8000
WORKERS := 2
TYPESCRIPT := $(wildcard docs/scripts/*.ts docs/components/*/*.ts tests/scripts/*.ts)
# The first Python that is new enough.
PYTHON := $(shell for name in python3.11 python3.12 python3.13 python3.14 python3; do \
	command -v $$name >/dev/null 2>&1 && $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)

export NO_MKDOCS_2_WARNING := 1
.DEFAULT_GOAL := help
.PHONY: help serve build check test fuzz golden reach bench lock clean lint

help: ## list what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-7s %s\n", $$1, $$2 }'

# Installed anew when the locked list, or the list it was made from, has changed.
$(READY): requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "The casebook needs Python 3.11 or newer, and none was found."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "Python has no venv; on Debian: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

serve: $(READY) ## build and serve with live reload
	$(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(READY) ## build the site strictly, into build/site
	$(BIN)/python -m mkdocs build --strict --site-dir $(SITE)

check: $(READY) ## check the content: cases, exercises, claims, words
	$(BIN)/casebook check

lint: $(READY)
	$(BIN)/ruff check hooks tests bench
	$(BIN)/mypy
	$(BIN)/deno check --quiet $(TYPESCRIPT)
	$(BIN)/deno lint --quiet
	$(BIN)/deno fmt --check --quiet
	$(BIN)/deno test --quiet --allow-read

test: check lint build ## everything: content, code, scripts, strict build, tests with a real browser
	CASEBOOK_SITE=$(SITE) $(BIN)/python -m pytest -n $(WORKERS)

# N mutants of the run SEED (today's date if left out); ONLY is the seed of a single one. The files that failed are kept in build/mutants.
fuzz: $(READY) ## send N mutants (10,000) through reading, checking, rendering; SEED=... ONLY=...
	PYTHONPATH=tests $(BIN)/python -m mutants --count $(or $(N),10000) $(if $(SEED),--seed $(SEED)) $(if $(ONLY),--only $(ONLY)) \
		--processes $(WORKERS) --keep build/mutants

golden: $(READY) ## write the shapes of the components anew, where a change is meant
	GOLDEN=write $(BIN)/python -m pytest tests/test_golden.py

reach: build ## walk every page of the site (slow)
	CASEBOOK_SITE=$(SITE) $(BIN)/python -m pytest -n $(WORKERS) -m reach

bench: $(READY) ## measure, as ratios; LARGE=1 for 2,500 cases
	$(BIN)/python bench/bench.py

lock: ## write requirements.txt anew (needs uv)
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade --quiet -o requirements.txt

clean: ## remove what was built (the virtual environment stays)
	rm -rf build site .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis test-results
