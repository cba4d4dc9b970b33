"""The tables of notebook 3 as its page shows them."""

import pandas as pd
from IPython.display import HTML

from samestory.compare.voices.described import differing
from samestory.present import evidence, show
from samestory.present.voices import findings

SENTENCES = 30


def verbs(verbs: pd.DataFrame) -> pd.DataFrame:
    """The verbs of saying of each group with their counts, those that lend the words a colour first."""
    plain = verbs["cue_class"].eq("neutral")
    return verbs.assign(plain=plain).sort_values("plain", kind="stable").drop(columns=["evidence", "plain"])


def quotations(quotations: pd.DataFrame) -> pd.DataFrame:
    """The quotations that several groups printed: the words that all of those print, who spoke them, and where.

    `conflict` is *no* only where every group names the same speaker; where one names whom another does not, or gives
    the words to a paper that another gives to people, it says so.
    """
    several = quotations[findings.surely_shared(quotations)]
    several = several.assign(text=several["shared"].map("“{}”".format), groups=several["shared_by"])
    speakers = several["speakers"].map(lambda names: names or None)
    agree = pd.Series([_agreement(row) for row in several.itertuples(index=False)], several.index, dtype="object")
    return several.assign(speakers=speakers, conflict=agree)[["text", "speakers", "groups", "wordings", "conflict"]]


def _agreement(row) -> str | None:
    """Whether the groups that print a quotation agree on who said it; None where one leaves it open."""
    if row.conflict:
        return "yes"
    if len(row.speakers) > 1:
        return show.listed([f"{speaker} in {group}" for speaker, group in row.given])
    if row.named_in and row.unnamed_in:
        return f"named in {show.listed(row.named_in)}, without a name in {show.listed(row.unnamed_in)}"
    return "no" if set(row.named_in) == set(row.groups) else None


def described(described: pd.DataFrame) -> pd.DataFrame:
    """What each person is said to be beside the name, of those whom the groups describe differently."""
    return differing(described)[["actor", "group", "description", "n"]]


def agency(agency: pd.DataFrame) -> pd.DataFrame:
    """Who does what to whom, group by group."""
    told = agency.drop(columns=["evidence", "articles"])
    told = told.assign(
        construction=told["construction"].map(findings.CONSTRUCTIONS), who=told["who"].fillna("not said")
    )
    return told.assign(deeds=told["deeds"].map(", ".join))


def constructions(constructions: pd.DataFrame) -> pd.DataFrame:
    """How the clauses of harm are built in each group."""
    told = constructions.drop(columns=["evidence", "share"])
    return told.assign(construction=told["construction"].map(findings.CONSTRUCTIONS))


def harm(harm: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """Every clause of harm that is counted, in its sentence, folded."""
    return evidence.show(harm, articles, by=by, title="Every clause counted", limit=SENTENCES)
