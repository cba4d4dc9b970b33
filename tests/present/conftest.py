"""What the tests of charts and pages share: no group has a mark before one is given to it."""

import pytest
from samestory.present import style


@pytest.fixture(autouse=True)
def unmarked(monkeypatch):
    """Each test begins as a notebook does, whatever was drawn before it."""
    monkeypatch.setattr(style, "_assigned", [])
