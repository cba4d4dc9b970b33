"""Names that the articles propose, taken into a table of referents of one's own with a click, in JupyterLab."""

from pathlib import Path
from typing import Any

import ipywidgets
import pandas as pd

from samestory.compare.words.discovery.accepted import REFERENTS, accept
from samestory.present.show import escape, many, nothing

ROWS = 8  # names seen at once


class Accepting(ipywidgets.VBox):
    """The names proposed, to choose from, the file they go to, and a button; nothing on a page without a kernel."""

    def __init__(self, proposed: pd.DataFrame) -> None:
        """`proposed` is `story["proposed_referents"]`."""
        self.proposed = proposed
        named = zip(proposed["label"], proposed["referent"], strict=True)
        options = [(f"{label} ({referent})", label) for label, referent in named]
        self.chosen = ipywidgets.SelectMultiple(
            options=options, description="names", rows=max(1, min(ROWS, len(options)))
        )
        self.file = ipywidgets.Text(value=REFERENTS, description="into")
        self.button = ipywidgets.Button(
            description="Accept", tooltip="Add the names chosen, with what else is so called"
        )
        self.said = ipywidgets.HTML()
        self.button.on_click(self.clicked)
        super().__init__([self.chosen, ipywidgets.HBox([self.file, self.button]), self.said])

    def clicked(self, button: Any = None) -> None:
        """Add what is chosen to the file, and say how many rows were added, or what is wrong."""
        file = Path(self.file.value.strip() or REFERENTS)
        if not self.chosen.value:
            self.said.value = "Choose one or more names first."
            return
        try:
            added = many(accept(self.proposed, self.chosen.value, file), "row")
        except ValueError as error:
            self.said.value = escape(str(error))
        else:
            self.said.value = escape(f"{added} added to {file}; to use them, set referents = {str(file)!r} at the top.")

    def static(self) -> str:
        """What a page without a kernel shows: nothing, as the names stand in its table."""
        return nothing()

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """The live widget, and beside it the static answer."""
        return {**super()._repr_mimebundle_(**kwargs), "text/html": self.static()}


def accepting(proposed_referents: pd.DataFrame) -> Accepting:
    """The names proposed, to be accepted with a click."""
    return Accepting(proposed_referents)
