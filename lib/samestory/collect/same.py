"""The same outlet under two spellings, and the same article twice: one is kept, and it is said."""

import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from urllib.parse import parse_qsl

import numpy as np
import pandas as pd

from samestory import known
from samestory.collect.pages import parted
from samestory.collect.receipt import ASSUMED, LEFT_OUT, remarks

RUN = 5  # words: so long a run stands in two articles by chance hardly ever
UPDATE = 0.6  # of the shorter text's runs, at least, stand in an outlet's update of it
SHORTEST = 60  # words: shorter texts are only the same where they are equal
PRIME = 1_000_003
SKETCH = 8  # one run in so many is looked up to find pairs
DAYS = 3  # between an article and its update, at most
SHARED = 20  # articles: a run in more of one outlet's is its furniture


def outlets(articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The articles with one spelling for outlets that differ only by case, spaces, signs or a leading “The”."""
    spelt = articles["outlet"].value_counts(sort=False)
    by_key: dict[str, list[str]] = defaultdict(list)
    for outlet in spelt.index:
        by_key[folded(outlet)].append(outlet)
    one = {name: max(names, key=lambda n: spelt[n]) for names in by_key.values() for name in names}
    named = articles["outlet"].map(one)
    changed = articles[named != articles["outlet"]]
    said = [f"outlet {a} taken for {b}" for a, b in zip(changed["outlet"], named[changed.index], strict=True)]
    return articles.assign(outlet=named), remarks(changed, ASSUMED, said)


def folded(outlet: str) -> str:
    """A name of an outlet as compared."""
    text = unicodedata.normalize("NFKD", outlet).casefold()
    bare = re.sub(r"[\W_]+", " ", "".join(c for c in text if not unicodedata.combining(c))).strip()
    return re.sub(r"^the (?=\S)", "", bare).replace(" ", "") or outlet


def once(articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The articles with each of them once: the latest of those with one address, one text, or most of a text.

    An address is the same without tracking, `www.` or `/amp`. Texts are compared within an outlet: the same text in two
    outlets is shared copy, and stays. An update is an article of the same outlet within three days that has three
    fifths of the runs of five words of the shorter one.
    """
    pairs = {**_updates(articles), **_equal_texts(articles), **_equal_addresses(articles)}
    groups = _joined(len(articles), pairs)
    first_day = [one.start_time if isinstance(one, pd.Period) else pd.Timestamp.min for one in articles["published"]]
    rank = sorted(range(len(articles)), key=lambda k: (first_day[k], len(articles["text"].iloc[k]), k))
    kept = {groups[k]: k for k in rank}
    gone = [k for k in range(len(articles)) if kept[groups[k]] != k]
    said = [f"{_why(k, kept[groups[k]], pairs)} {_name(articles, kept[groups[k]])}; the latest is kept" for k in gone]
    left_out = remarks(articles.iloc[gone], LEFT_OUT, said)
    return articles.iloc[sorted(kept.values())].reset_index(drop=True), left_out


def _why(one: int, kept: int, pairs: dict[tuple[int, int], str]) -> str:
    return pairs.get((min(one, kept), max(one, kept)), "the same article as")


def _name(articles: pd.DataFrame, k: int) -> str:
    row = articles.iloc[k]
    return f"{row['path']}{f', {where}' if (where := row['_where']) else ''}"


def _pairs(keys: Iterable[Hashable | None], why: str) -> dict[tuple[int, int], str]:
    """Each article with the first that has its key."""
    first: dict[Hashable, int] = {}
    found = {}
    for k, key in enumerate(keys):
        if key is not None and (before := first.setdefault(key, k)) != k:
            found[before, k] = why
    return found


def _equal_addresses(articles: pd.DataFrame) -> dict[tuple[int, int], str]:
    return _pairs(map(address, articles["url"]), "has the address of")


def _equal_texts(articles: pd.DataFrame) -> dict[tuple[int, int], str]:
    texts = (" ".join(text.casefold().split()) for text in articles["text"])
    return _pairs(zip(articles["outlet"], texts, strict=True), "has the text of")


@lru_cache(maxsize=1)
def _tracking() -> re.Pattern[str]:
    """Names of parameters that say where a reader came from, not what the page is."""
    rows = known.table("tracking.csv", ["parameter", "source"])
    return re.compile("|".join(rows["parameter"]), re.IGNORECASE)


def address(url: object) -> tuple | None:
    """An address as compared: site and path without what leads to the same article; None for a site's front page."""
    parts = parted(url)
    if not parts.hostname:
        return None
    host = re.sub(r"^(?:www\d?|m|amp|mobile)\.", "", parts.hostname)
    path = re.sub(r"/(?:amp|index\.html?)?/*$|\.amp$", "", re.sub(r"^/amp(?=/)", "", parts.path))
    path = re.sub(r"\.amp(?=\.html?$)|/amp(?=\.html?$)", "", path)
    query = sorted((n, v) for n, v in parse_qsl(parts.query) if not _tracking().fullmatch(n))
    return (host, path.rstrip("/"), *query) if path.strip("/") or query else None


def _updates(articles: pd.DataFrame) -> dict[tuple[int, int], str]:
    """Pairs of one outlet's articles of which one holds most of the other."""
    found = {}
    numbered = articles.reset_index(drop=True)
    for _, of_one in numbered.groupby("outlet"):
        runs = {k: one for k, text in of_one["text"].items() if len(one := _runs(text)) > SHORTEST - RUN}
        for a, b in _candidates(runs):
            shared = len(np.intersect1d(runs[a], runs[b], assume_unique=True))
            enough = shared >= UPDATE * min(len(runs[a]), len(runs[b]))
            if enough and _near(numbered["published"][a], numbered["published"][b]):
                found[a, b] = "is an earlier or later state of"
    return found


def _runs(text: str) -> np.ndarray:
    """The runs of five words of a text, as numbers that are the same in every Python."""
    words = np.array(
        [zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in re.findall(r"\w+", text.casefold())],
        dtype=np.uint64,
    )
    many = len(words) - RUN + 1
    if many < 1:
        return words[:0]
    mixed = np.zeros(many, dtype=np.uint64)
    for k in range(RUN):
        mixed = mixed * np.uint64(PRIME) + words[k : k + many]
    return np.unique(mixed)


def _candidates(runs: dict[int, np.ndarray]) -> list[tuple[int, int]]:
    """Pairs of articles that may share most of their runs, by an eighth of them (Broder 1997, mod-p sketches)."""
    where: dict[int, list[int]] = defaultdict(list)
    for k, one in runs.items():
        for run in one[one % np.uint64(SKETCH) == 0].tolist():
            where[run].append(k)
    shared = Counter(pair for these in where.values() if 1 < len(these) <= SHARED for pair in combinations(these, 2))
    return [(a, b) for (a, b), many in shared.items() if many * SKETCH >= UPDATE / 2 * min(len(runs[a]), len(runs[b]))]


def _near(a: object, b: object) -> bool:
    """Whether two dates may be within three days."""
    if not isinstance(a, pd.Period) or not isinstance(b, pd.Period):
        return True
    gap = max(a.start_time, b.start_time) - min(a.end_time, b.end_time)
    return gap <= pd.Timedelta(days=DAYS)


def _joined(many: int, pairs: Iterable[tuple[int, int]]) -> Sequence[int]:
    """The group of each of so many articles: those that pairs join, also by way of others."""
    group = list(range(many))

    def root(k: int) -> int:
        """The first of the group that one belongs to."""
        while group[k] != k:
            k = group[k]
        return k

    for a, b in pairs:
        group[max(root(a), root(b))] = min(root(a), root(b))
    return [root(k) for k in range(many)]
