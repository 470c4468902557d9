# make run   installs, builds the index with progress, serves the page on http://127.0.0.1:8000
# make test  everything CI runs; make cover tells which lines no test ran
# make bench how well, how fast and how large the search is, beside others: BENCH="--data DIR --sizes 1000,20000"

PYTHON ?= python3
BIN := .venv/bin
RUNNING := .venv/running
TESTING := .venv/testing
INSTALL = $(BIN)/python -m pip install --progress-bar on --no-compile -c constraints.txt -e

# All cores compile what is installed, in place of pip's one; a few packages carry files that are no Python, many their
# tests. Not left to the first import: within tests the warnings of compiling are errors.
COMPILE = $(BIN)/python -W ignore -m compileall -qq -j 0 -x '/site-packages/.*/tests?/' .venv/lib || true

# Our own modules are compiled by whichever process is first, not by each of those that tests start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test tests cover lint bench clean

run: $(RUNNING)
	$(BIN)/policy-assistant index
	$(BIN)/policy-assistant serve

test: $(TESTING)
	$(MAKE) -j2 lint tests

tests: $(TESTING)
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

cover: $(TESTING)
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --cov --cov-report=term

lint: $(TESTING)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(TESTING)
	$(BIN)/python -m eval.bench $(BENCH)

$(BIN)/python:
	$(PYTHON) -m venv .venv

$(RUNNING): pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) '.[ocr]'
	$(COMPILE)
	touch $@

$(TESTING): pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) '.[dev]'
	$(COMPILE)
	touch $@ $(RUNNING)

clean:
	rm -rf .venv .data build *.egg-info
