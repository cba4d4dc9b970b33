"""The forms of names: which full names can be one person's, and which words an abbreviation stands for."""

import unicodedata
from collections import defaultdict
from functools import lru_cache

from samestory.corpus import known

Words = tuple[str, ...]
SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}


def clusters(names: list[Words]) -> dict[str, list[set[Words]]]:
    """Full names by surname, those that can be one person together.

    Equal first names are one person, and a short one with the name it is short for (Bob, Robert); an initial
    ("J. Smith") joins a first name only where just one fits it.
    """
    by_surname: dict[str, list[set[Words]]] = defaultdict(list)
    held: dict[tuple[str, str], set[int]] = defaultdict(set)
    for words in sorted(dict.fromkeys(names), key=_is_initial):
        last, first = _spelt(surname(words)), plain(words[0])
        people, letter = by_surname[last], f"{first[:1]}."
        asked = {letter} if _is_initial(words) else _long_forms(first)
        fitting = set().union(*(held[last, form] for form in asked))
        number = fitting.pop() if len(fitting) == 1 else len(people)
        if number == len(people):
            people.append(set())
        people[number].add(words)
        for form in {letter} | _long_forms(first):
            if len(held[last, form]) < 2:  # whether just one person fits is all that is asked
                held[last, form].add(number)
    return dict(by_surname)


def surname(words: Words) -> str:
    """The last word of a name, with the suffix that tells a father from a son ("Trump Jr")."""
    if len(words) > 1 and words[-1].lower() in SUFFIXES:
        return f"{words[-2]} {words[-1].rstrip('.')}"
    return words[-1]


def alike(one: str, other: str) -> bool:
    """Whether two names could be one person's, misspelt or shortened: surnames equal but for a letter or a prefix."""
    first, second = (_spelt(surname(tuple(name.split()))) for name in (one, other))
    return first == second or _one_letter_apart(first, second) or bool(set(first.split()) & set(second.split()))


def plain(word: str) -> str:
    """A word of a name in small letters without accents, points and hyphens."""
    letters = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in letters if letter.isalnum() or letter == " ")


def capitals(name: str) -> str:
    """The capitals an abbreviation of a name would be made of ("International Criminal Court": ICC)."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _spelt(name: str) -> str:
    """A surname as it is compared: McCain is MacCain."""
    letters = plain(name)
    return "mac" + letters[2:] if letters.startswith("mc") else letters


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether two words of five letters or more differ in one letter, put in, left out or changed."""
    short, long = sorted((one, other), key=len)
    if len(short) < 5 or len(long) - len(short) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


@lru_cache(maxsize=1)
def _nicknames() -> dict[str, frozenset[str]]:
    rows = known.table("nicknames.csv", ["short", "name", "source"])
    found: dict[str, set[str]] = defaultdict(set)
    for short, name in zip(rows["short"], rows["name"], strict=True):
        found[plain(short)].add(plain(name))
    return {short: frozenset(names) for short, names in found.items()}


def _long_forms(first: str) -> frozenset[str]:
    return _nicknames().get(first, frozenset()) | {first}


def _is_initial(words: Words) -> bool:
    return len(plain(words[0])) == 1
