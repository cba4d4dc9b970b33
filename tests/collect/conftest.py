"""What the tests of the door share."""

import pandas as pd
import pytest
from samestory import collect

FLOOD = "At least 12 people were killed in a flood in Ardin on Monday, officials said. The dam had been old for years."
DELUGE = "At least 14 people were killed when a deluge struck Ardin, the health ministry said. More rain is to come."


@pytest.fixture
def read(tmp_path):
    """A function that writes files (name to text or bytes) and reads the folder, or the one file named."""

    def collected(files: dict[str, str | bytes], *paths: str, **options) -> tuple[pd.DataFrame, pd.DataFrame]:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return collect.read([tmp_path / path for path in paths] or tmp_path, **options)

    return collected
