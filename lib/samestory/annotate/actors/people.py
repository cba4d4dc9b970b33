"""Which names of an article mean one actor: full names, surnames and abbreviations."""

from collections import defaultdict

from samestory.annotate.actors import lookup
from samestory.annotate.actors.forms import Words, capitals, clusters, surname
from samestory.annotate.actors.names import Name


def fullest(found: list[Name], kinds: dict[Words, str | None]) -> dict[Words, str]:
    """The fullest name in the article of each name found there.

    A surname goes to the one person of that surname; with two of them in the article it stays a surname. "Donald
    Trump" and "Donald J. Trump" are one, "Donald Trump" and "Melania Trump", or "… Jr.", two.
    """
    people = clusters([name.words for name in found if kinds[name.words] == "person" and len(name.words) > 1])
    bodies = _bodies([name.words for name in found])
    return {name.words: _fullest(name.words, people, bodies, kinds) for name in found}


def _fullest(words: Words, people: dict[str, list[set[Words]]], bodies: dict[str, str], kinds: dict) -> str:
    joined = " ".join(words)
    if kinds[words] not in ("person", None):
        return bodies.get(joined, joined)
    fitting = [cluster for cluster in people.get(surname(words), []) if len(words) == 1 or words in cluster]
    if len(fitting) != 1:
        return bodies.get(joined, joined)
    longest = max(len(form) for form in fitting[0])
    return " ".join(min(form for form in fitting[0] if len(form) == longest))


def _bodies(names: list[Words]) -> dict[str, str]:
    """Abbreviations and other names to the fullest name that the article has for the same body or country."""
    present = [" ".join(words) for words in dict.fromkeys(names)]
    same: dict[object, list[str]] = defaultdict(list)
    for name in present:
        same[lookup.load().names.get(name) or _abbreviated(name, present)].append(name)
    return {name: max(forms, key=len) for forms in same.values() for name in forms}


def _abbreviated(name: str, present: list[str]) -> str:
    """The name whose capitals an abbreviation spells, if there is one in the article; else the name itself."""
    if not (name.isupper() and 2 <= len(name) <= 6):
        return name
    return next((full for full in present if " " in full and capitals(full) == name), name)
