"""Which names of an article mean one actor: full names, surnames and abbreviations."""

from collections import defaultdict

from samestory.annotate.actors import lookup
from samestory.annotate.actors.names import SUFFIXES, Name, Words


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
    return " ".join(max(fitting[0], key=lambda form: (len(form), form)))


def clusters(names: list[Words]) -> dict[str, list[set[Words]]]:
    """Full names by surname, those that can be one person together."""
    by_surname: dict[str, list[set[Words]]] = defaultdict(list)
    for words in dict.fromkeys(names):
        group = next((g for g in by_surname[surname(words)] if any(compatible(words, other) for other in g)), None)
        if group is None:
            by_surname[surname(words)].append({words})
        else:
            group.add(words)
    return dict(by_surname)


def surname(words: Words) -> str:
    """The last word of a name, with the suffix that tells a father from a son ("Trump Jr.")."""
    if len(words) > 1 and words[-1].lower() in SUFFIXES:
        return f"{words[-2]} {words[-1].rstrip('.')}"
    return words[-1]


def compatible(one: Words, other: Words) -> bool:
    """Whether two full names of one surname can be one person's: equal first names, or an initial of one."""
    first, second = one[0].rstrip("."), other[0].rstrip(".")
    if surname(one) != surname(other):
        return False
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])


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
    return next((full for full in present if " " in full and _capitals(full) == name), name)


def _capitals(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
