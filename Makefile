# Same Story. Every target sets itself up in .venv: nothing else needs to be installed but Python 3.11 and make.
#   make report [ARTICLES=folder] [ARGS="-p NAME VALUE"]   publish reports/latest/index.html
#   make lab                                               explore the notebooks in JupyterLab
#   make test · make check                                 the tests · lint, format and types
#   make bench · make bench-accuracy GOLD=folder           speed · accuracy on annotated news (GOLD: see benchmarks/)
#   make bench-placebo GOLD=folder                         what is found where there is nothing to find

ARTICLES ?= seeds
ARGS     ?=
PYTHON   ?= python3
BIN      := .venv/bin
READY    := .venv/.ready

.PHONY: report lab test check format bench bench-accuracy bench-placebo lock clean

report: $(READY)
	@$(BIN)/samestory report $(ARTICLES) $(ARGS) && echo "reports/latest/index.html"

lab: $(READY)
	$(BIN)/jupyter lab --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks/1_corpus.ipynb

test: $(READY)
	$(BIN)/python -m pytest $(ARGS)

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/nbstripout --verify --keep-id notebooks/*.ipynb

format: $(READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/nbstripout --keep-id notebooks/*.ipynb

bench: $(READY) .cache/bench
	$(BIN)/python benchmarks/speed.py $(ARGS)

# scikit-learn, only to count against, is kept out of .venv: NLTK would import it at every start.
.cache/bench: pyproject.toml
	@if command -v uv >/dev/null; then \
	  uv pip install --quiet --python .venv --target $@ "scikit-learn>=1.5" ; \
	else \
	  $(BIN)/pip install --quiet --disable-pip-version-check --upgrade --target $@ "scikit-learn>=1.5" ; \
	fi
	@touch $@

bench-accuracy bench-placebo: bench-%: $(READY)
	@test -n "$(GOLD)" || { echo "make $@ needs GOLD=folder, the folder of the annotated news." >&2; exit 2; }
	$(BIN)/python benchmarks/$*.py $(GOLD) $(ARGS)

# The environment: uv where it is installed, else pip; both from the same exact versions.
$(READY): requirements.txt pyproject.toml
	@if command -v uv >/dev/null; then \
	  uv venv --quiet --allow-existing --python 3.11 .venv && \
	  uv pip install --quiet --python .venv -r requirements.txt && \
	  uv pip install --quiet --python .venv --no-deps -e . ; \
	else \
	  $(PYTHON) -m venv .venv && \
	  $(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt && \
	  $(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e . ; \
	fi
	@touch $@

# After a change of the dependencies in pyproject.toml.
lock:
	uv pip compile pyproject.toml --extra dev --python-version 3.11 --no-emit-index-url --no-header --no-annotate --quiet -o requirements.txt

clean:
	rm -rf .venv .cache reports
