"""Same Story: how news outlets tell the same story."""

from typing import Any

__all__ = ["Story", "read", "write"]


def __getattr__(name: str) -> Any:
    """`read`, `Story`, and `write` (a table to a file), loaded when asked for: commands start without pandas."""
    if name == "write":
        from samestory.publish.export import write

        return write
    if name in __all__:
        from samestory import story

        return getattr(story, name)
    raise AttributeError(f"module 'samestory' has no attribute {name!r}")
