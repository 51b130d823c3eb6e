# Every habit has one word. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin
PACKAGE := .venv-package/bin

.PHONY: help run test check checklist bench fuzz words reading screenshots picture selftest pack pack-world docs package hashes clean prepare-run prepare-dev prepare-package

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: prepare-run  ## set up and open the window on the shipped region
	$(BIN)/python -m siteselect $(FILE)

test: prepare-dev  ## all tests, without a screen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto

check: prepare-dev  ## ruff, mypy --strict, import contracts, spelling, licences, the packs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/typos
	$(BIN)/validate-pyproject pyproject.toml
	$(BIN)/python packaging/licences.py check
	$(BIN)/python -m siteselect pack check central-asia
	$(BIN)/python -m siteselect pack check uz-tj

bench: prepare-dev  ## speed against peers and limits, in one run; gates nothing
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks

words: prepare-dev  ## gather the texts of the program and compile the languages
	$(BIN)/python packaging/words.py

reading: prepare-dev  ## count what a reader misses: words, letters, names, keys, contrast, in every language
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.ui.reading_counts

checklist: prepare-dev  ## what users expect, row by row, and the tests that prove it (RUN=--run runs them)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.checklist $(RUN)

fuzz: prepare-dev  ## other people's files and new examples of the properties: takes long
	SITESELECT_SEEK=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto tests/model tests/mcda tests/economics tests/geo tests/project tests/criteria
	$(BIN)/python -m benchmarks attacks malformed defects encodings
	SITESELECT_MUTANTS=22000 $(BIN)/python -m benchmarks mutants

screenshots: prepare-run  ## the real window in every language and look, written by the program itself, and sheets
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m siteselect screenshots screenshots --sheet

picture: prepare-run  ## docs/window.png, which the README shows, from the window as it is now
	QT_QPA_PLATFORM=offscreen $(BIN)/python docs/pictures.py

selftest: prepare-run  ## the main job and every leaf on this machine, a line each
	$(BIN)/python -m siteselect selftest

pack: prepare-dev  ## build the region packs anew from their sources
	$(BIN)/python -m packbuild
	$(BIN)/python -m packbuild.uz_tj

pack-world: prepare-dev  ## build the pack of the land of the world, for scans without local facts
	$(BIN)/python -m packbuild.world

docs: prepare-package  ## the manual, for reading without the network: resources/manual/
	$(PACKAGE)/python docs/make.py

package: prepare-package docs  ## what people install: wheel, sdist, bundle and .deb in dist/
	$(PACKAGE)/python packaging/package.py $(PARTS)

hashes:  ## after a pin was changed: the hashes of what packages are built from
	requirements/hashes.sh

clean:  ## remove what can be made again
	rm -rf .venv .venv-package build dist resources/manual .mypy_cache .ruff_cache .pytest_cache .hypothesis screenshots

prepare-run:
	@$(PYTHON) packaging/prepare.py run

prepare-dev:
	@$(PYTHON) packaging/prepare.py dev

prepare-package:
	@$(PYTHON) packaging/prepare.py package
