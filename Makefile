# Same Story. Every target sets itself up in .venv: nothing else needs to be installed but Python 3.11–3.13 and make.
#   make report [ARTICLES=folder] [ARGS="-p NAME VALUE"]   publish reports/latest/index.html
#   make lab                                               explore the notebooks in JupyterLab
#   make test · make check                                 the tests · lint, format and types
#   make torture                                           hours of kills, full disks and mutated texts
#   make wheel                                             the package, for pip install anywhere
#   make bench · make bench-accuracy GOLD=folder           speed · accuracy on annotated news (GOLD: see benchmarks/)
#   make bench-placebo GOLD=folder                         what is found where there is nothing to find
#   make bench-scale CORPUS=file                           what a report of many articles costs (made-up ones without)

ARTICLES ?= seeds
ARGS     ?=
PYTHON   ?= python3
BIN      := .venv/bin
READY    := .venv/.ready
TOOLS    := .venv/.ready-dev

.PHONY: report lab test torture check format wheel bench bench-accuracy bench-placebo bench-scale lock clean

report: $(READY)
	@$(BIN)/samestory report "$(ARTICLES)" $(ARGS) && echo "reports/latest/index.html"

lab: $(READY)
	$(BIN)/jupyter lab --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks/1_corpus.ipynb

test: $(TOOLS)
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile $(ARGS)

torture: $(TOOLS)
	$(BIN)/python tests/torture $(ARGS)

check: $(TOOLS)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/nbstripout --verify --keep-id notebooks/*.ipynb

format: $(TOOLS)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/nbstripout --keep-id notebooks/*.ipynb

wheel: $(TOOLS)
	$(BIN)/python -m hatchling build --target wheel

bench: $(TOOLS) .cache/bench
	$(BIN)/python benchmarks/speed.py $(ARGS)

# scikit-learn, only to count against, is kept out of .venv: NLTK would import it at every start.
.cache/bench: pyproject.toml
	@if command -v uv >/dev/null; then \
	  uv pip install --quiet --python .venv --target $@ "scikit-learn>=1.5" ; \
	else \
	  $(BIN)/pip install --quiet --disable-pip-version-check --upgrade --target $@ "scikit-learn>=1.5" ; \
	fi
	@touch $@

bench-accuracy bench-placebo: bench-%: $(TOOLS)
	@test -n "$(GOLD)" || { echo "make $@ needs GOLD=folder, the folder of the annotated news." >&2; exit 2; }
	$(BIN)/python benchmarks/$*.py $(GOLD) $(ARGS)

bench-scale: $(TOOLS)
	$(BIN)/python benchmarks/scale.py $(if $(CORPUS),--corpus $(CORPUS)) $(ARGS)

# The environment: uv where it is installed, else pip; both from the same exact versions, each checked by its hash.
# What users need stands in requirements.txt; developers have requirements-dev.txt on top of it.
$(READY): requirements.txt pyproject.toml
	@test -x $(BIN)/python || echo "Setting up .venv, once: some 100 packages, a few minutes."
	@$(call environment,requirements.txt)
	@touch $@

$(TOOLS): requirements-dev.txt pyproject.toml
	@test -x $(BIN)/python || echo "Setting up .venv, once: some 130 packages, a few minutes."
	@$(call environment,requirements-dev.txt)
	@touch $@ $(READY)

# Python compiles what is imported when it is, which is a third of what pip would compile at once (170 MiB).
PIP = -qq --disable-pip-version-check --no-compile
define environment
	if command -v uv >/dev/null; then \
	  uv venv --quiet --allow-existing .venv && \
	  uv pip install --quiet --python .venv --require-hashes -r $(1) && \
	  uv pip install --quiet --python .venv --no-deps --no-build-isolation -e . ; \
	else \
	  $(PYTHON) -m venv .venv && \
	  $(BIN)/pip install $(PIP) --require-hashes -r $(1) && \
	  $(BIN)/pip install $(PIP) --no-deps --no-build-isolation -e . ; \
	fi
endef

# After a change of the dependencies in pyproject.toml. One lock serves Python 3.11 to 3.13 on every system.
COMPILE = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate --quiet
lock:
	$(COMPILE) --extra build --extra collect -o requirements.txt
	$(COMPILE) --extra build --extra collect --extra dev --constraints requirements.txt -o requirements-dev.txt

clean:
	rm -rf .venv .cache dist reports
