"""The forms of names: which full names can be one person's, and which words an abbreviation stands for."""

from collections import defaultdict

Words = tuple[str, ...]
SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}


def clusters(names: list[Words]) -> dict[str, list[set[Words]]]:
    """Full names by surname, those that can be one person together.

    Equal first names are one person; an initial ("J. Smith") joins a first name only where just one fits it.
    """
    by_surname: dict[str, list[set[Words]]] = defaultdict(list)
    for words in sorted(dict.fromkeys(names), key=_is_initial):
        fitting = [group for group in by_surname[surname(words)] if any(compatible(words, other) for other in group)]
        if len(fitting) == 1:
            fitting[0].add(words)
        else:
            by_surname[surname(words)].append({words})
    return dict(by_surname)


def surname(words: Words) -> str:
    """The last word of a name, with the suffix that tells a father from a son ("Trump Jr")."""
    if len(words) > 1 and words[-1].lower() in SUFFIXES:
        return f"{words[-2]} {words[-1].rstrip('.')}"
    return words[-1]


def compatible(one: Words, other: Words) -> bool:
    """Whether two full names of one surname can be one person's: equal first names, or the initial of one."""
    first, second = _plain(one[0]), _plain(other[0])
    if surname(one) != surname(other):
        return False
    return first == second or (_is_initial(one) != _is_initial(other) and first[0] == second[0])


def capitals(name: str) -> str:
    """The capitals an abbreviation of a name would be made of ("International Criminal Court": ICC)."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_initial(words: Words) -> bool:
    return len(_plain(words[0])) == 1


def _plain(word: str) -> str:
    return word.replace(".", "")
