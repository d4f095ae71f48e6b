# `make run` opens the program on the example plan; `make test` runs the tests.
# Both make the environment in .venv and see to the system libraries that Qt needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check format bench screenshots wheel bundle deb portable windows clean

run: $(VENV)/for-running
	@sh installer/run_example.sh $(BIN)/poadesk

# What is compiled is kept for the next time, and for the programs that the tests start.
test: $(VENV)/for-developing
	PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q --numprocesses 2

check: $(VENV)/for-developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/for-developing
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/for-developing
	$(BIN)/python -m poadesk.bench

screenshots: $(VENV)/for-developing
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m poadesk.screenshots build/screenshots

# What is handed out goes to dist/; installer/README.md says what each is for.
wheel: build/env/ready
	sh installer/wheel.sh

bundle: wheel
	sh installer/bundle.sh

deb: bundle
	sh installer/deb.sh

portable: bundle
	sh installer/portable.sh

windows: wheel
	sh installer/windows.sh

build/env/ready: pyproject.toml constraints.txt installer/constraints.txt installer/windows/constraints.txt
	@sh installer/system_libraries.sh binutils libcups2
	PYTHON=$(PYTHON) sh installer/build_environment.sh

$(VENV)/for-running: pyproject.toml constraints.txt
	@sh installer/system_libraries.sh
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/for-developing: pyproject.toml constraints.txt
	@sh installer/system_libraries.sh
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/for-running

clean:
	rm -rf $(VENV) build dist
