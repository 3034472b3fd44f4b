# Every command, each with its line of help. The work is done by the scripts in .ci/ (ADR 12).
.DEFAULT_GOAL := help
.PHONY: help run test check demo bench soak shell lock messages build
# Printed in the order that pytest and people see it; -j has nothing to gain here.
.NOTPARALLEL:
PYTHON = .venv/bin/python

help: ## Show this
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Install, migrate, load the demo once, start site and worker (PORT=8000 HOST=127.0.0.1)
	@.ci/up

test: ## Every check that CI runs, on both databases and in the browser
	@.ci/test

check: ## The quick ones: lint, imports, migrations, tests on SpatiaLite
	@.ci/test quick

demo: ## Throw the demo's data away and load it anew
	@.ci/prepare && .ci/demo anew

bench: ## Print the performance figures
	@.ci/prepare tests && $(PYTHON) -m bench

soak: ## The long chaos and property tests
	@.ci/prepare checks && $(PYTHON) -m pytest tests -m soak

shell: ## Python with the site's models at hand
	@.ci/prepare && $(PYTHON) manage.py shell

messages: ## Collect the texts to translate into locale/, compile what is translated
	@.ci/prepare checks && .ci/messages

lock: ## Pin the newest packages that requirements*.in allow, with hashes
	@.ci/lock

build: ## For a public site: environment, catalogues, static files (see docs/operations.md)
	@.ci/prepare && $(PYTHON) manage.py collectstatic --noinput --verbosity 0 --settings cms.settings.production
