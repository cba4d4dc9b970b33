"""Which names of an article mean one actor: full names, surnames and abbreviations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from samestory.annotate.actors import genders, lookup
from samestory.annotate.actors.forms import SUFFIXES, Words, capitals, clusters, surname
from samestory.annotate.actors.names import PAPERS, Name
from samestory.corpus import known

if TYPE_CHECKING:
    from spacy.tokens import Doc

Clusters = list[set[Words]]
OF_SOMEBODY = known.words("bodies named by whose they are")
SAINTS = {"st.", "st", "saint"}  # a pope of that name is somebody else
SETTLED = 3  # uses of a surname


def fullest(found: list[Name], kinds: dict[Words, str | None]) -> dict[Name, str]:
    """The fullest name in the article of each name found there.

    A surname, or a first name alone, goes to the one person it fits; where it fits two, to the one that bears the title
    before it ("President Obama"), or the only one of them the article has named by then, or called so SETTLED times
    before it names another; else it stays as it is. Where
    the title is another's ("President Trump", then "first lady Melania Trump"), so does every use of the surname alone.
    "Donald Trump" and "Donald J. Trump" are one, "Donald Trump" and "Melania Trump", or "… Jr.", two.
    """
    full = [name for name in found if kinds[name.words] == "person" and len(name.words) > 1]
    full = [name for name in full if len(name.words) > 2 or name.words[0].lower() not in SAINTS]
    people = [cluster for clusters_ in clusters([name.words for name in full]).values() for cluster in clusters_]
    fitting = _without_sons(_by_part(people), found)
    bodies = _bodies([name.words for name in found])
    others = {name.words[0] for name in found if len(name.words) == 1 and _is_others(name, fitting, full)}
    settled = _settled(fitting, found)
    return {name: _fullest(name, fitting, full, bodies, kinds, others, settled) for name in found}


def with_bodies(
    doc: "Doc", found: Iterable[Name], full: dict[Name, str], persons: set[str]
) -> Iterator[tuple[Name, str]]:
    """The names with their fullest name, where a name of one of the `persons` stands before a body that is theirs as
    the name of that body: “the Obama campaign” and “the Barack Obama Campaign” are the actor “Obama campaign”.

    “Obama’s campaign” names him.
    """
    surnames = {surname(tuple(person.split())) for person in persons}
    for name in found:
        after = doc[name.end].text if name.end < len(doc) else ""
        owner, last = surname(name.words[:-1] or name.words), name.words[-1].lower()
        if full[name] in persons and after in OF_SOMEBODY:
            owner = surname(tuple(full[name].split()))
            body = Name(name.start, name.end + 1, "", None, name.start, (*name.words, after))
            yield body, f"{owner} {after}"
        elif len(name.words) > 1 and last in OF_SOMEBODY and owner in surnames:
            yield name, f"{owner} {last}"
        else:
            yield name, full[name]


def _settled(fitting: dict[str, Clusters], found: list[Name]) -> dict[str, set[Words]]:
    """Whom each surname of several means that an article has used SETTLED times of one, before it names the next."""
    first: dict[Words, int] = {}
    alone: dict[str, list[int]] = defaultdict(list)
    for name in found:
        first[name.words] = min(name.start, first.get(name.words, name.start))
        if len(name.words) == 1 and not name.title:
            alone[name.words[0]].append(name.start)
    settled = {}
    for part, people in fitting.items():
        if len(people) > 1 and len(alone[part]) >= SETTLED:
            begins = sorted((min(first[form] for form in one), k) for k, one in enumerate(people))
            (begin, which), (stop, _) = begins[:2]
            if sum(begin < start < stop for start in alone[part]) >= SETTLED:
                settled[part] = people[which]
    return settled


def _by_part(people: Clusters) -> dict[str, Clusters]:
    """The persons by each form of their names, their surname and their first name."""
    found: dict[str, Clusters] = defaultdict(list)
    surnames = {surname(form) for cluster in people for form in cluster}
    for cluster in people:
        parts = {surname(form) for form in cluster}
        parts |= {form[0] for form in cluster if len(form[0]) > 2 and _is_first(form[0], surnames)}
        for part in parts | {" ".join(form) for form in cluster}:
            found[part].append(cluster)
    for name in [name for name in found if " " in name and name.split()[0] not in found]:
        if name.split()[-1].lower() in SUFFIXES and len(name.split()) == 2:
            found[name.split()[0]] = found[name]
    return found


def _is_first(word: str, surnames: set[str]) -> bool:
    """Whether the first word of a name can stand for it: no surname of another, as in “Berg Tower”, but “James”."""
    return word not in surnames or genders.of_first_name(word) is not None


def _without_sons(fitting: dict[str, Clusters], found: list[Name]) -> dict[str, Clusters]:
    """The persons by part of their names, but no “Jr.” for a surname that stands alone before he is named in full."""
    first = {" ".join(name.words): name.start for name in reversed(found)}
    sons = {
        part: min(first.get(" ".join(form), 0) for form in people[0])
        for part, people in fitting.items()
        if len(people) == 1 and all(form[-1].lower() in SUFFIXES for form in people[0])
    }
    return {part: people for part, people in fitting.items() if first.get(part, sons.get(part, 0)) >= sons.get(part, 0)}


def _is_others(name: Name, fitting: dict[str, Clusters], full: list[Name]) -> bool:
    """Whether the title before a surname says that it is not the one person who is named in full with that surname.

    That person is of the other gender, or comes later, the first time with a title of their own.
    """
    here = fitting.get(name.words[0], [])
    if not name.title or len(here) != 1:
        return False
    gender, theirs = genders.of_word(name.title), genders.of_name(_longest(here[0]))
    first = min((other for other in full if other.words in here[0]), key=lambda other: other.start)
    later = first.start > name.start and first.title not in ("", name.title)
    return bool(gender and theirs and gender != theirs) or later


def _fullest(
    name: Name,
    fitting: dict[str, Clusters],
    full: list[Name],
    bodies: dict[str, str],
    kinds: dict[Words, str | None],
    others: set[str],
    settled: dict[str, set[Words]],
) -> str:
    joined = " ".join(name.words)
    if kinds[name.words] not in ("person", None):
        return bodies.get(joined, joined)
    here = fitting.get(surname(name.words) if len(name.words) == 1 else joined, [])
    if len(name.words) == 1 and name.words[0] in others:
        here = _titled(here, name, full)
    elif len(here) > 1:
        here = _titled(here, name, full) or _introduced(here, name, full)
        here = [settled[joined]] if len(here) > 1 and joined in settled and not name.title else here
    return _longest(here[0]) if len(here) == 1 else bodies.get(joined, joined)


def _titled(people: Clusters, name: Name, full: list[Name]) -> Clusters:
    """The persons that bear the title that stands before a surname; of "Ms. Brown" those whose first name agrees."""
    gender = genders.of_word(name.title)
    if gender and name.title in ("mr", "mrs", "ms", "miss"):
        return [cluster for cluster in people if genders.of_name(_longest(cluster)) == gender]
    bearers = {other.words for other in full if name.title and other.title == name.title}
    return [cluster for cluster in people if cluster & bearers]


def _introduced(people: Clusters, name: Name, full: list[Name]) -> Clusters:
    """The persons that the article has named in full before a surname stands alone."""
    before = {other.words for other in full if other.start < name.start}
    return [cluster for cluster in people if cluster & before] if not name.title else []


def _longest(cluster: set[Words]) -> str:
    return max(sorted(" ".join(form) for form in cluster), key=lambda name: (name.count(" "), len(name)))


def _bodies(names: Iterable[Words]) -> dict[str, str]:
    """Abbreviations and other names to the fullest name that the article has for the same body or country."""
    present = [" ".join(words) for words in dict.fromkeys(names)]
    same: dict[object, list[str]] = defaultdict(list)
    for name in present:
        same[lookup.load().names.get(name) or _abbreviated(_paper(name, present), present)].append(name)
    return {name: max(forms, key=len) for forms in same.values() for name in forms}


def _paper(name: str, present: list[str]) -> str:
    """The one paper of the article that a name is the last word of: the Lund Journal, for “the Journal”."""
    whole = [full for full in present if full.endswith(f" {name}")] if name.lower() in PAPERS else []
    return whole[0] if len(whole) == 1 else name


def _abbreviated(name: str, present: list[str]) -> str:
    """The name whose capitals an abbreviation spells, if there is one in the article; else the name itself."""
    if not (name.isupper() and 2 <= len(name) <= 6):
        return name
    return next((full for full in present if " " in full and capitals(full) == name), name)
