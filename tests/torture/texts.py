"""Mutated texts through the readers and every annotator: no error but a sentence of ours, no offset that is wrong."""

import ast
import random
import string
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd
from samestory import corpus, unexpected
from samestory.annotate import spans

run = import_module("samestory.annotate.run")  # the package has a function of this name
PIECES = """“ ” ‘ ’ " ' « » ( ) [ ] { } , . ; : ! ? … – — - $ £ € % = + / \\ | # & < > @ ^ ~ ` * _ \t \n \n\n \r \r\n \0 \x1b \x85
\u00a0 \u200b \u202e \u2066 \u2028 \ufeff \ufffd \ud800 é ß İ ﬁ 中 السلام 🇵🇸 👩‍👩‍👧 ½ ² ١٢ 0 1,000 12.5 -7 1e9 2025-07-06 7:30
said killed people soldiers according to not least more than million dozen Mr. U.S. Jan. by was who the of""".split(" ")


@cache
def sentences() -> list[str]:
    """Every sentence on which the tests of annotators stand: there is one for each wording that has a rule."""
    files = sorted((Path(__file__).parents[1] / "annotate").glob("*.py"))
    held = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    said = [node.value for node in held if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in said if " " in text and text.rstrip(".”").endswith(tuple(string.ascii_letters))]


def crossed(dice: random.Random) -> str:
    """The beginning of one sentence with a rule and the end of another, so that rules meet that never met."""
    one, other = (dice.choice(sentences()).split(" ") for _ in range(2))
    return " ".join((*one[: dice.randint(1, len(one))], *other[dice.randint(0, len(other)) :]))


def base() -> list[str]:
    """Made-up articles to begin with: speech, figures, actors, a list, a dateline."""
    return [
        "date 2025-07-06 At least 12 people were killed in the strike, the army said. “We will not leave,” said Dana Levi, "
        "a baker.\n\nThe ministry put the number at 1,200, among them 30 children.\n",
        "NICOSIA (Reuters) - More than 50,000 marched on Sunday, according to police; organisers spoke of 80,000.\n\n"
        "“It was ‘a day to remember’,” Mayor A. Papas told reporters.\n\n(c) 2025 Reuters",
        "Talks:\n- no deal\n- 20 of 48 hostages\n\nHe denied that troops had fired. “No one was hurt.” She was not named.",
    ]


def mutated(text: str, dice: random.Random) -> str:
    """The text with some of its parts cut, doubled, or replaced by crossed sentences and pieces that trip parsers."""
    for _ in range(dice.randint(1, 12)):
        at, to = sorted(dice.randint(0, len(text)) for _ in range(2))
        piece = dice.choice(PIECES) * dice.choice((1, 1, 1, 2, 40))
        new = dice.choice((piece, crossed(dice), dice.choice(string.printable)))
        kinds = (new, new, text[at:to] * 2, "", text[at:to].upper())
        cut = dice.choice((at, min(to, at + 8)))
        text = text[:at] + dice.choice(kinds) + text[cut:]
        text = text[:4000]
    return text


def batch(seed: int, size: int) -> list[str]:
    """So many mutated texts, the same for the same seed."""
    dice = random.Random(seed)
    return [mutated(dice.choice(base()), dice) for _ in range(size)]


def halved(many: Sequence[Any], fails: Callable[[Sequence[Any]], str]) -> Iterator[tuple[Any, str]]:
    """Those of many that fail alone, each with what it fails with: all at once, and by halves where that fails."""
    wrong = fails(many)
    if wrong and len(many) == 1:
        yield many[0], wrong
    elif wrong:
        middle = len(many) // 2
        yield from halved(many[:middle], fails)
        yield from halved(many[middle:], fails)


def read(texts: list[str]) -> pd.DataFrame:
    """The texts as articles without those for which a whole folder is refused: one whose only date cannot be read.

    ValueError where none of them is an article.
    """
    refused = {text for text, _ in halved(texts, _refused)}
    return _articles([text for text in texts if text not in refused])


def _articles(texts: Sequence[str]) -> pd.DataFrame:
    with tempfile.TemporaryDirectory() as folder:
        return corpus.articles(_written(list(texts), Path(folder)))


def _refused(texts: Sequence[str]) -> str:
    """Why a folder of the texts is not read; nothing where it is."""
    try:
        _articles(texts)
    except ValueError as error:
        return str(error)
    return ""


def wrong_with(texts: list[str]) -> Iterator[str]:
    """What goes wrong when the texts are files of a folder that is read and annotated."""
    yield from (f"reading {text!r}: {wrong}" for text, wrong in halved(texts, _unread))
    try:
        articles = read(texts)
    except ValueError:  # none of them is an article
        return
    yield from annotated(articles)


def _unread(texts: Sequence[str]) -> str:
    """What goes wrong when they are read; nothing where an error is told: a text may be no article."""
    try:
        _articles(texts)
    except Exception as error:
        return "" if unexpected.is_told(error) else repr(error)
    return ""


def _written(texts: list[str], folder: Path) -> Path:
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    return folder


def annotated(articles: pd.DataFrame) -> Iterator[str]:
    """What goes wrong in the annotators, and which spans do not stand in their text."""
    options = {"referents": "", "pipeline": ""}

    def fails(kind: str, rows: Sequence[int]) -> str:
        some = articles.iloc[list(rows)]
        try:
            spans.checked(run.annotate_one(kind, some, options), some, overlap=True)
        except Exception as error:
            return repr(error)
        return ""

    for kind in run.KINDS:
        for row, wrong in halved(range(len(articles)), partial(fails, kind)):
            yield f"{kind} of {articles['text'].iloc[row]!r}: {wrong}"
