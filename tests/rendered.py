"""What a reader of a page sees: a notebook's cells run here and now over a story, and the words that no fold hides."""

import ast
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from samestory.publish import clean, pages

WORD = re.compile(r"\w")
HIDDEN = {"details", "style", "desc", "title"}


class Seen(HTMLParser):
    """The `words` of a page that are seen while its folds are closed, and the `most` rows of a table."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.rows = self.most = 0
        self._opened = False  # a row without a cell yet: one of headings alone is no row
        self._folds: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        """Go into a fold; its summary is seen."""
        if tag in HIDDEN or (tag == "summary" and self._folds):
            self._folds.append(tag)
        if tag == "table":
            self.rows = 0
        if tag == "tr":
            self._opened = True
        if tag == "td" and self._opened:
            self._opened = False
            self.rows += 1
            self.most = max(self.most, self.rows)

    def handle_endtag(self, tag: str) -> None:
        """Leave it again."""
        if tag in HIDDEN or tag == "summary":
            self._folds.pop()

    def handle_data(self, data: str) -> None:
        """Count the words outside folds, and those of a summary that is in no other fold."""
        if not self._folds or self._folds == ["details", "summary"]:
            self.words += [word for word in data.split() if WORD.search(word)]


def page(notebook: Path, story: Any) -> str:
    """The HTML that a notebook shows of a story: its prose and what its cells answer, cleaned as on a page."""
    shown, names = [], {"story": story}
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            shown.append(pages._html(source))
        elif not source.startswith(("import samestory", "story = samestory")):
            body = ast.parse(source).body
            last = body.pop() if isinstance(body[-1], ast.Expr) else None
            exec(compile(ast.Module(body, []), notebook.name, "exec"), names)
            shown.append(_html(eval(compile(ast.Expression(last.value), notebook.name, "eval"), names)) if last else "")
    return clean.output("".join(shown), clean.Styles())


def _html(answer: Any) -> str:
    """What a page keeps of an answer."""
    if hasattr(answer, "static"):
        return answer.static()
    return answer._repr_html_() if hasattr(answer, "_repr_html_") else ""
