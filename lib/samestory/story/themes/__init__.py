"""All that a story knows by name, a module a theme."""

from samestory.story.themes import collection, figures, framing, voices, words

ROWS = (*collection.ROWS, *words.ROWS, *voices.ROWS, *framing.ROWS, *figures.ROWS)
