# Every habit has one word. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help run test check bench words screenshots pack package docs prepare-run prepare-dev clean

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: prepare-run  ## set up and open the window on the shipped region
	$(BIN)/python -m siteselect $(FILE)

test: prepare-dev  ## all tests, without a screen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto

check: prepare-dev  ## ruff, mypy --strict, import contracts, spelling, the pack
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/typos
	$(BIN)/validate-pyproject pyproject.toml
	$(BIN)/python -m siteselect pack check central-asia

bench: prepare-dev  ## speed against peers and limits, in one run; gates nothing
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks

words: prepare-dev  ## gather the texts of the program and compile the languages
	$(BIN)/python packaging/words.py

screenshots: prepare-run  ## the real window, light and dark, written by the program itself
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m siteselect screenshots screenshots

pack: prepare-dev  ## build the region pack anew from its sources
	$(BIN)/python -m packbuild

clean:  ## remove what can be made again
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis screenshots

prepare-run:
	@$(PYTHON) packaging/prepare.py run

prepare-dev:
	@$(PYTHON) packaging/prepare.py dev
