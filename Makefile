# The two commands of the README are `make site` and `make test`; both set themselves up.
# Everything is installed from the lock files, into .venv; nothing is downloaded once the stamps are there.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.run.stamp
DEV_STAMP := $(VENV)/.dev.stamp
NODE_STAMP := tests/pdf/node_modules/.stamp
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: site serve check engines test lint golden bench dist lock clean

site: $(RUN_STAMP)
	$(BIN)/coachkist build

serve: $(RUN_STAMP)
	$(BIN)/coachkist serve

# First the content, which is quick; then what other engines make of it, which never fails.
check: $(RUN_STAMP)
	$(BIN)/coachkist check
	-@$(MAKE) --no-print-directory engines

engines: $(RUN_STAMP)
	$(BIN)/python -m tests.engines

test: $(DEV_STAMP) $(NODE_STAMP)
	sh tests/install-system-packages.sh
	$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadgroup

lint: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

golden: $(DEV_STAMP)
	$(BIN)/python -m pytest --golden
	$(BIN)/coachkist schema

bench: $(DEV_STAMP)
	$(BIN)/python -m tests.bench

# The wheel, base catalogue inside: `pip install dist/*.whl`, then `coachkist init`.
dist: $(RUN_STAMP)
	$(BIN)/python -m hatchling build -t wheel

# Run on Python 3.11: the lock files hold what that version needs.
lock: $(DEV_STAMP)
	$(PIP) install pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --strip-extras --extra build -o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --strip-extras --extra build --extra dev -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) build/pages/* site site.new site.old site-offline dist .cache

# Debian keeps venv in a package of its own; where it is missing and may be installed, it is.
$(RUN_STAMP): requirements.lock pyproject.toml
	test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) || \
	  { apt-get update -qq && apt-get install -qq --yes python3-venv && $(PYTHON) -m venv --clear $(VENV); }
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(DEV_STAMP): requirements-dev.lock $(RUN_STAMP)
	$(PIP) install --require-hashes -r requirements-dev.lock
	touch $@

# pdf.js, to fill in forms as a browser does; node and npm are among the packages of the tests.
$(NODE_STAMP): tests/pdf/package.json tests/pdf/package-lock.json tests/pdf/.npmrc | $(DEV_STAMP)
	cd tests/pdf && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	touch $@
