"""Where things are: what came with the program, the project worked in, and where things may be kept.

In a checkout `notebooks/ data/ seeds/` stand beside `lib/`; the wheel carries them inside the package.
"""

import os
from importlib.resources import files
from pathlib import Path

import platformdirs

PACKAGE = Path(str(files("samestory")))
ROOT = PACKAGE if (PACKAGE / "data").is_dir() else PACKAGE.parents[1]
DATA = ROOT / "data"
SETTINGS = "samestory.toml"
RUN = "SAMESTORY_RUN"  # the environment names the folder in which the notebooks of one run share their tables

LARGEST = 20_000  # rows of a .csv that a spreadsheet is to open


def project() -> Path | None:
    """The folder worked in: the working folder or the nearest one around it with a `samestory.toml`; None if none."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / SETTINGS).is_file()), None)


def find(path: str | Path) -> Path:
    """The file or folder meant by a path: as given, else below the project, else among what came with the program.

    So notebooks run from any folder. What is nowhere comes back as it was given.
    """
    given = Path(path).expanduser()
    if given.is_absolute() or given.exists():
        return given
    below = [folder / given for folder in (project(), ROOT) if folder]
    return next((one for one in below if one.exists()), given)


def cache() -> Path:
    """Where what took time to compute is kept: `$SAMESTORY_CACHE`, else the user's cache folder."""
    return Path(os.environ.get("SAMESTORY_CACHE") or platformdirs.user_cache_path("samestory"))


def of_table(name: str, rows: int) -> str:
    """The name of the file in which a report writes a table of so many rows: of more than LARGEST it is packed."""
    return f"{name}.csv" if rows <= LARGEST else f"{name}.csv.gz"
