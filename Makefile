# Two commands: `make run` and `make test`. Both set up what they need, and may be repeated.
.PHONY: run serve test proof demo picture bench lint types contracts tests directions translations clean help

BIN := .venv/bin

run: ## set up, check every link of the catalogue, write the report
	@tools/prepare run
	@tools/run

serve: ## set up, and answer browsers at http://127.0.0.1:8000/
	@tools/prepare run
	@$(BIN)/hexaglot serve

test: ## set up, and run every check
	@tools/prepare test
	@$(MAKE) --no-print-directory lint types contracts tests

lint: ## format and style
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: ## mypy, strict
	$(BIN)/mypy

contracts: ## the rooms, core and shell, the doors of libraries
	$(BIN)/lint-imports

tests: ## all tests, and the coverage of the core
	rm -f .coverage .coverage.*
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report= $(PYTEST)
	$(BIN)/python tools/coverage.py

proof: ## run what proves the snippets, and write docs/proof.md
	@tools/prepare test
	$(BIN)/python -m pytest -n 2 --dist loadfile -m proof --proof-sheet=docs/proof.md tests $(PYTEST)

bench: ## measure; write into docs/benchmarks.md only what you saw
	@tools/prepare test
	@PYTHONPATH=tests/support $(BIN)/python -m bench

demo: ## a small organisation's year against simulated sites, offline, in build/demo
	@tools/prepare demo
	@PYTHONPATH=tests/support $(BIN)/python -m demo

picture: demo ## take the README's picture of the demo's report
	@tools/prepare test
	@PYTHONPATH=tests/support $(BIN)/python -m demo.picture

directions: ## make catalogue/directions.py anew from CLDR
	@tools/prepare test
	$(BIN)/python tools/directions.py node_modules/cldr-core > catalogue/directions.py.new
	mv catalogue/directions.py.new catalogue/directions.py

translations: ## gather new sentences into reports/locale
	@tools/prepare test
	$(BIN)/python tools/translations.py

clean: ## remove what was made here
	rm -rf .venv node_modules public .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage*

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile
