# Everything that is done with this project. `make run` and `make test` set up by themselves what they need.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
SCREEN := $(DISPLAY)$(WAYLAND_DISPLAY)
SPOKEN := $(patsubst %.ts,%.qm,$(wildcard gui/translations/*.ts))

# On a desktop `make run` needs fewer system packages than the tests and the virtual desktop do.
ifeq ($(MAKECMDGOALS)$(if $(SCREEN),, without a screen),run)
LISTS := packaging/debian-run.txt
PACKAGES := build/packages-run
else ifneq ($(filter test-desktops bench-desktops,$(MAKECMDGOALS)),)
LISTS := packaging/debian-run.txt packaging/debian-test.txt packaging/debian-desktops.txt
PACKAGES := build/packages-desktops
else
LISTS := packaging/debian-run.txt packaging/debian-test.txt
PACKAGES := build/packages-test
endif

.PHONY: help setup run test check lint types test-desktops test-slow mutants bench bench-desktops installer lock screenshots rooms translations clean

help:  ## say what there is to do
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

setup: .venv/ready $(SPOKEN)  ## system packages (said with their size first) and the .venv in this folder
	@echo "Set up. Next: make run, or make test"

run: .venv/ready $(SPOKEN)  ## the tray on this desktop; without a screen, a demonstration on a virtual one
ifneq ($(SCREEN),)
	$(BIN)/engineroom tray
else
	$(BIN)/python -m stage.office
endif

test: lint types $(SPOKEN)  ## setup, check and all tests but the slow ones and those of more desktops
	$(BIN)/python -m pytest -m "not slow and not desktops" --numprocesses 2 --dist loadfile

check: lint types  ## style, types and the laws of the architecture
	$(BIN)/python -m pytest -q tests/architecture

lint: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/ready
	$(PYTHON) packaging/progress.py "Checking types" $(BIN)/mypy
	$(PYTHON) packaging/progress.py "Checking types as Windows has them" $(BIN)/mypy --platform win32 \
		--cache-dir .mypy_cache/windows --no-warn-unreachable --follow-imports silent \
		core storage agent/*.py agent/platforms/windows*.py agent/platforms/pynput_input.py cli reports \
		gui/agent_process.py tests/on_windows tests/agent/platforms/windows_host.py tests/agent/platforms/windows_actor.py
	$(PYTHON) packaging/progress.py "Checking types as macOS has them" $(BIN)/mypy --platform darwin \
		--cache-dir .mypy_cache/macos --no-warn-unreachable --follow-imports silent \
		agent/platforms/macos*.py agent/platforms/pynput_input.py
	$(PYTHON) packaging/progress.py "Checking types of the packaging" $(BIN)/mypy build_installer.py packaging/*.py

test-desktops: .venv/ready build/wine/ready build/macos/ready  ## the back-ends on real desktops, Windows by Wine; says what it covered
	$(BIN)/python -m pytest -p tests.covered_desktops -m desktops

test-slow: .venv/ready $(SPOKEN)  ## the tests that take minutes, such as building and installing the .deb
	$(BIN)/python -m pytest -m slow

mutants: .venv/ready  ## plant known faults and show that the tests find them
	$(BIN)/python -m tests.mutants

bench: .venv/ready $(SPOKEN)  ## measure cost and precision against their targets
	$(BIN)/python -m benchmarks

bench-desktops: .venv/ready build/wine/ready  ## the same script on every other desktop; ten minutes
	$(BIN)/python -m benchmarks.desktops

installer: .venv/ready  ## freeze agent and tray into a .deb in dist/
	$(BIN)/python build_installer.py

LOCKING := $(BIN)/uv pip compile --universal --generate-hashes --no-header --python-version 3.11 \
	--excludes requirements/left-out.txt --quiet
lock: .venv/ready  ## pin the requirements anew, within what pyproject.toml allows
	$(LOCKING) pyproject.toml -o requirements/run.txt > /dev/null
	$(LOCKING) pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt > /dev/null

screenshots: .venv/ready $(SPOKEN)  ## photograph every window with a generated month behind it, into docs/screenshots/
	$(BIN)/python -m stage.pictures docs/screenshots

rooms: .venv/ready  ## write the table of rooms in docs/architecture.md
	$(BIN)/python docs/rooms.py

translations: .venv/ready  ## show translators what the windows say now, and compile what they wrote
	$(BIN)/python packaging/translations.py

clean:  ## remove what was built and cached; .venv and your record stay
	rm -rf build dist *.egg-info gui/translations/*.qm gui/translations/*.json .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
	find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +

$(PACKAGES): $(LISTS)
	$(if $(PYTHON),,$(error there is no Python — install python3, or name one with make PYTHON=/path/to/it))
	$(PYTHON) packaging/system_packages.py $(LISTS)
	@mkdir -p build && touch $@

build/wine/ready: requirements/run.txt requirements/dev.txt packaging/windows_python.py | .venv/ready
	$(BIN)/python packaging/windows_python.py

build/macos/ready: requirements/run.txt packaging/macos_libraries.py | .venv/ready
	$(BIN)/python packaging/macos_libraries.py

gui/translations/%.qm: gui/translations/%.ts | .venv/ready
	$(BIN)/python packaging/translations.py --compile

.venv/ready: requirements/dev.txt pyproject.toml | $(PACKAGES)
	$(PYTHON) packaging/environment.py
	@touch $@
