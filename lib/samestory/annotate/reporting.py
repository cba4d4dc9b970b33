"""Verbs and nouns of saying, thinking and showing, with the class of attitude they lend to what is reported."""

from functools import lru_cache

from samestory.corpus import known

# The classes of cue that report words, and not a wish, a thought or what something shows.
WORDS = set(
    "neutral announcement claim concession denial urging question promise warning forecast criticism praise".split()
)
KIN = known.words("kin of somebody")  # a sister is called so for whose sister she is
MOSTLY = 0.5  # of the uses of a noun
PARTS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}


@lru_cache(maxsize=1)
def _classes() -> dict[tuple[str, str], str]:
    rows = known.table("cue_verbs.csv", ["lemma", "pos", "class", "source"])
    return dict(zip(zip(rows["lemma"], rows["pos"], strict=True), rows["class"], strict=True))


@lru_cache(maxsize=1)
def _objects() -> dict[str, str]:
    rows = known.table("cue_verbs.csv", ["lemma", "pos", "object", "source"])
    verbs = rows[rows["pos"].eq("verb")]
    return dict(zip(verbs["lemma"], verbs["object"], strict=True))


def tells_object(lemma: str) -> bool:
    """Whether a noun that a verb governs is what is said ("announced a truce"), not its topic ("discussed a truce")."""
    return _objects().get(lemma.lower()) == "told"


@lru_cache(maxsize=1)
def phrases() -> dict[str, list[list[str]]]:
    """The phrases of saying, as words, by their first word."""
    found: dict[str, list[list[str]]] = {}
    for phrase, pos in _classes():
        if pos == "phrase":
            found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


@lru_cache(maxsize=1)
def _senses() -> dict[tuple[str, str], list[tuple[str, float]]]:
    rows = known.table("word_senses.csv", ["lemma", "pos", "sense", "share"])
    table: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for lemma, pos, sense, share in rows[["lemma", "pos", "sense", "share"]].itertuples(index=False):
        table.setdefault((lemma, pos), []).append((sense, float(share)))
    return table


def cue_class(lemma: str, pos: str) -> str:
    """The class of a cue in `data/cue_verbs.csv` (`pos` as in Universal Dependencies, or phrase, sign), or `other`."""
    return _classes().get((lemma, PARTS.get(pos, pos)), "other")


def senses(lemma: str, pos: str) -> list[tuple[str, float]]:
    """The senses of a word that matter for who says what, each with its share of the word's uses."""
    return _senses().get((lemma, PARTS.get(pos, "")), [])


def singular(word: str) -> set[str]:
    """The forms that a word in the plural may have in the singular, and the word itself, in small letters."""
    lower = word.lower()
    ends = {"s": "", "es": "", "ies": "y", "men": "man"}
    return {lower} | {lower.removesuffix(end) + one for end, one in ends.items() if lower.endswith(end)}


def is_people(noun: str) -> bool:
    """Whether a noun, in the singular or plural, mostly names a person or a group of people."""
    shares = [dict(senses(form.rpartition("-")[2], "NOUN")) for form in singular(noun)]
    return any(one.get("person", 0) + one.get("group", 0) > MOSTLY for one in shares)


def mostly_person(noun: str) -> bool:
    """Whether a noun, by its lemma, names a person in more than half of its uses."""
    return dict(senses(noun, "NOUN")).get("person", 0) > MOSTLY


@lru_cache(maxsize=1)
def _tellers() -> frozenset[str]:
    rows = known.table("source_words.csv", ["word", "class", "source"])
    return frozenset(rows.loc[rows["class"].ne("hidden"), "word"])


@lru_cache(maxsize=4096)
def can_tell(noun: str) -> bool:
    """Whether a noun can be whoever or whatever tells something: people, a body, a message or paper."""
    kinds = dict(senses(noun, "NOUN"))
    return noun in _tellers() or sum(kinds.get(sense, 0) for sense in ("person", "group", "communication")) > 0.3


def is_saying(lemma: str) -> bool:
    """Whether a verb is one of saying, of whatever class, and not one of wishing, thinking or showing."""
    return cue_class(lemma.lower(), "VERB") in WORDS
