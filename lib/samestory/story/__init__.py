"""One story, and every table about it by its name: what notebooks, scripts and the shell ask."""

from samestory.story.read import read
from samestory.story.story import Story

__all__ = ["Story", "read"]
