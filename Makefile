# The commands of a day. `make demo` and `make test` need only git, make, python3 and python3-venv (3.11 or newer).
PYTHON ?= python3
PORT ?= 8000
DATA_DIR ?= $(CURDIR)/data
VENV := .venv
BIN := $(VENV)/bin
UV := UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy $(BIN)/uv
MANAGE := $(BIN)/python manage.py
export DATA_DIR DATABASE_URL

.PHONY: demo demo-reset prepare-demo test check lint format types contracts messages upstream-messages screenshots benchmark clean

demo: $(VENV)/.runtime ## install, load the demo commune, serve it
	@$(MANAGE) compile_messages --settings portal.settings.demo
	@$(MANAGE) demo --settings portal.settings.demo --port $(PORT)

demo-reset: $(VENV)/.runtime ## the demo from the beginning; asks before it deletes (YES=1: does not)
	@$(MANAGE) compile_messages --settings portal.settings.demo
	@$(MANAGE) demo --settings portal.settings.demo --port $(PORT) --reset $(if $(YES),--yes)

prepare-demo: $(VENV)/.runtime ## everything but serving
	@$(MANAGE) compile_messages --settings portal.settings.demo
	@$(MANAGE) demo --settings portal.settings.demo --port $(PORT) --prepare-only

test: $(VENV)/.dev ## the tests; PYTEST_ARGS='-k approval' narrows them
	@$(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST_ARGS)

check: lint types contracts messages ## everything that must hold before a commit, then the tests
	@$(MANAGE) check --settings portal.settings.test --fail-level WARNING
	@SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))') ALLOWED_HOSTS=example.org \
	  FIELD_KEYS=$$($(BIN)/python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())') \
	  RECEIPT_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))') \
	  $(MANAGE) check --settings portal.settings.production --deploy --fail-level WARNING
	@$(MANAGE) makemigrations --settings portal.settings.test --check --dry-run
	@$(MAKE) --no-print-directory test

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djlint templates --lint --quiet

format: $(VENV)/.dev ## rewrite in the house style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: $(VENV)/.dev
	@$(BIN)/mypy accounts approval core feedback home models_showcase movements news organisations search surveys site/portal

contracts: $(VENV)/.dev
	@PYTHONPATH=site $(BIN)/lint-imports

messages: $(VENV)/.dev ## the catalogues are complete and up to date (needs gettext)
	@$(MANAGE) check_messages --settings portal.settings.test

upstream-messages: $(VENV)/.dev ## how much of the packages is in Vietnamese, what is new; our words as a catalogue for each, into build/upstream/
	@$(MANAGE) package_messages --settings portal.settings.test --write build/upstream

screenshots: $(VENV)/.dev ## every kind of public page at three widths, light and dark, into screenshots/ (needs chromium)
	@$(MANAGE) compile_messages --settings portal.settings.demo
	@PYTHONPATH=site DJANGO_SETTINGS_MODULE=portal.settings.test $(BIN)/python -m tests.screenshots

benchmark: $(VENV)/.dev
	@for file in benchmarks/*.py; do $(BIN)/python $$file; done

clean: ## what can be made again
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Cần Python 3.11 trở lên (đang có $$($(PYTHON) -V)). / Python 3.11 or newer is needed: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Thiếu venv: sudo apt-get install python3-venv / The venv module is missing: sudo apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9'

$(VENV)/.runtime: $(BIN)/uv pyproject.toml uv.lock
	@$(UV) sync --frozen --inexact --no-dev --quiet
	@touch $@

$(VENV)/.dev: $(BIN)/uv pyproject.toml uv.lock
	@$(UV) sync --frozen --inexact --quiet
	@touch $@ $(VENV)/.runtime
