"""What a report of many articles costs: `python benchmarks/scale.py [--corpus FILE] [--sizes N …] [--dask]`.

For each size, one run that annotates and one that finds everything kept: processor seconds (of all processes), peak
memory of the largest, megabytes of the folder, and what a reader sees while all folds are closed: words of the brief
(at most 900) and of the longest other page (at most 4,000); then the exponent by which the seconds grow. The corpus is
a table of articles as `samestory report` takes them; without one, news is made up (`made_up_news.py`). The load of the
machine stands beside: seconds of processors are little touched by it, those of a clock are.
"""

import argparse
import math
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import made_up_news
import pandas as pd
import psutil

sys.path.append(str(Path(__file__).parents[1] / "tests"))
import rendered

SAMESTORY = Path(sys.executable).parent / "samestory"


class Cost(NamedTuple):
    """What a run took: processor seconds of all its processes, seconds, megabytes of the largest at its peak."""

    cpu: float
    clock: float
    megabytes: float


def run(*words: object) -> Cost:
    """The cost of a command of ours. Its kernels are no children that it waits for, so all are watched as they work."""
    cpu: dict[int, float] = {}
    peak, begun = 0.0, time.perf_counter()
    with psutil.Popen([str(word) for word in (SAMESTORY, *words)]) as command:
        while command.poll() is None:
            for process in [command, *command.children(recursive=True)]:
                with suppress(psutil.Error):
                    used = process.cpu_times()
                    cpu[process.pid] = used.user + used.system
                    peak = max(peak, process.memory_info().rss)
            time.sleep(0.1)
        if command.returncode:
            raise SystemExit(f"samestory ended with {command.returncode}")
    return Cost(sum(cpu.values()), time.perf_counter() - begun, peak / 1e6)


def sample(corpus: str, n: int) -> pd.DataFrame:
    """`n` articles: of the corpus, drawn once and for all, or made up."""
    if not corpus:
        return made_up_news.articles(n)
    table = pd.read_parquet(corpus) if corpus.endswith(".parquet") else pd.read_csv(corpus)
    return table.sample(min(n, len(table)), random_state=1)


def seen(pages: Path) -> tuple[int, int]:
    """The words that a reader sees of the brief, and of the longest other page, while all folds are closed."""
    words = {page.stem: len(rendered.Seen(page.read_text(encoding="utf-8")).words) for page in pages.glob("*.html")}
    return words.pop("index"), max(words.values())


def rows(corpus: str, sizes: list[int], words: list[str]) -> Iterator[tuple]:
    """Size, step, its cost, megabytes of the report, words that are seen of it, the load of the machine."""
    with tempfile.TemporaryDirectory() as scratch:
        for n in sizes:
            place = Path(scratch) / str(n)
            os.environ["SAMESTORY_CACHE"] = str(place / "cache")
            place.mkdir()
            articles = place / "articles.csv"
            sample(corpus, n).to_csv(articles, index=False)
            for step in ("cold", "kept"):
                cost = run("report", articles, "--out", place / step, "--timeout", 7200, *words)
                latest = (place / step / "latest").resolve()
                size = sum(file.stat().st_size for file in latest.rglob("*"))
                yield n, step, *cost, size / 1e6, *seen(latest), os.getloadavg()[0]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", default="", help="a .csv or .parquet table of articles; without, made up")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--dask", action="store_true", help="annotate on a Dask cluster of this machine")
    given = parser.parse_args()
    names = ["articles", "step", "cpu_s", "clock_s", "peak_mb", "folder_mb", "brief_words", "page_words", "load"]
    told = []
    for row in rows(given.corpus, given.sizes, ["--dask"] if given.dask else []):
        told.append(dict(zip(names, row, strict=True)))
        print(*(f"{value:>10.1f}" if isinstance(value, float) else f"{value:>10}" for value in row), flush=True)
    for step in ("cold", "kept"):
        of = [one for one in told if one["step"] == step]
        for a, b in pairwise(of):
            power = math.log(b["cpu_s"] / a["cpu_s"]) / math.log(b["articles"] / a["articles"])
            print(f"{step}: from {a['articles']} to {b['articles']} articles, processor seconds grow by n^{power:.2f}")
    if not given.corpus:
        print("planted differences:", made_up_news.found_again(made_up_news.articles(max(given.sizes))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
