"""How fast the notebooks become pages, and how light the pages are: ours against papermill and nbconvert as they come.

The annotations are kept before anything is timed, so that all three ways read them back and none computes them.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
BIN = Path(sys.executable).parent
IN_TURN = """
import sys
from pathlib import Path
import papermill
from nbconvert import HTMLExporter
out = Path(sys.argv[1])
for path in map(Path, sys.argv[2:]):
    papermill.execute_notebook(path, out / path.name, progress_bar=False)
    page, _ = HTMLExporter().from_filename(out / path.name)
    (out / path.with_suffix(".html").name).write_text(page)
"""
REQUEST = re.compile(r"""<(?:script|img|link|iframe)\b[^>]*?(?:src|href)=["']?(?:https?:)?//""")


def timed(*command: str | Path, times: int = 1) -> float:
    """The seconds a command takes: the least of several times, each in the project and without a word."""
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        subprocess.run([str(word) for word in command], cwd=ROOT, check=True, capture_output=True, env=os.environ)
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def shell_loop(out: Path) -> float:
    """The seconds of a shell loop: `papermill` and `jupyter nbconvert`, one notebook after the other."""
    seconds = 0.0
    for path in NOTEBOOKS:
        seconds += timed(BIN / "papermill", path, out / path.name)
        seconds += timed(BIN / "jupyter", "nbconvert", "--to=html", out / path.name)
    return seconds


def rows() -> list[tuple[str, str, str]]:
    """What was measured, what was reached, and what is to be reached."""
    with tempfile.TemporaryDirectory() as scratch:
        out, plain, turn = (Path(scratch) / name for name in ("ours", "plain", "turn"))
        plain.mkdir()
        turn.mkdir()
        ours = (BIN / "samestory", "report", "--out", out)
        timed(*ours)
        loop, in_turn = shell_loop(plain), timed(sys.executable, "-c", IN_TURN, turn, *NOTEBOOKS)
        unchanged = timed(*ours, times=3)
        warm = timed(*ours, "--force", times=2)
        return [
            ("six notebooks to HTML, seconds", f"{warm:.1f}", "–"),
            ("… a shell loop of papermill and jupyter nbconvert takes, times ours", f"{loop / warm:.1f}", ">= 6"),
            ("… papermill's and nbconvert's API in turn takes, times ours", f"{in_turn / warm:.1f}", ">= 3"),
            ("unchanged rerun, seconds", f"{unchanged:.2f}", "<= 1"),
            *weights(out / "latest", plain),
        ]


def weights(ours: Path, plain: Path) -> list[tuple[str, str, str]]:
    """The weight of our heaviest page, and the worst ratio to nbconvert's page of the same notebook."""
    sizes, ratios, asked = {}, {}, 0
    for path in NOTEBOOKS:
        page = ours / ("index.html" if path.stem == "6_brief" else f"{path.stem}.html")
        theirs = plain / f"{path.stem}.html"
        sizes[path.stem], ratios[path.stem] = page.stat().st_size, page.stat().st_size / theirs.stat().st_size
        asked += len(REQUEST.findall(page.read_text(encoding="utf-8")))
    others = len(REQUEST.findall((plain / f"{NOTEBOOKS[0].stem}.html").read_text(encoding="utf-8")))
    worst = max(ratios, key=lambda name: ratios[name])
    return [
        ("heaviest page of the seeds, KB", f"{max(sizes.values()) / 1024:.0f}", "<= 150"),
        (f"page against nbconvert's default template, worst ({worst})", f"{ratios[worst]:.2f}", "<= 0.25"),
        (f"requests of all pages ({others} on one of nbconvert's)", str(asked), "0"),
    ]


if __name__ == "__main__":
    for row in rows():
        print(*row, sep="\t")
