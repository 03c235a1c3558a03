# `make run` starts the tool, `make test` checks it; both set up first what the machine lacks.
# One set-up at a time: pip and apt do not share.
.NOTPARALLEL:
.DEFAULT_GOAL := help

python  := .venv/bin/python
PYTEST  := $(python) -m pytest
COMPILE := $(python) -m uv pip compile --quiet --universal --python-version 3.11 --no-header
SOURCES := app.py pages storage touchpoints

.PHONY: help run test lint check-surveys soak bench update roles words clean

help:            ## this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1|/p' Makefile | awk -F'|' '{printf "%-20s %s\n", $$1, $$2}'

run: .venv/installed.txt            ## start the tool and print its address
	@exec $(python) app.py

test: .venv/tools-found lint            ## every check: style, types, tests on both databases, tests in a browser
	$(PYTEST) --numprocesses=4 --dist=worksteal --ignore=tests/browser --ignore=tests/surveys tests
	# Browsers on two cores keep each other waiting: what failed must pass alone, or the check fails.
	$(PYTEST) --numprocesses=3 --dist=worksteal tests/browser || $(PYTEST) --last-failed tests/browser

lint: .venv/installed-dev.txt            ## style and types alone
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy

check-surveys: .venv/installed-dev.txt            ## compare imports of real surveys (in TOUCHPOINTS_SURVEYS) with independent figures
	$(PYTEST) tests/surveys

bench: .venv/installed-dev.txt            ## measure speed and memory, with the surveys in TOUCHPOINTS_SURVEYS
	$(python) -m benchmarks

soak: .venv/installed-dev.txt            ## endurance: kills, many at once, a million answers moved, hostile files and texts, a full hall, a whole morning's work, at full size
	$(python) -m benchmarks.soak 50
	$(python) -m benchmarks.soak_databases
	$(python) -m benchmarks.soak_hostile_files
	$(python) -m benchmarks.soak_room
	$(python) -m benchmarks.soak_backups
	$(python) -m benchmarks.soak_moving
	$(python) -m benchmarks.soak_feedback
	TOUCHPOINTS_COVERAGE=40000 $(python) -m pytest tests/touchpoints/statistics/test_differences.py
	TOUCHPOINTS_ATTACKS=4000 $(python) -m pytest tests/touchpoints/room
	TOUCHPOINTS_TYPING=all $(python) -m pytest tests/browser/test_hostile_typing.py
	TOUCHPOINTS_MORNING=25,6 $(python) -m pytest tests/browser/morning

update: .venv/installed-dev.txt            ## compile the pinned versions anew and run every check with them
	$(COMPILE) --upgrade requirements.in --output-file requirements.txt
	$(COMPILE) --upgrade requirements-dev.in --output-file requirements-dev.txt
	$(MAKE) test

roles: .venv/installed.txt                ## write into the README who may do what, as the code says it
	$(python) -m pages._role_matrix

words: .venv/installed-dev.txt            ## bring the catalogues up to date with the texts in the code; a new one: make words locale=fr
	$(python) -m babel.messages.frontend --quiet extract --mapping-file=pyproject.toml --ignore-dirs='.*' \
		--project=touchpoints --add-location=file --sort-by-file --no-wrap --output-file=.venv/messages.pot $(SOURCES)
	$(python) -m babel.messages.frontend update --input-file=.venv/messages.pot --output-dir=storage/locales \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap \
		$(if $(locale),--init-missing --locale=$(locale))

clean:            ## remove what was set up and cached here; the data stay
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Each of these files is written when its set-up is complete, so that the next start does nothing.
.venv/installed.txt: requirements.txt
	@.ci/install-packages $@ requirements.txt

.venv/installed-dev.txt: .venv/installed.txt requirements-dev.txt
	@.ci/install-packages $@ requirements.txt requirements-dev.txt

.venv/tools-found: .venv/installed-dev.txt .ci/install-browser
	@.ci/install-browser
	@touch $@
