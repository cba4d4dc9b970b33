"""Omission, in both directions: what stands in one article of a story and not in another, and why that may be.

An article that lacks something is *not* an outlet that omits it: at one article an outlet there is no telling. So every
absence carries its reason: the article may be older, shorter, or cut from an agency text that had it.
"""

import re
from collections import defaultdict
from functools import lru_cache

import pandas as pd

from samestory.annotate.actors import genders
from samestory.annotate.actors.forms import SUFFIXES
from samestory.annotate.actors.names import BODIES
from samestory.annotate.content import TITLES
from samestory.compare import groups
from samestory.compare.facts.stories import stories

PRESENT = "present"
ABSENT = "not in this article"
CUT = "in the shared copy, not here"
EARLIER = "out of scope by date"
NO_REASON = "no reason in date, length or shared copy"
DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
CAPITALISED, TWICE = re.compile(r"\b[A-Z]\w+"), re.compile(r"(.)\1+")
ACRONYM = re.compile(r"[A-Z]{3,6}")
COUNTRY = re.compile(r"^(?:[Tt]he )?(?:U\.?S\.?|United States|American|British|U\.?K\.?)? ?")
TEXTS = ("Act", "Bill", "Law", "Amendment", "Initiative", "Plan")  # what a law may also be called
MIXED = 5  # letters of a word, of which two may be swapped by mistake
SHORT = 3  # letters of a last word, from which on it may stand for a person
SHORTER = 0.75  # an article with less than this part of the words of the longest that has it is called shorter


def coverage(
    spans: pd.DataFrame,
    articles: pd.DataFrame,
    sizes: pd.DataFrame,
    item: str,
    *,
    by: str = "outlet",
    copies: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Which articles of a story have an item (a column of any span table), and why the others may lack it.

    One row for each item of a story and article of that story: `story`, `term`, `article_id`, `group`, `mentions`,
    `status` (`present`, `not in this article`, `in the shared copy, not here`, `out of scope by date`) and `reason`.
    `sizes` is the table of `language.sizes`, `copies` that of `framing.shared_copy`. Stories told by one group only are
    left out.
    """
    held = _by_article(copies)
    story_of = dict(zip(articles["article_id"], stories(articles), strict=True))
    places: dict[tuple, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    named = spans[spans[item].notna()]
    for article, term, start in zip(named["article_id"], named[item], named["start"], strict=True):
        if article in story_of:
            places[story_of[article], str(term)][article].append(start)
    told: dict[object, list[dict]] = defaultdict(list)
    sized = articles.assign(group=groups.of(articles, by)).merge(sizes, on="article_id")
    for row in sized.to_dict("records"):
        told[story_of[row["article_id"]]].append(row)
    rows = [
        _row(str(story), term, article, starts, told[story], held)
        for (story, term), starts in places.items()
        if len({article["group"] for article in told[story]}) > 1
        for article in told[story]
    ]
    return pd.DataFrame(rows, columns=["story", "term", "article_id", "group", "mentions", "status", "reason"])


def expected(coverage: pd.DataFrame, one_event: pd.DataFrame) -> pd.DataFrame:
    """The coverage without absences that say nothing: of an article that no article with the item lets expect it.

    `one_event` is the table of `facts.one_event`.
    """
    present = coverage["status"].eq(PRESENT)
    told = coverage.loc[present, ["story", "term", "article_id"]].rename(columns={"article_id": "told"})
    expects = pd.MultiIndex.from_frame(told.merge(one_event, on="told")[["story", "term", "other_id"]])
    asked = pd.MultiIndex.from_frame(coverage[["story", "term", "article_id"]])
    return coverage[present | asked.isin(expects)]


def one_sided(coverage: pd.DataFrame) -> pd.DataFrame:
    """The items that only one group has in a story, a row each: of each group in turn the one with most mentions.

    Columns: `story`, `term`, `group` (which has it), `mentions`, `lacking` (the groups whose articles lack it), `why`
    (their statuses and reasons). Left out are the outlet's own name and items of which some absence is out of scope by
    date: that is no absence.
    """
    found: dict[tuple, list[dict]] = defaultdict(list)
    for row in coverage.to_dict("records"):
        found[row["story"], row["term"]].append(row)
    rows = []
    for (story, term), told in found.items():
        has, lacks = ([row for row in told if (row["status"] == PRESENT) is present] for present in (True, False))
        groups = {row["group"] for row in has}
        lacks = [row for row in lacks if row["group"] not in groups]
        lacking = list(dict.fromkeys(row["group"] for row in lacks))
        own = term.lower() in str(next(iter(groups), "")).lower()  # an outlet names itself
        if len(groups) == 1 and lacking and not own and not any(row["status"] == EARLIER for row in lacks):
            rows.append((story, term, has[0]["group"], sum(row["mentions"] for row in has), lacking, _why(lacks)))
    table = pd.DataFrame(rows, columns=["story", "term", "group", "mentions", "lacking", "why"])
    ranked = table.sort_values("mentions", ascending=False, kind="stable")
    turn = ranked.groupby(["story", "group"], sort=False).cumcount().rename("turn")
    return ranked.join(turn).sort_values("turn", kind="stable", ignore_index=True).drop(columns="turn")


def _why(lacks: list[dict]) -> str:
    """Who lacks something, and for which reason each may: those with one reason together."""
    by_reason: dict[str, dict[str, None]] = defaultdict(dict)
    for row in lacks:
        by_reason[row["reason"]][row["group"]] = None
    return "; ".join(f"{', '.join(groups)}: {reason}" for reason, groups in by_reason.items())


def bodies(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The mentions by name of persons and bodies: of persons named in full, and of names that end as a body's.

    Without places, which are named by habit of a dateline, and without single words in capitals, which may be anything;
    who has no known first name is named twice, and a body is one in capitals (of “the Berg administration” an article
    may say “his administration”). Each name stands as it is in its article: an abbreviation (R-PA) or half
    of a name is not what it may be spelled out to.
    """
    words = mentions["merged"].astype("str").str.split()
    known_name = words.str[0].isin(genders.first_names())
    twice = mentions.groupby(["article_id", "merged"])["merged"].transform("size").gt(1)
    person = mentions["kind"].eq("person") & (known_name | twice)
    capital = words.str[-1].str[0].str.isupper()
    body = mentions["kind"].eq("organisation") & words.str[-1].str.lower().isin(BODIES) & capital
    half = words.str[-1].str.strip(".").str.removesuffix("s").isin(TITLES) | words.str[0].isin(TITLES)
    called = (person & ~half) | body
    texts = dict(zip(articles["article_id"], articles["text"].map(_plain), strict=True))
    named = zip(mentions["article_id"], mentions["merged"].astype("str"), strict=True)
    there = [_plain(name).removeprefix("the ") in texts[article] for article, name in named]
    written = pd.Series(there, index=mentions.index, dtype="bool")
    return mentions[called & written & words.str.len().gt(1) & mentions["merged"].notna()]


Held = dict[str, list[tuple[int, int, str]]]


def _by_article(copies: pd.DataFrame | None) -> Held:
    """The shared passages of each article: where each starts and ends, and with whom it is shared."""
    held: Held = defaultdict(list)
    if copies is not None:
        for article, *passage in copies[["article_id", "start", "end", "other"]].itertuples(index=False, name=None):
            held[article].append((passage[0], passage[1], passage[2]))
    return held


def _row(story: str, term: str, article: dict, starts: dict[str, list[int]], told: list[dict], held: Held) -> tuple:
    name = article["article_id"]
    count = len(starts.get(name, ())) or _written(term, article["text"]) or _spelled_otherwise(term, article["text"])
    status, reason = (PRESENT, "") if count else _absence(article, starts, told, held)
    return story, term, name, article["group"], count, status, reason


def _written(term: str, text: str) -> int:
    """How often an article has the item in any of its forms (`_forms`), even where the annotator did not see it.

    A single word of a name in its capitals, or all in capitals; a name of several words in whichever letters.
    """
    plain = _plain(text)
    words = [form for form in _forms(term) if " " not in form]
    written = dict.fromkeys([*words, *map(str.upper, words)])
    patterns = [rf"(?<!\w){re.escape(form)}(?!\w)" for form in written if form in plain]
    whole = [form for form in _forms(term) if " " in form and form.lower() in _small(text)]
    patterns += [rf"(?i:(?<!\w){re.escape(form)}(?!\w))" for form in whole]
    patterns += [_written_out(term)] if ACRONYM.fullmatch(term) else []
    return sum(len(re.findall(pattern, plain)) for pattern in patterns)


def _spelled_otherwise(term: str, text: str) -> int:
    """1, if a text spells a name otherwise: a surname of the same sounds (Morsy of Morsi), two letters swapped; else 0.

    Of a body it is the first word that may be misspelt.
    """
    words = _without_suffix(term.split())
    body = any(word.lower() in BODIES for word in words)
    if len(words) < 2 or (not body and len(_sounds(words[-1])) <= SHORT):
        return 0
    return int(
        (not body and _sounds(words[-1]) in _sounding(text)) or _mixed(words[0 if body else -1]) in _mixing(text)
    )


@lru_cache(maxsize=256)
def _mixing(text: str) -> frozenset[str]:
    """The words of a text in capitals by their letters, whatever their order but of the first and last."""
    return frozenset(map(_mixed, CAPITALISED.findall(text)))


def _mixed(word: str) -> str:
    """A word as one with two letters swapped may be: itself, where it is short."""
    return word[0] + "".join(sorted(word[1:-1])) + word[-1] if len(word) > MIXED else word


@lru_cache(maxsize=256)
def _sounding(text: str) -> frozenset[str]:
    """The words of a text in capitals by their sounds: once for all the items looked for in it."""
    return frozenset(map(_sounds, CAPITALISED.findall(text)))


def _sounds(word: str) -> str:
    """A word without what spellings of a foreign name differ in: h, double letters, y for i, o for u."""
    plain = word.lower().replace("h", "").translate(str.maketrans("yo", "iu"))
    return TWICE.sub(r"\1", plain)


def _without_suffix(words: list[str]) -> list[str]:
    """The words of a name without Jr. at its end."""
    return words[:-1] if len(words) > 2 and words[-1].lower() in SUFFIXES else words


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    """The text with the dots of its initials gone: once for all the items looked for in it."""
    return DOTTED.sub(_without_dots, text)


@lru_cache(maxsize=256)
def _small(text: str) -> str:
    """The text so, in small letters: a name of several words may be written in any."""
    return _plain(text).lower()


def _without_dots(match: re.Match[str]) -> str:
    return match[0].replace(".", "")


@lru_cache(maxsize=4096)
def _forms(term: str) -> list[str]:
    """A name as it may stand: whole, without the article, by its initials (CIA), a person by the surname alone.

    A body may stand in another name of it, or as what it is (the Republican mayor): its first word is enough, without
    its country (the U.S. Coast Guard), and a law's without what kind of text it is (Fix Ferries bill).
    """
    words = _without_suffix(COUNTRY.sub("", term).split())
    capitals = [[word for word in named if word[:1].isupper()] for named in (words, term.split())]
    initials = ["".join(word[0] for word in named) for named in capitals if len(named) > 1]  # CLU, and ACLU
    one = words[0] if any(word.lower() in BODIES for word in words) else words[-1]
    last = [one] if len(words) > 1 and len(one) > SHORT and one.lower() not in BODIES else []
    kind = [" ".join(words[:-1])] if len(words) > 2 and words[-1] in TEXTS else []
    return list(dict.fromkeys([" ".join(words), *initials, *last, *kind]))


def _written_out(acronym: str) -> str:
    """The pattern of names whose initials an acronym has: Central Intelligence Agency of CIA."""
    between = r"(?: (?:of|the|and|for|on))*[ -]"
    return rf"\b{between.join(rf'{letter}[a-z]+' for letter in acronym)}\b"


def _absence(article: dict, starts: dict[str, list[int]], told: list[dict], held: Held) -> tuple[str, str]:
    """Why an article may lack what others of its story have."""
    having = [other for other in told if other["article_id"] in starts]
    days = [other["published"] for other in having if isinstance(other["published"], pd.Period)]
    mine, most = article["published"], max(other["words"] for other in having)
    if isinstance(mine, pd.Period) and len(days) == len(having) and mine.end_time < min(d.start_time for d in days):
        return EARLIER, "published before any article that has it"
    if _cut(article["article_id"], starts, held):
        return CUT, "it shares the copy in which another article has it"
    if not isinstance(mine, pd.Period) or mine.freqstr != "D":
        return ABSENT, "its day is unknown: it may be older"
    if article["words"] < SHORTER * most:
        return ABSENT, f"a shorter article ({article['words']:,} of {most:,} words)"
    return ABSENT, NO_REASON


def _cut(article: str, starts: dict[str, list[int]], held: Held) -> bool:
    """Whether a mention stands in copy shared with a third article, and this article shares copy with either."""
    near = {other for _, _, other in held.get(article, ())}
    return any(
        other != article and bool(near & {other, name})
        for name, places in starts.items()
        for start, end, other in held.get(name, ())
        if any(start <= place < end for place in places)
    )
