"""What the tests share: made-up articles, the seeds, and a cache of their own."""

import pandas as pd
import pytest
from samestory import corpus


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory):
    """Annotations of the tests are kept apart from the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMESTORY_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def seeds() -> pd.DataFrame:
    return corpus.articles("seeds")


@pytest.fixture
def folder(tmp_path):
    """A function that writes files (name to text or bytes) into a folder and returns it."""

    def write(**files: str | bytes):
        for name, content in files.items():
            path = tmp_path / name.replace("__", "/").replace("_txt", ".txt").replace("_csv", ".csv")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write
