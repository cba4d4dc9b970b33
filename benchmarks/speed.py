"""How fast the parts are, on this machine, in one run: `python benchmarks/speed.py [NAME …]`."""

import sys

from table import main

if __name__ == "__main__":
    sys.exit(main("speed", sys.argv[1:]))
