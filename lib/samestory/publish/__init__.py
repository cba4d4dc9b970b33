"""Notebooks run, and pages published: what was run, when, and what came of it. Nothing here knows what they say."""
