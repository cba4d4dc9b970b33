"""One person under several names, across the articles of a collection: full names, surnames, first names.

A part of a name stands for the one person whom its story names in full with it. Where the story names none, it is the
only one of the collection, or the one far better known than others; of several only the title tells (“President
Clinton”). What could be two people's stays as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import pandas as pd

from samestory.annotate import reporting
from samestory.annotate.actors import genders
from samestory.annotate.actors.forms import SUFFIXES, Words, clusters, plain, surname
from samestory.annotate.actors.people import SAINTS

Key = tuple[str, str]  # article and name
BETTER = 3  # times as many articles name the best known of several people in full


def tidy(name: str) -> str:
    """A person's name without words before it that are none of it.

    >>> tidy("Economic Development Steve Grove")
    'Steve Grove'
    """
    words = name.split()
    first = next((k for k in range(1, len(words) - 1) if genders.of_first_name(words[k])), 0)
    before = words[:first]
    named = any(genders.of_first_name(word) or len(plain(word)) == 1 for word in before)
    said = len(before) > 1 or any(word.islower() or reporting.senses(word.lower(), "NOUN") for word in before)
    return " ".join(words[first:]) if said and not named else name


def full_names(names: Iterable[str], mentioned: Mapping[str, int]) -> dict[str, str]:
    """Each full name to the commonest form of that person's name; a name in capitals is no form to be known by."""
    tidied = {name: tidy(name) for name in sorted(set(names)) if " " in name}
    groups = [group for several in clusters([tuple(n.split()) for n in tidied.values()]).values() for group in several]
    best = {" ".join(words): _commonest(group, mentioned) for group in groups for words in group}
    return {name: best[form] for name, form in tidied.items()}


def _commonest(group: set[Words], mentioned: Mapping[str, int]) -> str:
    forms = (" ".join(words) for words in group)
    return min(forms, key=lambda name: (name.isupper(), -mentioned.get(name, 0), -len(name), name))


def parts(name: str) -> set[str]:
    """The parts of a full name that it may be shortened to, in small letters: its ends and its first name.

    Not an end with the only first name: “Ada Lind” is whole, and what stands before it in “Osker Ada Lind” is not hers.
    None of a saint's: “Francis” is the pope.
    """
    words = tuple(name.split())
    if len(words) == 2 and words[0].lower() in SAINTS:
        return set()
    if words[-1].lower() in SUFFIXES:
        return {surname(words).casefold()}
    shorter = (words[k:] for k in range(1, len(words)))
    ends = {" ".join(end).casefold() for end in shorter if len(end) == 1 or not _begins_name(words, end)}
    return ends | ({words[0].casefold()} if genders.of_first_name(words[0]) else set())


def _begins_name(words: Words, end: Words) -> bool:
    """Whether the name begins with this end of it, of two words or more, and not with the first of its words."""
    return end[0] in genders.first_names() and words[0] not in genders.first_names()


class Bearers:
    """Whom a part of a name can stand for, in a story and in the whole collection."""

    def __init__(self, named: pd.DataFrame) -> None:
        """`named` has a row for each person of an article: `article_id, story, person` (a full name)."""
        self.here: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.articles: dict[str, Counter[str]] = defaultdict(Counter)
        ends = {part for person in named["person"].unique() for part in parts(person)}
        rows = named[["article_id", "story", "person"]].drop_duplicates()
        rows = rows[~rows["person"].map(str.casefold).isin(ends)]  # “de Berg” is no other than “Ana de Berg”
        for story, person in rows[["story", "person"]].itertuples(index=False, name=None):
            for part in parts(person):
                self.here[story, part].add(person)
                self.articles[part][person] += 1

    def of(self, name: str, story: str) -> set[str]:
        """The people whom a part of a name can stand for: those of its story, and who is far better known than they."""
        part = name.casefold()
        here, known = self.here.get((story, part), set()), self._best_known(part)
        return here | known or set(self.articles.get(part, ()))

    def _best_known(self, part: str) -> set[str]:
        """The one person of that name whom `BETTER` times as many articles name in full as any other."""
        first, second = [*self.articles.get(part, Counter()).most_common(2), ("", 0), ("", 0)][:2]
        return {first[0]} if first[1] >= BETTER * second[1] and first[1] > (1 if second[1] else 0) else set()


def stories(spans: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """The story of each row: the event of its article; an article of no known event is a story of its own."""
    events = articles["event"] if "event" in articles else pd.Series("", index=articles.index)
    known = events.astype("object").fillna("")
    of = dict(zip(articles["article_id"], known.where(known.ne(""), articles["article_id"]), strict=True))
    return spans["article_id"].map(of)


def one(names: set[str], titles: set[str], held: Mapping[str, set[str]]) -> str | None:
    """The one name of several, or the one that bears one of the titles."""
    titled = names if len(names) == 1 else {name for name in names if titles & held.get(name, set())}
    return next(iter(titled)) if len(titled) == 1 else None
