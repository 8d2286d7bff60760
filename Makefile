# The whole contributor interface.  `make site` and `make test` set everything up themselves,
# in .venv, from the locks in requirements/; set-up runs again only when those files change.

# The example sites are built for this day, so that they always show something in publicity.
TODAY := 2026-11-21

FITS := import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
ifndef PYTHON
PYTHON := $(shell for p in python3.11 python3.12 python3.13 python3; do \
	if "$$p" -c '$(FITS)' >/dev/null 2>&1; then echo "$$p"; break; fi; done)
endif

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: site test check docs docs-refresh pictures bench lock clean

site: .venv/self.stamp
	$(BIN)/gongshi build --today $(TODAY) --out dist

test: .venv/dev.stamp .venv/self.stamp
	sh requirements/chromium.sh
	$(BIN)/python -m pytest -n 2

check: .venv/dev.stamp .venv/self.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict

docs: .venv/self.stamp
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict -f mkdocs-docs.yml -d build/docs

docs-refresh: .venv/self.stamp
	$(BIN)/python docs/refresh.py

pictures: .venv/dev.stamp .venv/self.stamp
	$(BIN)/python docs/pictures.py
	$(BIN)/python docs/scenes.py

bench: .venv/dev.stamp .venv/self.stamp
	for script in bench/*.py; do $(BIN)/python "$$script" || exit 1; done

# For maintainers, with a network: resolve again for all Pythons and platforms.
lock:
	$(PYTHON) -m venv build/uv
	build/uv/bin/pip install --quiet uv
	sh requirements/lock.sh build/uv/bin/uv

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/venv.stamp:
	@test -n "$(PYTHON)" || { echo "需要 Python 3.11、3.12 或 3.13（含 venv）。Python 3.11, 3.12 or 3.13 with venv is needed." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	touch $@

.venv/run.stamp: requirements/run.txt .venv/venv.stamp
	$(PIP) install --require-hashes -r requirements/run.txt
	touch $@

.venv/dev.stamp: requirements/dev.txt .venv/run.stamp
	$(PIP) install --require-hashes -r requirements/dev.txt
	touch $@

.venv/self.stamp: pyproject.toml .venv/run.stamp
	$(PIP) install --no-deps --no-build-isolation -e .
	touch $@
