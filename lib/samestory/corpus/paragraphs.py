"""What the paragraphs of an article are: told by the article, or standing beside it on the page.

Only headline, standfirst, body and crosshead are read; everything else is set aside and named. What a paragraph is, its
wording says (`data/paragraphs.csv`: patterns with where each was seen); besides, what recurs word for word in several
articles of one outlet is the outlet's furniture, and what an article repeats of itself is a pull quote.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from samestory.corpus import fold, known, language

READ = ("headline", "standfirst", "body", "crosshead")
ASIDE = ("furniture", "caption", "credit", "byline", "dateline", "correction", "stamp", "truncation")
COLUMNS = {"article_id": "str", "start": "int64", "end": "int64", "text": "str", "kind": "str", "why": "str"}
FIRST, LAST = 3, 6  # the paragraphs among which a dateline, and a line about who wrote it, can stand
SEVERAL = 3  # articles of one outlet in which the same paragraph makes it furniture
EDGE = 4  # so many paragraphs from the top or the end, the outlet speaks rather than the article
LABEL = 8  # a line of so many words without a full stop is a label rather than a statement
ENDING = 200  # characters in which the pattern of an ending is looked for
REPEATED = 6  # words that a pull quote at least repeats
ALONE = 10  # words that it repeats at least where it does not name who spoke them: shorter ones are crossheads
NAMED_AFTER = 5  # words at most that say, after a pull quote, whose words they are
CROSSHEAD, LINK = 14, 25  # words that a crosshead, and a link to another article, at most have
STOPPED = re.compile(r"[.!?:;,…]['\")\]]*$")
ENDED = re.compile(r"[.!…]['\")\]]*$")
WORD = re.compile(r"\w+")


class Paragraph(NamedTuple):
    """A paragraph's place, and its words folded."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]


class Part(NamedTuple):
    """A stretch of a text and what it is, and why it is held to be that."""

    start: int
    end: int
    kind: str
    why: str


class Rule(NamedTuple):
    """The patterns of one class that are looked for in one way: the whole paragraph, its start, its end …"""

    kind: str
    at: str
    place: str
    words: frozenset[str]
    pattern: re.Pattern[str]


def paragraphs(articles: pd.DataFrame) -> pd.DataFrame:
    """The paragraphs of the articles and what each is, as spans with `kind` and `why`.

    `kind` is one of those read (headline, standfirst, body, crosshead) or set aside (furniture, caption, credit, byline,
    dateline, correction, stamp, truncation); datelines, stamps and truncation marks are parts of a paragraph. `why` is
    missing for what is read. Outlet by outlet, what recurs in three or more articles counts as furniture. Errors: a link
    worded as a sentence is read; a crosshead that an outlet uses in every article is set aside.
    """
    split = [_paragraphs(text) for text in articles["text"]]
    recurring = _recurring(split, list(articles.get("outlet", articles["article_id"])))
    headlines = articles["headline"] if "headline" in articles else pd.Series(pd.NA, articles.index)
    rows = [
        (article_id, part.start, part.end, text[part.start : part.end], part.kind, part.why)
        for article_id, text, own, often, headline in zip(
            articles["article_id"], articles["text"], split, recurring, headlines, strict=True
        )
        for part in classified(own, often, "" if pd.isna(headline) else headline)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def classified(own: list[Paragraph], recurring: dict[int, str], headline: str) -> list[Part]:
    """The parts of one article in order; `recurring` says of its furniture, by number, in how many articles it is."""
    aside = {k: ("furniture", why) for k, why in recurring.items()} | _worded(own)
    aside |= {k: found for k, found in _repeated(own).items() if k not in aside}
    aside |= {k: found for k, found in _links(own, aside).items() if k not in aside}
    titles = _titles(own, aside, headline)
    parts: list[Part] = []
    for k, paragraph in enumerate(own):
        if k in aside:
            parts.append(Part(paragraph.start, paragraph.end, *aside[k]))
        else:
            kind = titles.get(k) or ("crosshead" if k and _is_line(paragraph, CROSSHEAD) else "body")
            parts += _cut(paragraph, kind, k, len(own))
    return parts


@lru_cache(maxsize=1)
def rules() -> list[Rule]:
    """The patterns of `data/paragraphs.csv`, those looked for in the same way as one expression."""
    rows = known.table("paragraphs.csv", ["class", "at", "place", "word", "pattern", "source"]).fillna("")
    unknown = rows.loc[~rows["class"].isin(ASIDE), "class"]
    if len(unknown):
        raise ValueError(f"paragraphs.csv has the class {unknown.iloc[0]!r}; the classes are {', '.join(ASIDE)}.")
    alone = rows.index.where(rows["at"].eq("bio"), -1)  # each names its own `who`
    return [
        Rule(kind, at, place, _needed(own["word"]), _compiled(at, own["pattern"]))
        for (kind, at, place, _), own in rows.groupby(["class", "at", "place", alone], sort=False)
    ]


def _needed(words: pd.Series) -> frozenset[str]:
    """Words of which one must stand in a paragraph for any of the patterns to be found; none where one asks for none."""
    return frozenset(" ".join(words).split()) if words.ne("").all() else frozenset()


def _compiled(at: str, patterns: pd.Series) -> re.Pattern[str]:
    return re.compile(_framed(at, "|".join(f"(?:{pattern})" for pattern in patterns)), re.IGNORECASE)


def _framed(at: str, pattern: str) -> str:
    """A pattern that says itself where in the paragraph it is looked for."""
    frames = {"in": "{}", "end": "(?:{})$", "tail": "(?:{})$", "start": "^(?:{})", "lead": "^(?:{})"}
    return frames.get(at, "^(?:{})$").format(pattern)


def _paragraphs(text: str) -> list[Paragraph]:
    found = []
    for start, end in language.paragraph_spans(text):
        plain = " ".join(fold.plain(text[start:end]).split())
        found.append(Paragraph(start, end, plain, tuple(WORD.findall(plain.lower()))))
    return found


def _match(rule: Rule, paragraph: Paragraph, k: int, count: int) -> re.Match[str] | None:
    """What a rule finds in paragraph k of so many; the end of a paragraph is looked for in its last characters."""
    placed = not rule.place or (k < FIRST if rule.place == "first" else k >= count - LAST)
    if not placed or (rule.words and rule.words.isdisjoint(paragraph.words)):
        return None
    text = paragraph.text
    return rule.pattern.search(text, max(0, len(text) - ENDING) if rule.at in ("end", "tail") else 0)


def _worded(own: list[Paragraph]) -> dict[int, tuple[str, str]]:
    """The paragraphs that their wording sets aside, by number."""
    whole = [rule for rule in rules() if rule.at in ("whole", "start", "end", "in")]
    found = {}
    for k, paragraph in enumerate(own):
        if rule := next((rule for rule in whole if _match(rule, paragraph, k, len(own))), None):
            found[k] = (rule.kind, "wording")
    return found | _writers(own, found)


def _writers(own: list[Paragraph], aside: dict[int, tuple[str, str]]) -> dict[int, tuple[str, str]]:
    """Paragraphs that name or introduce the writer: a name that stands nowhere in what the article tells."""
    bios = [rule for rule in rules() if rule.at == "bio"]
    found = {
        k: WORD.findall(match["who"].lower())[-1]
        for k, paragraph in enumerate(own)
        for rule in bios
        if k not in aside and (match := _match(rule, paragraph, k, len(own)))
    }
    told = {word for k, paragraph in enumerate(own) if k not in aside and k not in found for word in paragraph.words}
    return {k: ("byline", "wording") for k, name in found.items() if name not in told}


def _links(own: list[Paragraph], aside: dict[int, tuple[str, str]]) -> dict[int, tuple[str, str]]:
    """A heading of links (“More on this story”) and the lines without a full stop that follow it."""
    (heads,) = [rule.pattern for rule in rules() if rule.at == "heads"]
    found, listing = {}, False
    for k, paragraph in enumerate(own):
        heading = bool(heads.search(paragraph.text))
        listing = heading or (listing and (k in aside or _is_line(paragraph, LINK)))
        if listing:
            found[k] = ("furniture", "wording" if heading else "listed under a heading of links")
    return found


def _is_line(paragraph: Paragraph, longest: int) -> bool:
    return len(paragraph.words) <= longest and not ENDED.search(paragraph.text) and paragraph.text[-1] != ":"


def _repeated(own: list[Paragraph]) -> dict[int, tuple[str, str]]:
    """Paragraphs that repeat words of another: pull quotes with the name after them, and what stands there twice."""
    joined = [" ".join(("", *paragraph.words, "")) for paragraph in own]
    everything = "\n".join(joined)
    found = {}
    for k, paragraph in enumerate(own):
        opening = " ".join(("", *paragraph.words[:REPEATED], ""))
        if len(paragraph.words) >= REPEATED and everything.count(opening) > 1 and _stands_elsewhere(k, own, joined):
            found[k] = ("furniture", "repeats the article")
    return found


def _stands_elsewhere(k: int, own: list[Paragraph], joined: list[str]) -> bool:
    """Whether the words of a paragraph stand in a longer one, or in an earlier one as long."""
    words = own[k].words
    named = NAMED_AFTER if own[k].text.split()[-1][:1].isupper() and not ENDED.search(own[k].text) else 0
    for cut in range(0 if len(words) >= ALONE else 1, min(named, len(words) - REPEATED) + 1):
        part = " ".join(("", *words[: len(words) - cut], ""))
        longer = (j for j, other in enumerate(own) if j != k and (len(other.words), k) > (len(words) - cut, j))
        if any(part in joined[j] for j in longer):
            return True
    return False


def _titles(own: list[Paragraph], aside: dict[int, tuple[str, str]], headline: str) -> dict[int, str]:
    """Which of the first paragraphs read are the headline, and the standfirst under it."""
    title = WORD.findall(fold.plain(headline).lower())
    first = [k for k in range(len(own)) if k not in aside][:2]
    found: dict[int, str] = {}
    for k in first:
        if title and list(own[k].words) == title:
            found[k] = "headline"
        elif _is_line(own[k], 2 * LINK) and len(own) > 2 and len(found) == first.index(k):
            found[k] = "standfirst"
    return found


def _cut(paragraph: Paragraph, kind: str, k: int, count: int) -> Iterator[Part]:
    """A paragraph that is read, with the dateline or stamp before it and the truncation after it as parts."""
    start, end, last = paragraph.start, paragraph.end, None
    for rule in rules():
        match = _match(rule, paragraph, k, count) if rule.at in ("lead", "tail") else None
        if not match or len(match[0]) == len(paragraph.text):
            continue
        if rule.at == "lead" and start == paragraph.start:
            start = paragraph.start + match.end()
            yield Part(paragraph.start, start, rule.kind, "wording")
        elif rule.at == "tail" and last is None:
            end = paragraph.start + match.start()
            last = Part(end, paragraph.end, rule.kind, "wording")
    yield Part(start, end, kind, "")
    if last:
        yield last


# What recurs in several articles of an outlet


def _recurring(split: list[list[Paragraph]], outlets: list[str]) -> list[dict[int, str]]:
    """For each article, by number of paragraph, the furniture of its outlet: “in 7 articles of this outlet”.

    A paragraph counts where it stands at the edge of most of them, or is a mere label. Articles that share their
    longest paragraph are versions of one and count once.
    """
    where: defaultdict[tuple, list[tuple[int, int]]] = defaultdict(list)
    for article, (own, outlet) in enumerate(zip(split, outlets, strict=True)):
        for k, paragraph in enumerate(own):
            where[outlet, paragraph.words].append((article, k))
    longest = [max((p.words for p in own), key=len, default=()) for own in split]
    found: list[dict[int, str]] = [{} for _ in split]
    for (_, words), places in where.items():
        several = len({longest[article] for article, _ in places}) if len(places) >= SEVERAL else 0
        if words and several >= SEVERAL and _is_outlets(places, split):
            for article, k in places:
                found[article][k] = f"in {several} articles of this outlet"
    return found


def _is_outlets(places: list[tuple[int, int]], split: list[list[Paragraph]]) -> bool:
    """Whether a recurring paragraph stands at the edge of most articles, or is a label rather than a statement."""
    at_edge = Counter(k < EDGE // 2 or k >= len(split[article]) - EDGE for article, k in places)
    article, k = places[0]
    paragraph = split[article][k]
    label = len(paragraph.words) <= LABEL and not STOPPED.search(paragraph.text)
    return label or 3 * at_edge[True] >= 2 * len(places)
