# What people do with a checkout. Only Python 3.11 or newer and make are needed; everything is
# installed into .venv, and everything that runs leaves its files under var.

PORT ?= 8000
ARGS ?=

BIN := .venv/bin
INSTALLED := .venv/.installed
SETUP_LOG := var/setup.log

.PHONY: help setup demo test check checks generated bench lock clean
.DEFAULT_GOAL := help
.NOTPARALLEL:

help: ## Say what there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' $(MAKEFILE_LIST) | expand -t 17

setup: $(INSTALLED) ## Install everything into .venv

demo: port-is-free $(INSTALLED) ## Load the demo content and serve it on http://127.0.0.1:8000 (PORT= changes it)
	@exec $(BIN)/python manage.py demo --port "$(PORT)" $(ARGS)

test: $(INSTALLED) ## Run the whole test suite (ARGS= goes to pytest)
	@$(BIN)/python -m pytest -n auto $(ARGS)

check: checks test ## Check everything: format, lint, types, imports, migrations, generated files, tests

checks: $(INSTALLED) ## Check everything but the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run --settings cms.settings.test
	$(BIN)/python manage.py check --settings cms.settings.test
	$(BIN)/python manage.py content_schema docs/content-file.schema.json --check --settings cms.settings.test
	$(BIN)/python -m docs.make_rules --check

generated: $(INSTALLED) ## Write the generated files: the content schema and the rules' pages
	@$(BIN)/python manage.py content_schema docs/content-file.schema.json --settings cms.settings.test
	@$(BIN)/python -m docs.make_rules

bench: $(INSTALLED) ## Measure how right and how fast it is (ARGS=NAME measures one thing)
	@$(BIN)/python -m benchmarks $(ARGS)

LOCK := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile pyproject.toml --quiet --universal \
  --python-version 3.11 --fork-strategy fewest --generate-hashes --no-config --system-certs --no-emit-index-url --no-emit-find-links $(ARGS)

lock: $(INSTALLED) ## Pin the requirements again (ARGS=--upgrade takes the newest)
	$(LOCK) --extra cms --extra dev --output-file requirements/dev.txt
	$(LOCK) --extra cms --constraint requirements/dev.txt --output-file requirements/cms.txt
	$(LOCK) --constraint requirements/dev.txt --output-file requirements/base.txt

clean: ## Remove what was installed and what the demo made
	rm -rf .venv var build dist

# The first Python that is new enough and can make virtual environments; PYTHON= says which.
FIND_PYTHON = python=; \
  for candidate in $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python); do \
    if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
      if "$$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then python=$$candidate; break; fi; \
      unable=$$candidate; \
    fi; \
  done; \
  if [ -z "$$python" ]; then \
    if [ -n "$$unable" ]; then \
      echo "contentlint: $$unable cannot make virtual environments (on Debian and Ubuntu: apt-get install python3-venv)" >&2; \
    else \
      echo "contentlint: Python 3.11 or newer is needed, and none was found (make PYTHON=/path/to/python says where one is)" >&2; \
    fi; \
    exit 1; \
  fi

# A virtual environment that lost its Python, or has an old one, is made anew.
$(INSTALLED): requirements/dev.txt pyproject.toml
	@mkdir -p var
	@if ! $(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	  $(FIND_PYTHON); \
	  echo "contentlint: making .venv with $$("$$python" --version)"; \
	  "$$python" -m venv --clear .venv >$(SETUP_LOG) 2>&1 \
	    || { echo "contentlint: could not make .venv: $(SETUP_LOG) says why" >&2; exit 1; }; \
	fi
	@echo "contentlint: installing requirements/dev.txt (a minute or two the first time)"
	@{ $(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements/dev.txt \
	  && $(BIN)/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation --editable .; \
	} >$(SETUP_LOG) 2>&1 \
	  || { echo "contentlint: could not install the requirements: the end of $(SETUP_LOG) says why" >&2; exit 1; }
	@touch $@

# Before any work: nobody should wait for an installation to hear that the port is taken.
.PHONY: port-is-free
port-is-free:
	@$(FIND_PYTHON); "$$python" cms/exchange/ports.py "$(PORT)"
