"""A folder to work in: the notebooks, two articles with what is known of them, and `samestory.toml`."""

import shutil
from pathlib import Path

from samestory import places

TOML = """\
# What `samestory report` does in this folder when its words do not say otherwise.

keep = 30                        # only the newest 30 reports are kept
# out = "reports"                # publish here
# timeout = 900                  # give up on a cell after so many seconds
# notebooks = ["2_terminology"]  # only these

[parameters]                     # `samestory report --help` lists them all; -p NAME VALUE wins
articles = "articles"
# since = "2025-07"
# compare_by = "region"
"""


def lay_out(folder: Path) -> None:
    """`notebooks`, `articles` and `samestory.toml` stand in the folder; ValueError where it is not new or empty."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise ValueError(f"{folder} is not empty; name a new or an empty folder")
        (folder / "notebooks").mkdir()
        for notebook in sorted((places.ROOT / "notebooks").glob("*.ipynb")):
            _copy(notebook, folder / "notebooks" / notebook.name)
        shutil.copytree(places.ROOT / "seeds", folder / "articles")
        shutil.copy(places.DATA / "articles.csv", folder / "articles")
        (folder / places.SETTINGS).write_text(TOML, encoding="utf-8")
    except OSError as error:
        raise ValueError(f"nothing can be laid out in {folder}: {error.strerror}") from error


def _copy(notebook: Path, copy: Path) -> None:
    """The notebook, reading the folder's articles where ours reads the seeds."""
    text = notebook.read_text(encoding="utf-8")
    copy.write_text(text.replace('articles = \\"seeds\\"', 'articles = \\"articles\\"'), encoding="utf-8")
