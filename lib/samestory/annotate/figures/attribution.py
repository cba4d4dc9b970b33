"""Who says a figure, by the sentence it stands in: according to X; X said; X reported."""

import re

_NP = r"(?:[^\s,;:“”\"()]+ ?){1,9}"
ACCORDING = re.compile(
    r"\b(?:according to|as per|citing|as reported by|figures from|data from|reported by|announced by|estimated by|released by|compiled by|published by|conducted by)\s+(?P<x>[^,;:.“”\"()]{2,90}?)(?=\s+(?:which|who|that|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in a|after|before|and|as|said|show|had|have|were|was|is|are)\b|[,;:“”\"()]|\.(?:\s|$)|$)",
    re.I,
)
SAY = (
    "said|says|say|told|reported|reports|report|announced|estimated|estimates|estimate|claimed|claims|added|noted|confirmed|stated|predicted|expects|expect|"
    "found|showed|shows|show|indicates|indicate|indicated|put|puts|warned|counted|counts|projected|projects|revealed|reveals|suggests|suggested|calculates|calculated|argued|tweeted|wrote|forecast|recorded|registered"
)
SUBJECT = re.compile(
    rf"(?P<x>(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s)?(?:[\w’'&.-]+\s){{0,6}}[\w’'&.-]+)\s(?:has |have |had |also |later |earlier |previously |now )?(?:{SAY})\b(?!\s(?:by|in a case))"
)
INVERTED = re.compile(r"[,”\"]\s(?:said|says|reported|reports|added|wrote|told)\s(?P<x>(?:[A-Z][\w’'&.-]+\s?){1,6})")
_TRIM = re.compile(
    r"^(?:.*\b(?:and|but|that|which|who|when|while|as|after|before|because|since|if|where|although|though|with|for|to|in|on|at|from|than|by)\s)+",
    re.I | re.S,
)


def source(text: str, sentence: tuple[int, int], start: int, end: int) -> tuple[int, int] | None:
    """The offsets of the source a sentence names for the figure at `start`, or None: the sentence speaks for itself."""
    left, right = sentence
    line = text[left:right]
    for pattern in (ACCORDING, INVERTED, SUBJECT):
        for found in pattern.finditer(line):
            a, b = found.span("x")
            if pattern is SUBJECT:
                trimmed = _TRIM.match(line[a:b])
                a += trimmed.end() if trimmed else 0
            if a < b and not a + left <= start < b + left and _who(line[a:b]):
                return left + a, left + b - (len(line[a:b]) - len(line[a:b].rstrip()))
    return None


def _who(words: str) -> bool:
    return any(word[:1].isupper() for word in words.split()) or bool(
        re.search(
            r"(?:officials?|police|authorities|ministry|government|economists|analysts?|experts?|survey|poll|report|study|he|she|they|sources?|researchers|agency|company)$",
            words.lower().strip(),
        )
    )
