"""Importing this module first makes the import of nbformat lean.

jsonschema takes in `rfc3987_syntax` for one format check that notebooks do not use, at more than a second of compiling
grammars; where the package is absent it goes without, so here it is absent.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
