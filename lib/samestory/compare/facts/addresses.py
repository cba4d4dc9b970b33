"""Whose an article is by its address: one that stands on another outlet's site may be that outlet's."""

import re
from itertools import accumulate

import pandas as pd

SITE = re.compile(r"^\w+://(?:[^/@]*@)?([^/:?#]+)")
SECOND = frozenset({"co", "com", "org", "net", "gov", "ac"})  # before a country: north.co.uk
LEAST = 3  # articles of an outlet of which more than half stand on one site, from which that site is its own
WORD = re.compile(r"[\W_]+")


def elsewhere(articles: pd.DataFrame) -> pd.Series:
    """The site of each article that stands on another's, missing of all others: of what is compared it is nobody's.

    Another's: a site with the name of another outlet of these, or any but the one on which more than half of the
    articles of its outlet stand; none that bears its own name. Without addresses nothing is known.
    """
    if "url" not in articles:
        return pd.Series(pd.NA, index=articles.index, dtype="object")
    sites = articles["url"].map(site, na_action="ignore")
    named = articles["outlet"].astype("str").map(_plain)
    own = {outlet: _own(rows) for outlet, rows in sites.groupby(named, sort=False)}
    every = set(named)
    found = [
        isinstance(at, str) and not _bears(at, name) and _is_of_another(at, outlet, own[outlet], every)
        for at, outlet, name in zip(sites, named, articles["outlet"].astype("str"), strict=True)
    ]
    return sites.astype("object").where(pd.Series(found, index=articles.index, dtype="bool"), pd.NA)


def site(url: object) -> str | None:
    """The site of an address without what stands before its name: `north.com` of `https://www.news.north.com/a`."""
    found = SITE.match(str(url).strip())
    parts = found[1].lower().split(".") if found else []
    if len(parts) < 2:
        return None
    return ".".join(parts[-3:] if len(parts) > 2 and parts[-2] in SECOND and len(parts[-1]) == 2 else parts[-2:])


def _own(sites: pd.Series) -> str | None:
    """The site on which most articles of an outlet stand, if it is one on which more than half do."""
    counts = sites.value_counts()
    known = len(sites) >= LEAST and len(counts) and counts.iloc[0] > len(sites) / 2
    return str(counts.index[0]) if known else None


def _bears(at: str, outlet: str) -> bool:
    """Whether a site bears an outlet's name: that begins with the site's, or has most of its words in it.

    `cnn.com` is a site of CNN - Editorial, `foxnews.com` of Fox Online News.
    """
    words = [word for word in WORD.split(outlet.partition("(")[0].casefold()) if word]
    name = at.partition(".")[0]
    return name in accumulate(words) or sum(word in name for word in words) > len(words) / 2


def _is_of_another(at: str, outlet: str, own: str | None, every: set[str]) -> bool:
    name = _plain(at.partition(".")[0])
    return name != outlet and (name in every or (own is not None and at != own))


def _plain(name: str) -> str:
    """A name without blanks and marks, in small letters, and without what is said of it in brackets."""
    return WORD.sub("", name.partition("(")[0]).casefold()
