# What people type. `make` alone lists it.
# The virtual environment .venv is made when it is first needed, and again when pyproject.toml or constraints.txt change.
# PYTHON=python3.13 make ... chooses the interpreter.

in_venv := .venv/bin/

.PHONY: help demo test test-long bench lint format schema docs serve lock clean environment-demo environment-dev

help:
	@echo 'make demo       load the example articles into a fresh graph and show what was found'
	@echo 'make test       lint, types and tests; tests with Neo4j need java and mvn, and say so'
	@echo 'make test-long  the tests that take minutes'
	@echo 'make bench      measure, and print the figures that the documents name'
	@echo 'make lint       style and types alone;  make format  mends what can be mended'
	@echo 'make schema     write what is generated from schema/;  make docs  also the reference pages'
	@echo 'make serve      the picture of the demo graph, on this machine only'
	@echo 'make lock       write constraints.txt anew: the newest versions that pyproject.toml allows'
	@echo 'make clean      remove everything that make made'

demo: environment-demo
	@tools/timed.sh demo $(in_venv)kg demo

test: lint
	@tools/timed.sh test $(in_venv)pytest -n auto -m 'not long'

test-long: environment-dev
	@tools/timed.sh test-long $(in_venv)pytest -m long

bench: environment-dev
	@tools/timed.sh bench $(in_venv)python -m tests.bench

lint: environment-dev
	@$(in_venv)ruff check .
	@$(in_venv)ruff format --check .
	@$(in_venv)mypy

format: environment-dev
	@$(in_venv)ruff check --fix .
	@$(in_venv)ruff format .

schema: environment-dev
	@$(in_venv)python -m kg.blueprint.generate
	@$(in_venv)python -m kg.rdf.generated

docs: schema
	@$(in_venv)python -m tools.reference_pages

serve: environment-demo
	@$(in_venv)python -m tools.serve

lock: environment-dev
	@tools/lock.sh

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist kg-demo
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

environment-demo:
	@tools/environment.sh demo

environment-dev:
	@tools/environment.sh dev
