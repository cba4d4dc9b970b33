"""In whose name somebody speaks, as far as an article says so: for a party, the police, the bereaved, a university.

Which words of a role say it stands in `data/standings.csv`.
"""

import re
from functools import lru_cache

import pandas as pd

from samestory import known

LAWMAKERS = "lawmakers"  # of whom it is not known for which party
PARTIES = {"R": "Republicans", "D": "Democrats"}
POLITICIANS = frozenset({LAWMAKERS, *PARTIES.values()})
NO_MORE = re.compile(r"\b(?:former|formerly|ex|then|late|retired)\b|^who\b(?! lost)", re.IGNORECASE)


def standing(role: object, name: str, text: str) -> str | None:
    """In whose name a person of a text speaks: of `data/standings.csv`, or None.

    Who is a lawmaker, or of whom no role is told, speaks for the party that the text gives behind the name: “Ada Lind
    (D-Osk)”, “Bo Ek, R-Brin”. Whoever no longer is what the role says speaks for nobody.
    """
    told = "" if pd.isna(role) else str(role)  # type: ignore[call-overload]
    if NO_MORE.search(told):
        return None
    said = _pattern().search(told)
    found = _standings()[said[0].lower()] if said else None
    party = re.search(rf"\b{re.escape(name.split()[-1])},? \(?([RD])[-–—][A-Z]", text)
    return PARTIES[party[1]] if party and (found == LAWMAKERS or not told) else found


def clash(one: str | None, other: str | None) -> bool:
    """Whether two may speak in one name: lawmakers of whom no party is known may be of any."""
    return one == other or (LAWMAKERS in (one, other) and {one, other} <= POLITICIANS)


@lru_cache(maxsize=1)
def _standings() -> dict[str, str]:
    table = known.table("standings.csv", ["words", "standing", "source"])
    return dict(zip(table["words"].str.lower(), table["standing"], strict=True))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    said = "|".join(map(re.escape, sorted(_standings(), key=lambda words: (-len(words), words))))
    return re.compile(rf"(?<![\w-])(?:{said})(?![\w-])", re.IGNORECASE)
