"""Importing this module first makes the start of papermill, nbconvert and kernels lean.

Two packages are taken in for what a report never uses, and their users go without where they are absent; so here they
are absent. `jsonschema` takes in `rfc3987_syntax` for one format check, at more than a second of compiling grammars.
A kernel takes in `debugpy` for the debugger of JupyterLab, at half a second each.
"""

import sys

for package in ("rfc3987_syntax", "debugpy"):
    sys.modules.setdefault(package, None)  # type: ignore[arg-type]
