"""What a figure counts: the head and modifiers of its noun phrase, its act, and the places and names of its sentence.

Two figures are only ever compared where these agree. Words that name the same people stand, each with its source, in
`data/counted.csv`; everything else must be the same word.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from samestory.annotate import spans
from samestory.corpus import known

IRREGULAR = {"people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
             "police": "police", "lives": "life", "wives": "wife", "dead": "dead"}  # fmt: skip
DETERMINERS = set(
    "a an the this that these those its his her their our your my some any all both each every no of other such"
    " total estimated reported about around nearly almost least more most fewer less only up to than over under".split()
)
HEAD_ENDS = re.compile(
    r"[,;:(–—]|\s-\s|\b(?:of|in|on|at|by|from|to|for|with|who|whom|whose|that|which|among|across|near|inside|under|into|"
    r"as|since|during|after|before|still|being|including|"
    r"(?:killed|dead|died|wounded|injured|taken|held|captured|abducted|displaced|arrested|detained|missing))\b",
    re.IGNORECASE,
)
NAME = r"[A-Z][\w’'.-]*\w(?: (?:(?:of|the|al|de|la) )?[A-Z][\w’'.-]*\w)*"
PLACE = re.compile(rf"\b(?i:in|at|near|outside|inside|across|throughout) (?:the )?({NAME})")
NAMES = re.compile(rf"(?<![\w’'.])({NAME})")
INNER = re.compile(rf"(?<=[\w,;] )(?:{NAME})")
DIVISIONS = re.compile(r" (?:Strip|Territory|Province|County|State|Republic|region|area)$")
NOT_NAMES = set(
    "January February March April May June July August September October November December Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday Mr Mrs Ms Dr President Prime Minister Secretary Senator Sen Rep Gov The A An In"
    " At On Of But And It He She They We I This That There As For With By From After Before Since More Most Some Many"
    " About Around Nearly Almost Over Under Up Only Another Other Both All While When Where Who What If Not No".split()
)
EMPTY_WORDS = set(
    "about above according added after again against also although among another around because been before being"
    " between both could despite does doing down during each even every from further have having here including into"
    " just last least less like made make many million billion more most much nearly news next only other others over"
    " people percent reported reports said same says several should since some still such tell than that their them"
    " then there these they this those through told under until very were what when where which while will with would"
    " year years month months week weeks today yesterday tomorrow".split()
)

OFFICES = set(
    "ministry authority official department agency office spokesman spokeswoman spokesperson statement report survey"
    " poll study data figure state local territory senior new the a an of in and for by its from".split()
)


class Counted(NamedTuple):
    """What a figure counts: canonical head noun, the other words before it, canonical act; missing parts are ''."""

    head: str
    modifiers: frozenset[str]
    act: str


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """The singular, in small letters, of a noun as newspapers print it: Palestinians -> palestinian."""
    word = word.lower().strip("’'\".").removesuffix("’s").removesuffix("'s")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ch|sh|x|ss|z)es$", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^siu]s$", word) and len(word) > 3 else word


@lru_cache(maxsize=1)
def same_words() -> dict[str, list[tuple[str, str, str]]]:
    """The table `data/counted.csv`: lemma -> (head it means, act it says, place where that holds), '' for none."""
    rows = known.table("counted.csv", ["word", "means", "act", "where", "source"]).fillna("")
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows.itertuples(index=False):
        found.setdefault(str(row.word).lower(), []).append((str(row.means), str(row.act), str(row.where)))
    return found


def counted(phrase: str | None, act: str | None, names: frozenset[str] = frozenset()) -> Counted:
    """What the noun phrase and the act of a figure count, in canonical words.

    `names` are the proper names of its sentence: some words mean the same only in a place ("Palestinians" killed in
    Gaza are the "people" killed there).
    """
    words = [lemma(word) for word in _before_complement(phrase)]
    words = [word for word in words if word and word not in DETERMINERS and not word[0].isdigit()]
    head, modifiers = (words[-1], frozenset(words[:-1])) if words else ("", frozenset())
    if " ".join(words) in same_words():
        head, modifiers = " ".join(words), frozenset()
    meant, said = _meaning(head, names, head=True)
    given = str(act).lower().strip() if act is not None and not pd.isna(act) else ""
    _, done = _meaning(given, names, head=False)
    done = done or given or said
    return Counted(meant or head or ("person" if done in ("died", "injured") else ""), modifiers, done)


def _meaning(word: str, names: frozenset[str], *, head: bool) -> tuple[str, str]:
    for means, act, where in same_words().get(word, []):
        if bool(means) == head and (not where or any(where in name.split() for name in names)):
            return means, act
    return "", ""


def _before_complement(phrase: str | None) -> list[str]:
    """The words of a noun phrase up to its first complement: people killed in Gaza -> people."""
    if phrase is None or pd.isna(phrase):
        return []
    end = next((m.start() for m in HEAD_ENDS.finditer(phrase) if phrase[: m.start()].strip()), len(phrase))
    return re.findall(r"[\w’'&-]+", phrase[:end])


def surroundings(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The places, names and other telling words of each figure's sentence, as sets, on the index of `figures`.

    A place is a name after a preposition of place; names leave out months, weekdays and titles; `words` are those
    of four letters or more within 60 characters, without the commonest.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    inner = {article_id: frozenset(INNER.findall(texts[article_id])) for article_id in figures["article_id"].unique()}
    where = spans.position(figures, articles)
    rows = []
    for article_id, start, end, opens, closes in zip(
        figures["article_id"],
        figures["start"],
        figures["end"],
        where["sentence_start"],
        where["sentence_end"],
        strict=True,
    ):
        text = texts[article_id]
        sentence = text[opens:closes]
        near = text[max(opens, start - 60) : start] + " " + text[end : min(closes, end + 60)]
        rows.append((_places(sentence), names(sentence, inner[article_id]), _words(near)))
    return pd.DataFrame(rows, columns=["places", "names", "words"], index=figures.index, dtype="object")


def names(sentence: str, inner: frozenset[str]) -> frozenset[str]:
    """The proper names of a sentence, possessives and "Strip", "Province" … taken off.

    Its first word is one only where the article writes it with a capital inside a sentence too (`inner`).
    """
    found = (_plain_name(m[1]) for m in NAMES.finditer(sentence) if m.start() > 2 or _plain_name(m[1]) in inner)
    return frozenset(name for name in found if name)


def _places(sentence: str) -> frozenset[str]:
    found = (_plain_name(m[1]) for m in PLACE.finditer(sentence))
    return frozenset(name for name in found if name)


def _plain_name(name: str) -> str:
    words = re.sub(r"[’']s?(?= |$)", "", name).split()
    while words and words[0].rstrip(".") in NOT_NAMES:
        words = words[1:]
    plain = DIVISIONS.sub("", " ".join(words))
    return "" if plain.rstrip(".") in NOT_NAMES else plain


def _words(near: str) -> frozenset[str]:
    found = (lemma(word) for word in re.findall(r"(?<!\w)[^\W\d_]{4,}(?!\w)", near))
    return frozenset(found) - EMPTY_WORDS


def telling(source: str) -> tuple[set[str], set[str]]:
    """The words of a source that tell whose it is, small-letter words and names apart; words of office are no help."""
    words = re.findall(r"[\w&’'-]+", source)
    small = {lemma(word) for word in words if word[0].islower()} - OFFICES
    named = {lemma(word) for word in words if word[0].isupper()} - OFFICES
    return small, named
