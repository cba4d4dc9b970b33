"""One story, and every table about it by its name: what notebooks, scripts and the shell ask."""

from samestory.story.read import SETTINGS, read, with_parameters
from samestory.story.story import Story

__all__ = ["SETTINGS", "Story", "read", "with_parameters"]
