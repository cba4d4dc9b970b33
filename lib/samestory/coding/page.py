"""The audit in JupyterLab: one item after another, judged by keys alone, each answer at once in the sheet."""

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from samestory.coding import sheet

HERE = Path(__file__).parent


class Page(anywidget.AnyWidget):
    """The items of a sheet, of which one is shown; what is answered stands in the sheet as soon as it is given."""

    _esm = HERE / "page.js"
    _css = HERE / "page.css"
    items: traitlets.List = traitlets.List().tag(sync=True)
    verdicts = traitlets.Dict().tag(sync=True)
    notes = traitlets.Dict().tag(sync=True)
    at = traitlets.Int(0).tag(sync=True)

    def __init__(self, file: Path) -> None:
        """Show the sheet from the first item that was not judged."""
        items, verdicts, notes = sheet.held(file)
        first = next((k for k, one in enumerate(items) if not verdicts[one["item"]]), 0)
        super().__init__(items=items, verdicts=verdicts, notes=notes, at=first)
        self.file = file
        self.observe(self.answered, names=["verdicts", "notes"])

    def answered(self, change: Any) -> None:
        """Write what changed."""
        for item in change.new:
            if change.new[item] != change.old.get(item, ""):
                sheet.put(self.file, item, self.verdicts.get(item) or None, self.notes.get(item) or None)


def judge(file: str | Path) -> Page:
    """The page on which a coder judges the items of a sheet; ValueError where there is no sheet, or it has no items."""
    page = Path(file).expanduser()
    if not page.is_file():
        raise ValueError(f"there is no sheet {page}; `samestory audit` draws one")
    return Page(page)
