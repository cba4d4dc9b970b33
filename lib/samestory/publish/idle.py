"""Parts of a notebook in which there is nothing to show: a page leaves them out and names at its foot what was asked.

“None” would be a claim about the articles; all that is known is that nothing was found.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from samestory.present.show import NOTHING

SHOWS = re.compile(r"<(?!/?(?:p|b|i|em|strong|bdi|code|a|span|br)\b)")  # a tag of what is more than a sentence
NOTHING_THERE = re.compile(rf'<p class="{NOTHING}">.*?</p>', re.DOTALL)
HEADED = re.compile(r"^## +(.+)$", re.MULTILINE)


def prose(cells: Sequence[Any]) -> set[int]:
    """The numbers of the cells of prose that a page leaves out; their outputs are emptied, and lines of nothing go.

    A part is a cell of prose and the code up to the next. It is left out where something was asked for, nothing found
    and nothing else shown; its heading only where that is so of every part under it.
    """
    parts = list(_parts(cells))
    idle = [_is_idle(outputs) for _, outputs in parts]
    left_out: set[int] = set()
    for k, (number, outputs) in enumerate(parts):
        below = next((n for n in range(k + 1, len(parts)) if HEADED.search(cells[parts[n][0]].source)), len(parts))
        for output in outputs:
            output.metadata["html"] = "" if idle[k] else NOTHING_THERE.sub("", output.metadata["html"])
        if idle[k] and (not HEADED.search(cells[number].source) or all(idle[k:below])):
            left_out.add(number)
    return left_out


def headings(cells: Sequence[Any], left_out: set[int]) -> list[str]:
    """The questions among the headings of the second level that are left out: what was asked without an answer."""
    named = [found[1] for number in sorted(left_out) if (found := HEADED.search(cells[number].source))]
    return [heading for heading in named if heading.endswith("?")]


def _parts(cells: Sequence[Any]) -> Iterator[tuple[int, list[Any]]]:
    """Each cell of prose, by its number, with the outputs of the code below it."""
    prose = [number for number, cell in enumerate(cells) if cell.cell_type == "markdown"]
    for number, after in pairwise([*prose, len(cells)]):
        yield number, [output for cell in cells[number:after] for output in cell.get("outputs", [])]


def _is_idle(outputs: Sequence[Any]) -> bool:
    """Whether something was asked for that is not there, and there is nothing but sentences."""
    shown = "".join(output.metadata["html"] for output in outputs)
    return f'class="{NOTHING}"' in shown and not SHOWS.search(shown)
