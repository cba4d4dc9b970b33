"""What a notebook says of itself."""

import json
from pathlib import Path


def themes(notebook: Path) -> list[str]:
    """The themes a notebook asks about, as its metadata name them (`samestory.themes`).

    None where it names none: it may then ask anything.
    """
    return json.loads(notebook.read_text(encoding="utf-8"))["metadata"].get("samestory", {}).get("themes", [])
