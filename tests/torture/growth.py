"""The parse and every annotator are linear: four times the text takes at most six times as long, whatever its shape."""

import time
from collections.abc import Iterator
from importlib import import_module

import pandas as pd
from samestory.corpus import parser

run = import_module("samestory.annotate.run")  # the package has a function of this name
LIMIT = 6
LEAST = 0.05  # seconds; below it the clock decides
PARSE = "parse"
STEPS = (PARSE, *run.KINDS)
UNITS = {
    "sentences": "The army said that 12 people were killed. ",
    "paragraphs": "The army said that 12 people were killed.\n\n",
    "quotations": "“We will stay,” said Dana. ",
    "quotations opened": "“We will stay. ",
    "quotations closed": "We will stay.” ",
    "straight quotations": '"We will stay," said Dana. ',
    "marks": "“ ",
    "marks in marks": "“‘",
    "apostrophes": "'s ",
    "digits": "7",
    "numbers": "1,000 ",
    "numbers in words": "twenty-one million ",
    "ranges": "10-20 ",
    "brackets": "(",
    "brackets closed": "(a) ",
    "square brackets": "[a] ",
    "commas": "a, ",
    "one sentence": "and the army said that people ",
    "names": "Dana Levi and Omar Haddad, ",
    "capitals": "ABC ",
    "initials": "A. ",
    "abbreviations": "Mr. ",
    "one word": "a",
    "hyphens": "a-",
    "dashes": "– ",
    "dots": ".",
    "blanks": " ",
    "lines": "\n",
    "tabs": "\t",
    "dollars": "$",
    "percents": "5% ",
    "dates": "7 July 2025, ",
    "Arabic": "قال الجيش ",
    "emoji": "👩‍👩‍👧 ",
    "links": "https://a.org/b?c=d ",
    "negations": "not ",
    "passives": "was killed by ",
    "according": "according to ",
    "of": "of the ",
    "he said": "he said that ",
    "lists": "- a thing\n",
    "headlines": "KILLED IN STRIKE\n\n",
    "question marks": "? ",
    "semicolons": "a; ",
    "slashes": "a/b ",
    "ampersands": "A & B ",
    "zero width": "a\u200b",
    "combining": "a\u0301 ",
}


def seconds(step: str, text: str) -> float:
    """Processor time of one step on one article: its parse, or an annotator where the parse is at hand."""
    article = pd.DataFrame({"article_id": ["a"], "text": [text], "sha256": ["0" * 64]})
    if step == PARSE:
        parser._memory.pop(("", text), None)
    before = time.process_time()
    if step == PARSE:
        parser.parse(text)
    else:
        run.annotate_one(step, article, {"referents": "", "pipeline": ""})
    return time.process_time() - before


def shapes(size: int) -> Iterator[tuple[str, str, float, float]]:
    """Shape, step, seconds for `size` characters and for four times as many."""
    warm = pd.DataFrame({"article_id": ["a"], "text": ["Peace came."]})
    for kind in run.KINDS:
        run.annotate_one(kind, warm, {"referents": "", "pipeline": ""})
    for shape, unit in UNITS.items():
        small, large = (unit * (n // len(unit)) for n in (size, 4 * size))
        for step in STEPS:
            first, second = seconds(step, small), seconds(step, large)
            if grows(first, second):  # other work on the machine only ever adds
                first, second = min(first, seconds(step, small)), min(second, seconds(step, large))
            yield shape, step, first, second


def grows(first: float, second: float) -> bool:
    """Whether it took too long."""
    return second > max(LIMIT * first, LIMIT * LEAST)
