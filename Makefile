# The commands of the house, the same for people and for CI. `make` alone prints them.
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint bench prove lock clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
# Filled anew when the requirements change, and only then.
READY  := $(VENV)/.filled

help:  ## print this
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

setup: $(READY)  ## fill .venv with what Carslink, its tests and its checks need

$(READY): requirements/dev.txt pyproject.toml
	@echo "Filling $(VENV) (about a minute the first time)…"
	@$(PYTHON) -m venv $(VENV)
	@(while sleep 2; do printf .; done) & dots=$$!; trap 'kill $$dots; echo' EXIT; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check \
			--require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -c "import carslink, django, tantivy, psycopg"
	@touch $(READY)

demo: $(READY)  ## run everything on http://127.0.0.1:8000, with 40 dealers' plausible stock
	@$(BIN)/carslink demo --serve

# Many tests wait for a server or a clock: three at a time keep two cores busy.
test: $(READY)  ## run the whole suite
	@$(BIN)/python -m pytest --numprocesses 3 --dist loadfile $(PYTEST)

lint: $(READY)  ## check style, types and the directions of imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

bench: $(READY)  ## measure what the issues give figures for; JSON on standard output
	@$(BIN)/python -m bench

prove: $(READY)  ## the long proofs with full counts; results in bench/results/
	@CARSLINK_PROVE=1 $(BIN)/python -m pytest tests/proofs -v --timeout 7200 $(PYTEST)

lock:  ## compile requirements/*.in into hashed requirements/*.txt (needs uv)
	@cd requirements && for each in base dev; do \
		uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --custom-compile-command "make lock" $$each.in -o $$each.txt \
			|| exit 1; done

clean:  ## remove the environment and the demo's data
	rm -rf $(VENV) var
