"""How one person is described, outlet by outlet: what stands beside the name, titles alone left out."""

import re

import pandas as pd

from samestory import known
from samestory.annotate import reporting, spans
from samestory.annotate.actors import lookup
from samestory.annotate.clauses import CUT_AT
from samestory.annotate.quotes.roles import is_cut
from samestory.compare import groups
from samestory.compare.voices.actors import KEYS, merged
from samestory.compare.voices.speakers import is_name

LONGEST = 12  # words
BEGINS = re.compile(r"^(?:now )?(?:the|an?|his|her|their|its|our) ", re.IGNORECASE)
ONE_OF = "one of the "  # several, of whom the person is one
ENDS_HEAD = re.compile(
    r"\s(?:of|in|at|for|from|with|to|on|who|that|whose|whom|and|or|by|under|near|behind)\s|,|\s[–—-]\s"
)
BROKEN = re.compile(r"[()“”\"$€£%&]|\d['’′]|^\W|^year-old|\b(?:Mr|Mrs|Ms|Dr)\b|, (?:by|\w+ed)\b| after |[’']s$|\W$")
DATING = known.words("words that date a title")
AGED = re.compile(r"(?:^|[ -])\d{1,3}-?(?:year|month)-olds?$")


def described(mentions: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """What each person is said to be beside the name: a row for each person, group and description.

    `mentions` is the span table of `actors`. Columns: `actor` (the name in the collection; those whom most groups
    describe first), `group`, `description` (as it stands there, without its article), `n` times, `articles`, `evidence`
    (the names). Titles alone (“the mayor”) are none, nor is what does not read as a description of a person.
    """
    named = mentions[mentions["mention"].eq("name") & mentions["descriptor"].notna()]
    told = named.drop(columns=["kind"]).merge(merged(mentions, articles), on=KEYS, how="left")
    told = told[told["kind"].eq("person") & told["merged"].map(is_name).astype("bool")]
    whole = told[~_is_cut(told, articles) & ~_is_run_on(told)]
    told = whole.assign(description=whole["descriptor"].map(description)).dropna(subset="description")
    told = told.assign(description=_small_where_met(told["description"]))
    told = groups.beside(told, articles, by)
    told = told.assign(evidence=spans.places(told)).rename(columns={"actor": "here"})
    keys = ["merged", "group", "description"]
    table = told.groupby(keys, sort=False, observed=True, as_index=False).agg(
        n=("here", "size"), articles=("article_id", "nunique"), evidence=("evidence", list)
    )
    of_person = table.groupby("merged")
    wide, often = of_person["group"].transform("nunique"), of_person["n"].transform("sum")
    table = table.assign(group=groups.in_order(table["group"], articles, by), wide=wide, often=often)
    order = ["wide", "often", "merged", "group", "n", "description"]
    ordered = table.sort_values(order, ascending=[False, False, True, True, False, True], kind="stable")
    return ordered.drop(columns=["wide", "often"]).rename(columns={"merged": "actor"}).reset_index(drop=True)


def _small_where_met(descriptions: pd.Series) -> pd.Series:
    """The descriptions, one and the same that differ by a capital (“Former pilot”) in one spelling, the small one."""
    met: dict[str, str] = {}
    for words in sorted(set(descriptions)):  # capitals are first, and the small ones stay
        met[words.casefold()] = words
    return descriptions.map(str.casefold).map(met).astype("str")


def _is_cut(named: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Which descriptions before a name are the end of a longer one: “Health and Human Services Secretary”."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True)) if "text" in articles else {}
    cut = [is_cut(row.descriptor, texts.get(row.article_id, ""), row.start) for row in named.itertuples(index=False)]
    return pd.Series(cut, named.index, dtype="bool")


def _is_run_on(named: pd.DataFrame) -> pd.Series:
    rows = zip(named["descriptor"], named["merged"], strict=True)
    return pd.Series([is_run_on(words, name) for words, name in rows], named.index, dtype="bool")


def is_run_on(words: str, name: str) -> bool:
    """Whether words that end in a capitalised title hold more than belongs to it: a clause, a heading, an amount.

    So where the person's own name, an amount, or the many who do something stand in them, or a title begins anew.

    >>> is_run_on("Lund team Special counsel", "Ada Lund"), is_run_on("the $900", "Ada Lund")
    (True, True)
    >>> is_run_on("Lawmakers grill Lund Mayor", "Ada Ek"), is_run_on("Veterans Affairs Secretary", "Ada Ek")
    (True, False)
    """
    said, titles = words.split(), lookup.load().titles
    own = len(said) > 1 and name.split()[-1].casefold() in map(str.casefold, said)
    amount = any(re.search(r"[$€£%]|\d{4}|\d,\d", word) for word in said)
    many = any(
        one[:1].isupper() and after.islower() and last[:1].isupper() and any(map(_is_person, _one_of(one)))
        for one, after, last in zip(said, said[1:], said[2:], strict=False)
    )
    anew = len(said) > 2 and said[-3].islower() and said[-2].istitle() and said[-1].islower()
    return own or amount or many or (anew and " ".join(said[-2:]).lower() in titles)


def _one_of(many: str) -> set[str]:
    """The forms of one of those that a plural names; none of what is no plural."""
    return set(reporting.singular(many.lower())) - {many.lower()}


def description(words: str) -> str | None:
    """A description without its article; None for a title alone and for what is none.

    >>> description("an unarmed black teenager"), description("the mayor"), description("the nation")
    ('unarmed black teenager', None, None)
    >>> description("former Town Hall spokesman"), description("longtime Town Hall spokesman")
    (None, 'longtime Town Hall spokesman')
    """
    bare = BEGINS.sub("", " ".join(words.split())).strip(" ,")
    if BROKEN.search(bare) or not 2 <= len(bare.split()) <= LONGEST or bare.split()[-1].lower() in CUT_AT:
        return None
    if re.match(r"who (?:was|is|had|has|were|did|died|once)\b", bare):
        return bare if len(bare.split()) > 3 and "," not in bare else None
    noun = ENDS_HEAD.split(bare.removeprefix(ONE_OF))[0].split()[-1].lower()
    forms = reporting.singular(noun) if bare.startswith(ONE_OF) else {noun}
    person = AGED.search(noun) or any(map(_is_person, forms)) or noun in lookup.load().titles
    return bare if person and not _is_title_alone(bare.split()) else None


def _is_title_alone(words: list[str]) -> bool:
    """Whether words are a title, with names and what dates it before it: “former House Speaker”."""
    starts = (k for k in range(len(words)) if " ".join(words[k:]).lower() in lookup.load().titles)
    before = words[: next(starts, len(words))]
    return len(before) < len(words) and all(word[0].isupper() or word in DATING for word in before)


def differing(described: pd.DataFrame) -> pd.DataFrame:
    """The rows of `described` of the people whom several groups describe, and not all of them alike."""
    of_person = described.assign(group=described["group"].astype("str")).groupby("actor")
    worded = described["description"].map(_plain)
    several = of_person["group"].transform("nunique").gt(1) & worded.groupby(described["actor"]).transform(
        "nunique"
    ).gt(1)
    return described[several].reset_index(drop=True)


def _plain(description: str) -> str:
    """The words of a description in whatever order: “Lund’s former mayor” is “former Lund mayor”."""
    return " ".join(sorted(re.sub(r"['’]s?\b", "", description.casefold()).split()))


def _is_person(noun: str) -> bool:
    return reporting.mostly_person(noun.rpartition("-")[2])
