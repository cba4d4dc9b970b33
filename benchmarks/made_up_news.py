"""News that nobody wrote, of any size, with differences planted to be found again.

Words are drawn by Zipf's law from a vocabulary made of syllables; every story has its own rare words, people, place and
count, and several outlets tell it on the same day. What is planted: outlets of even number say PLANTED[0] for the side
that those of odd number call PLANTED[1], and report one more of the dead than these.
"""

from itertools import product

import numpy as np
import pandas as pd

PLANTED = ("rebels", "insurgents")
SYLLABLES = ["".join(parts) for parts in product("bdfgklmnprstv", "aeiou")]
COMMON = (
    "the of to and a in that it was for on with as by at from he said they be has had not an were after which this"
).split()
VERBS = "said warned added announced insisted denied".split()
TELLERS = 4  # outlets that tell a story
SENTENCES = 30


def articles(n: int, *, outlets: int = 38, seed: int = 1) -> pd.DataFrame:
    """`n` articles of so many outlets, a story told by TELLERS of them a day: outlet, date, headline, event, text."""
    draw = np.random.default_rng(seed)
    vocabulary = np.array([*COMMON, *_words(draw, 20_000)])
    weights = 1 / np.arange(1, len(vocabulary) + 1)
    rows = []
    for story in range(-(-n // TELLERS)):
        facts = _story(draw, story)
        for outlet in draw.choice(outlets, min(TELLERS, outlets), replace=False):
            rows.append(_article(draw, facts, int(outlet), vocabulary, weights / weights.sum()))
    return pd.DataFrame(rows[:n], columns=["outlet", "date", "headline", "event", "text"])


def _words(draw: np.random.Generator, n: int) -> list[str]:
    lengths = draw.integers(2, 5, n)
    return ["".join(draw.choice(SYLLABLES, length)) for length in lengths]


def _story(draw: np.random.Generator, number: int) -> dict:
    """What a story is about: a place, two people, its own words, how many died, and a sentence said."""
    names = [word.capitalize() for word in _words(draw, 5)]
    own = _words(draw, 12)
    day = pd.Timestamp("2031-01-01") + pd.Timedelta(days=number // 8)
    said = f"We will {' '.join(draw.choice(own, 4))} until {names[0]} has {draw.choice(own)}"
    return {"names": names, "own": own, "day": day, "dead": int(draw.integers(3, 400)), "said": said}


def _article(draw, facts: dict, outlet: int, vocabulary: np.ndarray, weights: np.ndarray) -> tuple:
    place, first, last, *_ = facts["names"]
    side, dead = PLANTED[outlet % 2], facts["dead"] + (outlet % 2 == 0)
    told = [
        f"At least {dead} people were killed when {side} shelled {place}, the ministry {draw.choice(VERBS)}.",
        f"“{facts['said']},” {first} {last}, the mayor of {place}, said on Monday.",
        f"The {side} {draw.choice(VERBS)} that {' '.join(draw.choice(facts['own'], 4))} were to blame.",
    ]
    filler = [_sentence(draw, facts, vocabulary, weights) for _ in range(SENTENCES - len(told))]
    text = " ".join([told[0], *filler[:5], told[1], *filler[5:12], told[2], *filler[12:]])
    headline = f"{dead} killed as {side} shell {place}"
    return f"Outlet {outlet:03}", facts["day"].date().isoformat(), headline, place, text


def _sentence(draw, facts: dict, vocabulary: np.ndarray, weights: np.ndarray) -> str:
    words = list(draw.choice(vocabulary, draw.integers(12, 30), p=weights))
    words[draw.integers(len(words))] = draw.choice([*facts["own"], *facts["names"]])
    return " ".join(words).capitalize() + "."


def found_again(articles: pd.DataFrame) -> dict[str, bool]:
    """Whether the words planted stand out as those of their camps, and whether no other does."""
    from samestory.compare import words

    camps = articles.assign(camp=articles["outlet"].str[-3:].astype(int).mod(2).map({1: "odd", 0: "even"}))
    table = words.keyness(camps.assign(event=None), by="camp", ngrams=[1], permutations=500)
    stands = table[table["clears_floor"]]
    sides = dict(zip(stands["term"], stands["group"], strict=True))
    planted = {PLANTED[0]: "even", PLANTED[1]: "odd"}
    return {"planted": planted.items() <= sides.items(), "nothing else": set(sides) == set(planted)}
