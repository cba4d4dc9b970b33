"""Findings on voices: who is given words, who stays unnamed, whose words are given to two people, who acts."""

from collections.abc import Iterable

import pandas as pd

from samestory.compare.voices.agency import FEWEST, acts
from samestory.compare.voices.speakers import OWN
from samestory.present import show
from samestory.present.finding import evidence, finding, innocent_explanation, surest, table

NAMED = 4  # speakers named in one sentence
WORDED = 3  # of those without a name, as the articles word them
BODIES = ("organisation", "document")
CONSTRUCTIONS = {
    "active": "active",
    "passive_agent": "passive with their agent",
    "passive_short": "passive without an agent",
    "stative": "stative (“are dead”)",
    "event_subject": "with an event as subject (“the campaign has killed”)",
}
FOUND = "Speakers are found by rule; an indirect statement in unusual words may be missed."


def sources(sources: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One finding a group: to whom it gives words, the most quoted first, and how many sources it leaves unnamed.

    `sources` is the table of `compare.sources`. Kind `source`; n counts the attributions to sources surely found.
    Readings, not tests.
    """
    innocent = innocent_explanation(articles, kind="source", by=by)
    told = sources[sources["kind"].isin(["person", "unnamed", *BODIES])]
    rows = [
        finding(
            _who_speaks(str(group), rows),
            kind="source",
            outlets=[str(group)],
            n=int(rows["attributions"].sum()),
            evidence=_evidence(rows.head(NAMED)["evidence"]),
            caveat=FOUND,
            innocent=innocent,
        )
        for group, rows in told.groupby("group", sort=False, observed=True)
    ]
    return table(rows)


def anonymity(
    anonymity: pd.DataFrame, attributed: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """One finding: the group whose share of sources without a name is furthest from the others', with the p of that.

    `anonymity` is the table of `compare.anonymity`, `attributed` that of `compare.attributed`. Where nothing could be
    tested it is a reading; where every source has a name there is none.
    """
    unnamed = attributed[attributed["kind"].eq("unnamed")]
    if unnamed.empty or len(anonymity) < 2:
        return table()
    known = surest(anonymity, anonymity["share"], anonymity["other_share"])
    pool = anonymity[anonymity[["share", "other_share"]].notna().all(axis=1)]
    if known.empty and (pool.empty or anonymity["p"].notna().any()):
        return table()
    row = known.iloc[0] if len(known) else pool.loc[(pool["share"] - pool["other_share"]).abs().idxmax()]
    found = finding(
        f"{row['group']} leaves {int(row['anonymous'])} of {int(row['attributions'])} attributions to people or groups "
        f"without a name ({row['share']:.0%}); the other articles {row['other_share']:.0%}.",
        kind="source",
        outlets=[str(group) for group in anonymity["group"]],
        n=int(anonymity["attributions"].sum()),
        evidence=evidence(unnamed),
        caveat="A source unnamed in one article may be named in another; the class is read from the words around it.",
        innocent=innocent_explanation(articles, kind="source", by=by),
        p=float(row["p"]) if len(known) else None,
        p_adjusted=float(row["p_adjusted"]) if len(known) else None,
    )
    return table([found])


def attributions(anonymity: pd.DataFrame, attributed: pd.DataFrame) -> str:
    """How many attributions there are, to which kinds of source, and what is left out, in two or three sentences."""
    said, named, body, unnamed, left = (
        int(anonymity[name].sum()) for name in ("attributions", "named", "body", "anonymous", "open")
    )
    ours = _of_own_reporters(attributed)
    if not said:
        return " ".join(filter(None, ("No source was surely found.", ours)))
    told = (
        f"Of {show.many(said, 'attribution')} {named:,} go to people by name, {body:,} to organisations and documents, "
        f"{unnamed:,} to people or groups without a name."
    )
    one = "attribution is left out, as its speaker was"
    several = "attributions are left out, as their speaker was"
    more = f"{left:,} more {one if left == 1 else several} not surely found." if left else ""
    return " ".join(filter(None, (told, more, ours)))


def _of_own_reporters(attributed: pd.DataFrame) -> str:
    """Which groups give words to reporters of their own, who are no source, and how often; '' where none does."""
    own = attributed[attributed["kind"].eq(OWN)].drop_duplicates(["article_id", "attribution"])
    if own.empty:
        return ""
    each = [f"{group} ({show.many(n, 'statement')})" for group, n in own["group"].astype("str").value_counts().items()]
    return f"Reporters of an outlet’s own are no source, and not counted: {show.listed(each)}."


def conflicts(quotations: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One finding for each quotation whose words are given to different people.

    `quotations` is the table of `compare.quotations`. Kind `source`; n counts how often it was printed.
    """
    innocent = innocent_explanation(articles, kind="source", by=by)
    rows = [
        finding(
            f"The words “{_bare(row.text)}” are given to {show.listed(row.speakers, 'and to')}.",
            kind="source",
            outlets=[str(group) for group in row.groups],
            n=int(row.printed),
            evidence=row.evidence,
            caveat="Which article errs the articles do not tell; a pronoun may have been traced to the wrong person.",
            innocent=innocent,
        )
        for row in quotations[quotations["conflict"]].itertuples(index=False)
    ]
    return table(rows)


def harm(clauses: pd.DataFrame, constructions: pd.DataFrame) -> str:
    """How the clauses of harm are built, in one sentence; or that there are too few of them to be shown.

    `clauses` is the table of `compare.of_harm`, `constructions` that of `compare.constructions`.
    """
    found = acts(clauses)
    if constructions.empty and found:
        deeds = show.many(found, "deed")
        return f"The articles tell {deeds} of harm done to people; of fewer than {FEWEST} nothing is shown."
    if constructions.empty:
        return "No harm done to people was found."
    counts = constructions.groupby("construction", observed=False)["n"].sum()
    built = [f"{n} {CONSTRUCTIONS[name]}" for name, n in counts.items() if n]
    return f"{show.many(found, 'deed')} of harm done to people, in clauses that are {', '.join(built)}."


def in_words(actors: pd.DataFrame) -> pd.DataFrame:
    """The table of `compare.actors` for reading: the names and titles of each actor in a group, with their counts."""
    columns = ["actor", "kind", "group", "mentions", "articles"]
    return actors[columns].assign(names=actors["forms"].map(_counted))


def surely_shared(quotations: pd.DataFrame) -> pd.Series:
    """Which quotations several groups printed, of one speaker or in conflict: no phrase that many say."""
    one_speaker = quotations["speakers"].map(len).le(1) | quotations["conflict"]
    return quotations["groups"].map(len).gt(1) & one_speaker


def shared_quotations(quotations: pd.DataFrame) -> str:
    """How many quotations more than one group printed, in one sentence."""
    shared = int(surely_shared(quotations).sum())
    if not len(quotations):
        return "No quotation of four words or more was found."
    if not shared and len(quotations) == 1:
        return "The one quotation of four words or more stands in one group’s articles."
    if not shared:
        return f"None of the {len(quotations):,} quotations of four words or more stands in two groups’ articles."
    return (
        f"{shared:,} of {len(quotations):,} quotations of four words or more stand in more than one group’s articles."
    )


def _who_speaks(group: str, rows: pd.DataFrame) -> str:
    """To whom a group gives words: how many people by name, bodies and unnamed ones, and whom it quotes most."""
    people, unnamed = rows[rows["kind"].eq("person")], rows[rows["kind"].eq("unnamed")]
    bodies = int(rows.loc[rows["kind"].isin(BODIES), "attributions"].sum())
    one, several = "1 attribution goes to an organisation or document", "attributions go to organisations and documents"
    many = int(unnamed["attributions"].sum())
    worded = ", ".join(f"“{name}”" for name in unnamed["speaker"].head(WORDED))
    nameless = f"{many} to people or groups without a name ({worded}{', …' if len(unnamed) > WORDED else ''})"
    told = (
        f"{group} gives words to {len(people):,} {'person' if len(people) == 1 else 'people'} by name (attributions: "
        f"{int(people['attributions'].sum())}); {one if bodies == 1 else f'{bodies} {several}'}, "
        f"{nameless if many else 'none to people without a name'}."
    )
    spoken = rows[rows["kind"].ne("document") & rows["words_quoted"].gt(0)]
    ranked = spoken.sort_values(["words_quoted", "words_reported"], ascending=False, kind="stable").head(NAMED)
    first = [f"{row.speaker} ({_words(row)})" for row in ranked.itertuples(index=False)]
    return f"{told} Most words in quotation marks: {', '.join(first)}." if first else told


def _counted(forms: Iterable[tuple[str, int]]) -> str | None:
    return ", ".join(f"{form} {n}" if n > 1 else form for form, n in forms) or None


def _words(row) -> str:
    words = "word" if row.words_quoted == 1 else "words"
    quoted = f"{row.words_quoted} {words} quoted" if row.words_quoted else ""
    reported = f"{row.words_reported} reported" if row.words_reported else ""
    return ", ".join(part for part in (quoted, reported) if part)


def _evidence(lists: Iterable[list[tuple[str, int, int]]]) -> list[tuple[str, int, int]]:
    return [span for spans in lists for span in spans]


def _bare(text: str) -> str:
    return text.strip("“”\"‘’', ")
