"""Every notebook runs on whatever articles a reader brings, and shows no reader a value that is a computer's word."""

import ast
import html
import json
import re
import warnings

import pandas as pd
import pytest
import samestory
from samestory.corpus import known
from samestory.present import style

NOTEBOOKS = sorted((known.ROOT / "notebooks").glob("*.ipynb"))
FLOOD = """A flood hit Ardin on Monday, killing at least 12 people, officials said.

“We lost everything,” said Mara Voss, a teacher. “The water came in minutes.”

Governor Tomas Reel declared an emergency. Critics accused the government of ignoring warnings."""
DELUGE = """At least 14 people were killed when a deluge struck Ardin, the health ministry said.

“We lost everything,” teacher Mara Voss told reporters. Soldiers rescued 40 residents."""
NAMES = (
    'file,outlet,date\na.txt,"$x_1$ & <b>The ""Daily"" Star\'s_paper *online*",2025-07-01\nb.txt,صحيفة الحياة,2025-07\n'
)
ODD = {
    "one article, no date": {"a_txt": FLOOD},
    "two articles, no date": {"a_txt": FLOOD, "b_txt": DELUGE},
    "the same article twice": {"a_txt": FLOOD, "b_txt": FLOOD},
    "one word each": {"a_txt": "Flood", "b_txt": "Hello"},
    "one word against an article": {"a_txt": "Flood", "b_txt": FLOOD},
    "no words": {"a_txt": "🌊🌊 😭", "b_txt": "🔥 🚒\n\n🙏"},
    "capitals": {"a_txt": FLOOD.upper(), "b_txt": DELUGE.upper()},
    "strange outlets": {"a_txt": FLOOD, "b_txt": DELUGE, "articles_csv": NAMES},
    "twelve outlets": {f"{k}_txt": [FLOOD, DELUGE][k % 2].replace("12", str(9 + k)) for k in range(12)},
}
COMPUTERS_WORDS = re.compile(
    r"\b(?:nan|NaN|NaT|inf)\b|<NA>|\bNone\b(?! of| is)|\b1 (?:articles|outlets|sentences|words)\b"
)


@pytest.fixture(autouse=True)
def marks_of_their_own():
    """The marks that a notebook assigned to its outlets are forgotten."""
    yield
    style.assign_marks(pd.Series([], dtype="str"))


def shown(notebook, articles) -> str:
    """What a notebook displays with these articles, as HTML; a warning is an error."""
    parts: list[str] = []

    def display(*outputs):
        parts.extend(output._repr_html_() for output in outputs if hasattr(output, "_repr_html_"))

    names = {"display": display}
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            tree = ast.parse("".join(cell["source"]))
            if "parameters" in cell["metadata"].get("tags", []):
                tree.body += ast.parse(f"articles = {str(articles)!r}").body
            last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, notebook.stem, "exec"), names)
            if last:
                display(eval(compile(ast.Expression(last.value), notebook.stem, "eval"), names))
    return "\n".join(parts)


@pytest.mark.slow
@pytest.mark.parametrize("name", ODD)
def test_every_notebook_runs_and_speaks_to_readers(name, folder):
    articles = folder(**ODD[name])
    for notebook in NOTEBOOKS:
        with warnings.catch_warnings():
            warnings.simplefilter("error", RuntimeWarning)
            warnings.simplefilter("error", UserWarning)
            page = shown(notebook, articles)
        assert "<b>The" not in page, "the names of outlets are text"
        words = html.unescape(re.sub(r"<svg.*?</svg>|<style.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL))
        found = COMPUTERS_WORDS.search(words)
        assert not found, f"{notebook.stem}: …{words[max(0, found.start() - 60) : found.end() + 40]}…"


def test_articles_in_other_scripts_are_refused_in_one_sentence(folder):
    articles = folder(a_txt="قالت مارا: «لقد فقدنا كل شيء». قتل 12 شخصا.", b_txt="周一，洪水造成至少12人死亡，官员说。")
    with pytest.raises(ValueError, match=r"is not English but another script; only English can be read\.$"):
        samestory.read(str(articles))
