"""What a figure counts: the noun phrase after it, or, where that is left out, the one it was said of before."""

import re

STOPS = frozenset(
    "in on at to from for with by into over under about between among against during after before since until while when where because if "
    "as than that which who whom whose and or but nor so yet is are was were be been being has have had having do does did will would could "
    "should can may might must shall said says say saying told according the this these those it he she they we you i there here also still "
    "not out up down off back away ago later earlier who's per via amid despite including plus then even now just only too within without "
    "across through throughout near outside inside behind beyond along around each apiece a an his her their its our my your all both either "
    "more less fewer went came fell rose gained lost took takes made make makes got get gets saw see seen say show shows showed "
    "died die dies remain remained left live lived work worked voted vote favor oppose support supported supports want think believe believed "
    "agreed signed joined filed killed injured wounded arrested detained hurt dead missing displaced held taken captured freed released "
    "were' arrived fled returned received won scored today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday "
    "last next this annually daily weekly monthly nationwide worldwide overall total combined because".split()
)
_TOKEN = re.compile(r"\s*([^\W\d_][\w’'&.-]*|[^\w\s]|\d[\d,.]*)")
_OF = re.compile(r"\s*(?:of|of the|of its|of their|of all|of his|of her|of these|of those|of our)\s+", re.I)


def phrase(right: str) -> tuple[int, int] | None:
    """The noun phrase that follows a number, as offsets into `right`; None where it is left out."""
    place = 0
    of = re.match(r"[\s-]*of\s+(?:the|its|their|all|his|her|these|those|our|all the|a|an)?\s*", right)
    if of:
        place = of.end()
    elif right[:1] == "-":
        place = 1
    start, end = None, None
    for _ in range(7):
        token = _TOKEN.match(right, place)
        if not token:
            break
        word = token[1]
        if not word[0].isalpha() or word.lower().rstrip(".") in STOPS or (start is not None and _verb(word)):
            break
        start = token.start(1) if start is None else start
        end = token.end(1)
        place = end
        if word.endswith(("’s", "'s", "s’", "s'")):
            continue
    if start is None or end is None:
        return None
    while right[end - 1] in ".’'":
        end -= 1
    return (start, end) if end > start else None


def _verb(word: str) -> bool:
    return (
        word.endswith(("ed", "ly"))
        and word.islower()
        and word not in ("unarmed", "armed", "hundred", "family", "assembly", "bed", "seed")
    )
