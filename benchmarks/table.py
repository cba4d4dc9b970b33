"""Runs benchmarks in turn, each in a process of its own, and prints what was measured, reached and aimed at."""

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

HERE = Path(__file__).parent


def names(kind: str) -> list[str]:
    """The benchmarks of a kind that there are: `accuracy` gives figures, quotes …"""
    return sorted(file.stem.removeprefix(f"{kind}_") for file in HERE.glob(f"{kind}_*.py"))


def rows(module: str, arguments: Sequence[object]) -> list[tuple]:
    """What a benchmark measures: rows of measure, reached and aim."""
    sys.path.insert(0, str(HERE))
    return import_module(module).rows(*arguments)


def main(kind: str, chosen: Sequence[str], arguments: Sequence[object] = ()) -> int:
    """Print the table of a kind of benchmarks, all of them or those chosen by name; 2 where there is none of a name."""
    known = names(kind)
    if strangers := [name for name in chosen if name not in known]:
        print(f"There is no {kind} benchmark {strangers[0]!r}; there are {', '.join(known)}.", file=sys.stderr)
        return 2
    for name in chosen or known:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            for measure, reached, aim in alone.submit(rows, f"{kind}_{name}", arguments).result():
                print(f"{name:<10} {measure:<82} {shown(reached):>10}   {shown(aim)}", flush=True)
    return 0


def shown(value: object) -> str:
    """A figure as the table prints it; words as they are."""
    if isinstance(value, str):
        return value
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3f}".rstrip("0").rstrip(".")
