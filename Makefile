# make run   installs, builds the index with progress, serves the page on http://127.0.0.1:8000
# make test  everything CI runs
# make bench how well, how fast and how large the search is, beside others: BENCH="--data DIR --sizes 1000,20000"

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed

.PHONY: run test lint bench clean

run: $(INSTALLED)
	$(BIN)/policy-assistant index
	$(BIN)/policy-assistant serve

test: $(INSTALLED) lint
	$(BIN)/python -m pytest -n 2 --dist loadfile --cov --cov-report=term

lint: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(INSTALLED)
	$(BIN)/python -m eval.bench $(BENCH)

$(INSTALLED): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --progress-bar on -c constraints.txt -e '.[dev]'
	touch $@

clean:
	rm -rf .venv .data build *.egg-info
