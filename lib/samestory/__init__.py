"""Same Story: how news outlets tell the same story."""

from typing import Any

__all__ = ["Story", "read"]


def __getattr__(name: str) -> Any:
    """`samestory.read` and `samestory.Story`, loaded when first asked for: the command line starts without pandas."""
    if name in __all__:
        from samestory import story

        return getattr(story, name)
    raise AttributeError(f"module 'samestory' has no attribute {name!r}")
