"""What is found where there is nothing, and where something was planted: `benchmarks/placebo.py GOLD [NAME …]`."""

import sys
from pathlib import Path

from table import main

if __name__ == "__main__":
    gold, *chosen = sys.argv[1:]
    sys.exit(main("placebo", chosen, [Path(gold).resolve()]))
