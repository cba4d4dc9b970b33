"""What the paragraphs of an article are: told by the article, or standing beside it on the page.

Only headline, standfirst, body and crosshead are read; everything else is set aside and named. What a paragraph is, its
wording says (`data/paragraphs.csv`: patterns with where each was seen); besides, what recurs word for word in several
articles of one outlet is the outlet's furniture, and what an article repeats of itself is a pull quote.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from samestory.corpus import fold, known, language

READ = ("headline", "standfirst", "body", "crosshead")
ASIDE = ("furniture", "caption", "credit", "byline", "dateline", "correction", "stamp", "truncation")
COLUMNS = {"article_id": "str", "start": "int64", "end": "int64", "text": "str", "kind": "str", "why": "str"}
FIRST, LAST = 3, 6  # the paragraphs among which a dateline, and a line about who wrote it, can stand
SEVERAL = 3  # articles of one outlet in which the same paragraph makes it furniture
EDGE = 4  # so many paragraphs from the top or the end, the outlet speaks rather than the article
VERSIONS = 20  # what stands in more articles than this is not looked at to tell versions of one
LABEL = 8  # a line of so many words without a full stop is a label rather than a statement
ENDING = 200  # characters in which the pattern of an ending is looked for
REPEATED = 6  # words that a pull quote at least repeats
ALONE = 10  # words that it repeats at least where it does not name who spoke them: shorter ones are crossheads
NAMED_AFTER = 5  # words at most that say, after a pull quote, whose words they are
TOP, TITLE = 60, 4  # words at most of the top of a page run together, and at least of a headline found in it
CROSSHEAD, LINK = 14, 25  # words that a crosshead, and a link to another article, at most have
STOPPED = re.compile(r"[.!?:;,…]['\")\]]*$")
ENDED = re.compile(r"[.!…]['\")\]]*$")
TELLS = re.compile(r"\d|[\"“‘]|\b(?:said|says|was|were|had|did|been)\b")
WORD = re.compile(r"\w+")


class Paragraph(NamedTuple):
    """A paragraph's place, how it is delivered, and its words folded."""

    start: int
    end: int
    delivered: str
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

    `kind` is one of those read (headline, standfirst, body, crosshead) or set aside (furniture, caption, credit,
    byline, dateline, correction, stamp, truncation); datelines, stamps and truncation marks are parts of a paragraph.
    `why` is missing for what is read. Errors: a link worded as a sentence is read; a crosshead that an outlet uses in
    every article is set aside.
    """
    asides = articles["aside"] if "aside" in articles else aside(articles)
    rows = [
        (article_id, part.start, part.end, text[part.start : part.end], part.kind, part.why or None)
        for article_id, text, gone, headline in zip(
            articles["article_id"], articles["text"], asides, _headlines(articles), strict=True
        )
        for part in sorted([*_read(text, gone, headline), *_parts(gone)])
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def aside(articles: pd.DataFrame) -> pd.Series:
    """What of each article is not read, as the column `aside`: a JSON list of [start, end, kind, why].

    Outlet by outlet, what recurs in three or more articles counts as furniture: give all articles there are. An article
    of which nothing would be left is read whole.
    """
    split = [_paragraphs(text) for text in articles["text"]]
    recurring = _recurring(split, list(articles.get("outlet", articles["article_id"])))
    headlines = _headlines(articles)
    found = [_set_aside(*each) for each in zip(split, recurring, headlines, strict=True)]
    return pd.Series([json.dumps(parts, ensure_ascii=False) for parts in found], articles.index, dtype="str")


def credits(articles: pd.DataFrame) -> list[str]:
    """The lines set aside in each article that credit agencies or reporters, joined; photo credits are none."""
    return [
        " ".join(text[part.start : part.end] for part in _parts(gone) if part.kind == "credit")
        for text, gone in zip(articles["text"], articles["aside"], strict=True)
    ]


def headlines(articles: pd.DataFrame) -> pd.DataFrame:
    """The headlines as articles of their own, with offsets of their own; articles without one are left out."""
    titled = articles[articles["headline"].notna()].drop(columns="aside", errors="ignore")
    digests = [hashlib.sha256(title.encode("utf-8", "surrogatepass")).hexdigest() for title in titled["headline"]]
    return titled.assign(text=titled["headline"], sha256=digests)


def is_credit(line: str) -> bool:
    """Whether a line says who contributed to an article: “The Associated Press contributed to this report.”"""
    text = " ".join(fold.plain(line).split())
    return any(rule.kind == "credit" and rule.pattern.search(text) for rule in rules())


def _headlines(articles: pd.DataFrame) -> list[str]:
    """The headline of each article; empty where it has none."""
    return [""] * len(articles) if "headline" not in articles else articles["headline"].fillna("").tolist()


def _parts(gone: str) -> list[Part]:
    return [Part(*part) for part in json.loads(gone)]


def _set_aside(own: list[Paragraph], recurring: dict[int, str], headline: str) -> list[Part]:
    """The parts of one article that are set aside, in order; none where nothing would be left.

    `recurring` says of its furniture, by number of paragraph, in how many articles it is.
    """
    gone = {k: ("furniture", why) for k, why in recurring.items()} | _run_together(own, headline) | _worded(own)
    gone |= {k: found for k, found in _repeated(own).items() if k not in gone}
    gone |= {k: found for k, found in _links(own, gone).items() if k not in gone}
    if len(gone) == len(own):
        return []
    return [
        part
        for k, paragraph in enumerate(own)
        for part in ([Part(paragraph.start, paragraph.end, *gone[k])] if k in gone else _cut(paragraph, k, len(own)))
    ]


def _read(text: str, gone: str, headline: str) -> Iterator[Part]:
    """The parts of a text that are read: the headline, a standfirst, crossheads, and the body."""
    own = _paragraphs(text, _parts(gone))
    titles = _titles(own, headline)
    for k, paragraph in enumerate(own):
        kind = titles.get(k) or ("crosshead" if k and _is_line(paragraph, CROSSHEAD) else "body")
        yield Part(paragraph.start, paragraph.end, kind, "")


@lru_cache(maxsize=1)
def rules() -> list[Rule]:
    """The patterns of `data/paragraphs.csv`, those looked for in the same way as one expression."""
    rows = known.table("paragraphs.csv", ["class", "at", "place", "word", "pattern", "source"]).fillna("")
    unknown = rows.loc[~rows["class"].isin(ASIDE), "class"]
    if len(unknown):
        raise ValueError(f"paragraphs.csv has the class {unknown.iloc[0]!r}; the classes are {', '.join(ASIDE)}.")
    alone = rows.index.where(rows["at"].isin(["bio", "within"]), -1)  # each names groups of its own
    return [
        Rule(kind, at, place, _needed(own["word"]), _compiled(at, own["pattern"]))
        for (kind, at, place, _), own in rows.groupby(["class", "at", "place", alone], sort=False)
    ]


def _needed(words: pd.Series) -> frozenset[str]:
    """Words of which one must stand in a paragraph for any of the patterns to be found; none where a row has none."""
    return frozenset(" ".join(words).split()) if words.ne("").all() else frozenset()


def _compiled(at: str, patterns: pd.Series) -> re.Pattern[str]:
    return re.compile(_framed(at, "|".join(f"(?:{pattern})" for pattern in patterns)), re.IGNORECASE)


def _framed(at: str, pattern: str) -> str:
    """A pattern that says itself where in the paragraph it is looked for."""
    frames = {"in": "{}", "within": "{}", "end": "(?:{})$", "tail": "(?:{})$", "start": "^(?:{})", "lead": "^(?:{})"}
    return frames.get(at, "^(?:{})$").format(pattern)


def _paragraphs(text: str, gone: Sequence[Part] = ()) -> list[Paragraph]:
    """The paragraphs of a text, without those parts of them that are set aside."""
    found = []
    for start, end in language.paragraph_spans(text):
        for part in gone:
            start = part.end if part.start <= start < part.end else start
            end = part.start if start < part.start < end else end
        start, end = language.trimmed(text, start, end)
        words = " ".join(fold.plain(text[start:end]).split())
        if words:
            found.append(Paragraph(start, end, text[start:end], words, tuple(WORD.findall(words.lower()))))
    return found


def _match(rule: Rule, paragraph: Paragraph, k: int, count: int) -> re.Match[str] | None:
    """What a rule finds in paragraph k of so many; the end of a paragraph is looked for in its last characters."""
    placed = {"": True, "opening": k == 0, "first": k < FIRST, "last": k >= count - LAST}
    if not placed[rule.place] or (rule.words and rule.words.isdisjoint(paragraph.words)):
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


def _run_together(own: list[Paragraph], headline: str) -> dict[int, tuple[str, str]]:
    """A first paragraph in which a crawler ran the top of the page together: caption, section, headline.

    The headline stands inside it, running on without a stop, or much the same words follow its last full stop.
    """
    if len(own) < 2:
        return {}
    top, title = own[0], " ".join(fold.plain(headline).split())
    if len(top.words) > TOP or top.words == _title(headline):
        return {}
    inside = len(title.split()) >= TITLE and re.search(rf"(?<=\w\W){re.escape(title)}(?=$| [\"']?[A-Z])", top.text)
    *before, last = language.sentence_spans(top.delivered)
    words = set(_title(top.delivered[slice(*last)]))
    titled = before and not STOPPED.search(top.text) and 2 * len(words & set(_title(title))) >= len(words)
    return {0: ("caption", "the top of the page, run together")} if inside or titled else {}


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
    often = Counter(run for paragraph in own for run in language.runs(paragraph.words, REPEATED))
    found = {}
    for k, paragraph in enumerate(own):
        if often[tuple(paragraph.words[:REPEATED])] > 1 and _stands_elsewhere(k, own, joined):
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


def _titles(own: list[Paragraph], headline: str) -> dict[int, str]:
    """Which of the first paragraphs read are the headline, and the standfirst under it."""
    title = _title(headline)
    found: dict[int, str] = {}
    for k, paragraph in enumerate(own[:2]):
        if title and paragraph.words == title:
            found[k] = "headline"
        elif _is_line(paragraph, 2 * LINK) and len(own) > 2 and len(found) == k:
            found[k] = "standfirst"
    return found


def _title(headline: str) -> tuple[str, ...]:
    return tuple(WORD.findall(fold.plain(headline).lower()))


def _cut(paragraph: Paragraph, k: int, count: int) -> Iterator[Part]:
    """The parts of a paragraph that are not read: a dateline before it, a truncation mark after it, links within."""
    for rule in rules():
        match = _match(rule, paragraph, k, count) if rule.at in ("lead", "tail", "within") else None
        if match and match[0].strip() and len(match[0]) < len(paragraph.text):
            lead = len(match[0]) - len(match[0].lstrip())
            whole = [(match.start() + lead, match.start() + len(match[0].rstrip()))]
            inner = [each.span("cut") for each in rule.pattern.finditer(paragraph.text)] if rule.at == "within" else []
            for start, end in inner or whole:
                yield Part(*_where(paragraph, start, end), rule.kind, "wording")


def _where(paragraph: Paragraph, start: int, end: int) -> tuple[int, int]:
    """Where a stretch of a paragraph's folded words stands in the text as delivered."""
    spaces = [(m.start(), m.end(), " ") for m in re.finditer(r"\s+", paragraph.delivered)]
    reading = fold.applied(paragraph.delivered, sorted([*spaces, *fold.edits(paragraph.delivered)]))
    return paragraph.start + int(reading.starts[start]), paragraph.start + int(reading.ends[end - 1])


# What recurs in several articles of an outlet


def _recurring(split: list[list[Paragraph]], outlets: list[str]) -> list[dict[int, str]]:
    """For each article, by number of paragraph, the furniture of its outlet: “in 7 articles of this outlet”.

    A paragraph counts where it stands at the edge of most of them, or is a mere label. Versions of one article count
    once.
    """
    where: defaultdict[tuple, list[tuple[int, int]]] = defaultdict(list)
    for article, (own, outlet) in enumerate(zip(split, outlets, strict=True)):
        for k, paragraph in enumerate(own):
            where[outlet, paragraph.words].append((article, k))
    often = {key: places for key, places in where.items() if key[1] and len(places) >= 2}
    original = _originals([{article for article, _ in places} for places in often.values()], split)
    found: list[dict[int, str]] = [{} for _ in split]
    for places in often.values():
        several = len({original[article] for article, _ in places})
        if several >= SEVERAL and _is_outlets(places, split):
            for article, k in places:
                found[article][k] = f"in {several} articles of this outlet"
    return found


def _originals(sharing: list[set[int]], split: list[list[Paragraph]]) -> list[int]:
    """For each article the first of which it is a version: one with which it shares half of its paragraphs."""
    shared: Counter[tuple[int, int]] = Counter()
    for articles in sharing:
        if len(articles) <= VERSIONS:
            shared.update(combinations(sorted(articles), 2))
    original = list(range(len(split)))
    for (first, second), count in sorted(shared.items()):
        if 2 * count >= min(len(split[first]), len(split[second])):
            original[second] = min(original[second], original[first])
    return original


def _is_outlets(places: list[tuple[int, int]], split: list[list[Paragraph]]) -> bool:
    """Whether a recurring paragraph is a label rather than a statement, or stands at the edge of most articles.

    Background of the story that an outlet prints again has figures, quotations or a past: that is no furniture.
    """
    at_edge = Counter(k < EDGE // 2 or k >= len(split[article]) - EDGE for article, k in places)
    article, k = places[0]
    paragraph = split[article][k]
    label = len(paragraph.words) <= LABEL and not STOPPED.search(paragraph.text)
    return label or (3 * at_edge[True] >= 2 * len(places) and not TELLS.search(paragraph.text))
