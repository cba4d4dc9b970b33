"""Verbs and nouns of saying, thinking and showing, with the class of attitude they lend to what is reported."""

from functools import lru_cache

from samestory.corpus import known

TABLE = "cue_verbs.csv"


@lru_cache(maxsize=1)
def classes() -> dict[tuple[str, str], str]:
    """The class of each cue of `data/cue_verbs.csv` by (lemma, part of speech)."""
    rows = known.table(TABLE, ["lemma", "pos", "class", "source"])
    return dict(zip(zip(rows["lemma"], rows["pos"], strict=True), rows["class"], strict=True))
