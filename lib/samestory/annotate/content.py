"""What a sentence is about, as features that a comparison may weigh: its words, names, numbers and negations.

Comparing articles must not parse text; these spans are what `compare.passages` aligns sentences by.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import pandas as pd
from nltk.stem.snowball import SnowballStemmer

from samestory.corpus import known, language, reading

COLUMNS = ["article_id", "start", "end", "text", "term", "feature"]
FUNCTION_WORDS = known.words("function words that tell nothing")
NEGATIONS = frozenset("not no never without neither nor none nobody nothing cannot".split())
NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
COUNTRIES = {"US": "united states", "U.S": "united states", "UK": "britain", "U.K": "britain"}
TITLES = known.words("titles before a name")
JOINS_NAMES = {" ", ". "}
NUMBERS = {word: str(value) for value, word in enumerate(NUMBER_WORDS, 2)}
DIGITS = re.compile(r"\d")
IRREGULAR = dict(
    pair.split("/")
    for pair in (
        "held/hold met/meet sought/seek fought/fight won/win lost/lose left/leave took/take taken/take gave/give "
        "given/give came/come saw/see seen/see knew/know known/know began/begin begun/begin broke/break broken/break "
        "brought/bring bought/buy built/build chose/choose chosen/choose fell/fall fallen/fall felt/feel found/find "
        "flew/fly grew/grow grown/grow heard/hear kept/keep led/lead meant/mean paid/pay ran/run rose/rise risen/rise "
        "sent/send shot/shoot spoke/speak spoken/speak spent/spend stood/stand struck/strike sworn/swear swore/swear "
        "thought/think threw/throw thrown/throw wrote/write written/write withdrew/withdraw withdrawn/withdraw "
        "people/person men/man women/woman children/child sold/sell taught/teach drew/draw drawn/draw wore/wear "
        "died/die dead/die death/die deaths/die dying/die laid/lay beaten/beat"
    ).split()
)


def terms(articles: pd.DataFrame) -> pd.DataFrame:
    """The content words of the articles as spans with the `term` they count as and its `feature`.

    `feature` is `number` (term: the digits), `negation` (term: `not`), `name` (capitalised words in a row inside the
    sentences, counted as one under their last word: “US President Donald Trump” is `trump`) or `word`; `term` is the
    Snowball stem (Porter 2001) of the base form, so “withdrawals” and “withdrew” are one. Function words and the plain
    verbs of saying are left out. Errors: stems join too much (“general”, “generally”), a last name may stand for two.
    """
    rows = [
        (article_id, start, end, read.text[start:end], term, feature)
        for article_id, read in zip(articles["article_id"], reading.readings(articles), strict=True)
        for start, end, term, feature in find(read.text)
    ]
    types = dict.fromkeys(COLUMNS, "str") | {"start": "int64", "end": "int64"}
    return reading.delivered(pd.DataFrame(rows, columns=COLUMNS).astype(types), articles)


def find(text: str) -> list[tuple[int, int, str, str]]:
    """The terms of one text in order: `(start, end, term, feature)`."""
    tokens = [(start, end, text[start:end]) for start, end in language.token_spans(text)]
    names = _names(tokens, {start for start, _ in language.sentence_spans(text)})
    found: list[tuple[int, int, str, str]] = []
    held = 0
    for start, end, token, after, after_end in _with_next(tokens):
        phrase = _phrase(token, after)
        if start < held or (known_as := phrase or _term(token, names)) is None:
            continue
        term, feature = known_as
        held = after_end if phrase else end
        if feature == "name" and found and found[-1][3] == "name" and text[found[-1][1] : start] in JOINS_NAMES:
            start = found.pop()[0]
        found.append((start, held, term, feature))
    return found


def _with_next(tokens: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str, str, int]]:
    following = [*tokens[1:], (0, 0, "")]
    return ((*token, after, after_end) for token, (_, after_end, after) in zip(tokens, following, strict=False))


def _phrase(token: str, after: str) -> tuple[str, str] | None:
    """The term of a phrase of two words that stands for one, such as “pull out”."""
    if not after or after.lower() not in _particles():
        return None
    term = _equivalents().get((stem(token.lower()), after.lower()))
    return (term, "word") if term else None


def _term(token: str, names: set[str]) -> tuple[str, str] | None:
    """The term and feature of a token; None for a function word."""
    if token in COUNTRIES:
        return COUNTRIES[token], "name"
    plain = token.lower().replace("’", "'")
    if plain in NEGATIONS or plain.endswith("n't"):
        return "not", "negation"
    if DIGITS.search(plain) or plain in NUMBERS:
        return NUMBERS.get(plain, plain.replace(",", "")), "number"
    if plain in FUNCTION_WORDS or (len(plain) < 2):
        return None
    stemmed = stem(plain)
    return _equivalents().get((stemmed, ""), stemmed), "name" if token in names else "word"


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The Snowball stem of a word in small letters.

    >>> stem("withdrawals"), stem("Withdrawal".lower())
    ('withdraw', 'withdraw')
    """
    return _stemmer().stem(IRREGULAR.get(word, word.replace(".", "")))


def _names(tokens: list[tuple[int, int, str]], sentence_starts: set[int]) -> set[str]:
    """Words capitalised inside a sentence and nowhere in small letters."""
    small = {token for _, _, token in tokens if token[:1].islower()}
    inside = {token for start, _, token in tokens if token[:1].isupper() and start not in sentence_starts}
    found = {token for token in inside if token.lower() not in small and token.lower() not in FUNCTION_WORDS}
    return found | TITLES


@lru_cache(maxsize=1)
def _equivalents() -> dict[tuple[str, str], str]:
    """What counts as one term, from `data/equivalents.csv`: (stem, particle or nothing) to the stem it counts as."""
    rows = known.table("equivalents.csv", ["phrase", "term", "source"])
    pairs = ((phrase.partition(" "), term) for phrase, term in zip(rows["phrase"], rows["term"], strict=True))
    return {(stem(word), particle): stem(term) for (word, _, particle), term in pairs}


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset(particle for _, particle in _equivalents() if particle)


@lru_cache(maxsize=1)
def _stemmer() -> SnowballStemmer:
    return SnowballStemmer("english")
