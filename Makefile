# Two commands: `make run` and `make test`. Both set up what they need, and may be repeated.
.PHONY: run test demo bench serve lint types contracts tests directions translations clean

BIN := .venv/bin

run: ## set up, check the catalogue, write the report
	@tools/prepare run
	@sh tools/run

test: ## set up, and run every check
	@tools/prepare test
	@$(MAKE) --no-print-directory lint types contracts tests

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports

tests:
	rm -f .coverage .coverage.*
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report= $(PYTEST)
	$(BIN)/coverage report --fail-under=0 --format=total >/dev/null
	sh tools/coverage

bench: ## measure: prints tables; write into docs/benchmarks.md only what you saw
	@tools/prepare test
	@PYTHONPATH=tests/support $(BIN)/python -m bench

directions: ## make catalogue/directions.py anew from CLDR
	@tools/prepare test
	$(BIN)/python tools/directions.py node_modules/cldr-core > catalogue/directions.py.new
	mv catalogue/directions.py.new catalogue/directions.py

clean: ## remove what was made here
	rm -rf .venv node_modules public .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage*
