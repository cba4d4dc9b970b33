"""How right the extractors are, measured on annotated news: `python benchmarks/accuracy.py GOLD [NAME …]`."""

import sys
from pathlib import Path

from table import main

if __name__ == "__main__":
    gold, *chosen = sys.argv[1:]
    sys.exit(main("accuracy", chosen, [Path(gold).resolve()]))
