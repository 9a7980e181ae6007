# QuotesDB's tasks: `make` lists them. Python 3.11 or newer and make are all they presume.

PYTHON ?= python3
PORT ?= 8000
ARGS ?=

VENV := .venv
RUN := $(VENV)/bin/python
RUNTIME := $(VENV)/runtime-is-installed
DEV := $(VENV)/dev-is-installed
REPORTS := var/test-reports
SOURCES := quotesdb api seeds tests manage.py

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test test-sqlite test-postgresql test-browser lint format types schema audit \
	migrations-check benchmark endurance fuzzing clean

help: ## List the tasks.
	@echo "Tasks (PYTHON=... names another Python, ARGS=... goes to pytest):"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' Makefile

run: $(RUNTIME) ## Start QuotesDB with its first data on http://localhost:8000/; PORT=... elsewhere.
	@$(RUN) manage.py serve --port $(PORT)

test: $(DEV) ## Lint, types and all tests: on SQLite, on PostgreSQL and in a browser.
	@$(RUN) -m tests.parts $(MAKE)

test-sqlite: $(DEV) ## The tests on SQLite.
	@DATABASE_URL= $(RUN) -m pytest --junit-xml=$(REPORTS)/sqlite.xml $(ARGS)

test-postgresql: $(DEV) ## The tests on a PostgreSQL started for them, or on TEST_DATABASE_URL.
	@$(RUN) -m tests.throwaway_postgresql -- \
		$(RUN) -m pytest --junit-xml=$(REPORTS)/postgresql.xml $(ARGS)

test-browser: $(DEV) ## The tests in Chromium; CHROMIUM=... names the program.
	@DATABASE_URL= $(RUN) -m tests.browser --junit-xml=$(REPORTS)/browser.xml $(ARGS)

lint: $(DEV) migrations-check ## Style, mistakes, order of imports, missing migrations.
	@$(RUN) -m ruff check --quiet $(SOURCES)
	@$(RUN) -m ruff format --quiet --check --diff $(SOURCES)

migrations-check: $(DEV) ## Does every change of a model have its migration?
	@DATABASE_URL= $(RUN) manage.py makemigrations --check --dry-run --verbosity 1

format: $(DEV) ## Put style and imports in order.
	@$(RUN) -m ruff check --quiet --fix-only $(SOURCES)
	@$(RUN) -m ruff format $(SOURCES)

types: $(DEV) ## Check the types.
	@$(RUN) -m mypy

audit: $(DEV) ## Suspicious code, and known holes in what is installed; the second needs the network.
	@$(RUN) -m tests.audit

schema: $(DEV) ## Renew the committed OpenAPI document, docs/openapi.yaml, and its examples.
	@rm -rf var/examples && mkdir -p var/examples
	@VAR_DIR=var/examples DATABASE_URL= $(RUN) manage.py migrate --verbosity 0
	@VAR_DIR=var/examples DATABASE_URL= $(RUN) manage.py import_seeds --verbosity 0
	@VAR_DIR=var/examples DATABASE_URL= $(RUN) manage.py write_examples docs
	@$(RUN) manage.py spectacular --validate --fail-on-warn --file docs/openapi.yaml
	@rm -rf var/examples

fuzzing: $(DEV) ## 20,000 requests made up out of the OpenAPI document; ARGS="--cases 100000" for more.
	@rm -rf var/fuzzing && mkdir -p var/fuzzing
	@VAR_DIR=var/fuzzing DATABASE_URL= DJANGO_SETTINGS_MODULE=quotesdb.settings \
		$(RUN) -m tests.fuzzing $(ARGS)
	@VAR_DIR=var/fuzzing DJANGO_SETTINGS_MODULE=quotesdb.settings \
		$(RUN) -m tests.throwaway_postgresql -- $(RUN) -m tests.fuzzing $(ARGS)
	@rm -rf var/fuzzing

endurance: $(DEV) ## 16 writers, 200 records, two minutes on each engine, the server killed now and then.
	@rm -rf var/endurance && mkdir -p var/endurance
	@VAR_DIR=var/endurance DATABASE_URL= DJANGO_SETTINGS_MODULE=quotesdb.settings \
		$(RUN) -m tests.endurance $(ARGS)
	@VAR_DIR=var/endurance DJANGO_SETTINGS_MODULE=quotesdb.settings \
		$(RUN) -m tests.throwaway_postgresql -- $(RUN) -m tests.endurance $(ARGS)
	@rm -rf var/endurance

benchmark: $(DEV) ## Measure the server beside others on made quotes; ARGS="--sizes 100k", see docs.
	@$(RUN) -m tests.throwaway_postgresql -- $(RUN) -m tests.benchmarks.side_by_side \
		--engines sqlite postgresql $(ARGS)

clean: ## Remove what tests and checks left; the data in var/ and .venv stay.
	@rm -rf $(REPORTS) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find $(SOURCES) -name __pycache__ -prune -exec rm -rf {} +

$(RUN):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "QuotesDB needs Python 3.11 or newer as $(PYTHON): install it, or name one with PYTHON=..." >&2; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make virtual environments: install its venv (Debian: apt install python3-venv)" >&2; \
		exit 1; }
	@echo "Making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }

$(RUNTIME): requirements.txt $(RUN)
	@echo "Installing what QuotesDB needs; the first time this takes a minute"
	@$(RUN) -m pip install -qq --disable-pip-version-check -r requirements.txt
	@touch $@

$(DEV): requirements-dev.txt requirements.txt $(RUN)
	@echo "Installing what the tests need; the first time this takes a minute or two"
	@$(RUN) -m pip install -qq --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(RUNTIME)
