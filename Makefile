# make run: everything set up, the app opened on the embedded default. make test: set up, every test.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
SOURCES := areamap app.py pages tests geodata bench docs

.PHONY: run setup test check bench format docs screenshots lock schematic clean

run: setup
	@exec $(BIN)/python -m areamap.ui --host $(HOST) --port $(PORT)

setup: $(VENV)/installed

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

# What the map costs beside the usual way; half an hour on a machine that does nothing else.
bench: $(VENV)/installed-dev
	$(BIN)/python -m bench

format: $(VENV)/installed-dev
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

# The lock files hold versions and hashes only, so that they work with whichever index pip is set to.
lock: $(VENV)/installed-dev
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal \
	  --python-version 3.11 --generate-hashes --upgrade \
	  --group build pyproject.toml --output-file requirements.lock
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal \
	  --python-version 3.11 --generate-hashes --upgrade \
	  --group build --group dev --group schematic --constraint requirements.lock \
	  pyproject.toml --output-file requirements-dev.lock

docs: $(VENV)/installed
	$(BIN)/python -c 'from pathlib import Path; from areamap.registers import handbook; handbook.write(Path("docs/data-formats.md"))'

# Takes the pictures of the manual anew, with the sample registers.
screenshots: $(VENV)/installed-dev
	$(BIN)/python -m docs.screenshots

# Computes geodata/schematic/ again; a few minutes.
schematic: $(VENV)/installed-dev
	$(BIN)/python -m geodata.schematic.build

clean:
	rm -rf $(VENV)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "areamap needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 run" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "This Python can't make an environment. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }

$(VENV)/installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Setting up (once) ..."
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements-dev.lock
	@touch $@
