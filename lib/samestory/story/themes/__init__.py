"""All that a story knows by name, a module a theme."""

from samestory.story.themes import coding, collection, facts, figures, framing, voices, words

ROWS = (*collection.ROWS, *facts.ROWS, *words.ROWS, *voices.ROWS, *framing.ROWS, *figures.ROWS, *coding.ROWS)
