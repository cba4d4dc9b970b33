"""Findings on voices: who is given words, who stays unnamed, whose words are given to two people, who acts."""

from collections.abc import Iterable

import pandas as pd

from samestory.compare.voices.agency import left_out
from samestory.present import show
from samestory.present.finding import evidence, finding, innocent_explanation, surest, table

NAMED = 4  # speakers named in one sentence
ROLES = {"actor": "who acts", "target": "who is acted upon"}
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

    `sources` is the table of `compare.sources`. Kind `source`; n counts the attributions. Readings, not tests.
    """
    innocent = innocent_explanation(articles, kind="source", by=by)
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
        for group, rows in sources[sources["speaker"].notna()].groupby("group", sort=False, observed=True)
    ]
    return table(rows)


def anonymity(
    anonymity: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """One finding: the group whose share of anonymous sources is furthest from the others', with the p of that.

    `anonymity` is the table of `compare.anonymity`. Where nothing could be tested it is a reading; where no source at
    all is anonymous there is none.
    """
    unnamed = quotes[quotes["source_class"].eq("anonymous")]
    if unnamed.empty or len(anonymity) < 2:
        return table()
    known = surest(anonymity, anonymity["share"], anonymity["other_share"])
    pool = anonymity[anonymity[["share", "other_share"]].notna().all(axis=1)]
    if known.empty and (pool.empty or anonymity["p"].notna().any()):
        return table()
    row = known.iloc[0] if len(known) else pool.loc[(pool["share"] - pool["other_share"]).abs().idxmax()]
    found = finding(
        f"{row['group']} leaves {int(row['anonymous'])} of {int(row['attributions'])} attributions to unnamed sources "
        f"({row['share']:.0%}); the other articles {row['other_share']:.0%}.",
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


def agency(agency: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One finding a group: whom its clauses of harm name as acting, and whom as acted upon, of what is told as done.

    `agency` is the table of `compare.agency`. Kind `agency`; n counts the clauses. Readings, not tests.
    """
    agency = agency[agency["asserted"] & (agency["who"].notna() | left_out(agency))]
    innocent = innocent_explanation(articles, kind="agency", by=by)
    rows = [
        finding(
            f"In {group}’s clauses of harm, {_roles(rows)}.",
            kind="agency",
            outlets=[str(group)],
            n=len(_clauses(rows)),
            evidence=_clauses(rows),
            caveat="A grammatical class is not blame: who acted may stand in the sentence before.",
            innocent=innocent,
        )
        for group, rows in agency.groupby("group", sort=False, observed=True)
    ]
    return table(rows)


def harm(constructions: pd.DataFrame) -> str:
    """How the clauses of harm are built, in one sentence: how many of each construction."""
    harmful = constructions[constructions["harm"].fillna(False).astype(bool)]
    if harmful.empty:
        return "No clause of harm was found."
    counts = harmful.groupby("construction", observed=False)["n"].sum()
    built = [f"{n} {CONSTRUCTIONS[name]}" for name, n in counts.items() if n]
    return f"Clauses of harm: {', '.join(built)}."


def in_words(actors: pd.DataFrame) -> pd.DataFrame:
    """The table of `compare.actors` for reading: each actor's names and descriptors in a group, with their counts."""
    columns = ["actor", "kind", "group", "mentions", "articles"]
    counted = {name: actors[name].map(_counted) for name in ("forms", "descriptors")}
    return actors[columns].assign(names=counted["forms"], descriptors=counted["descriptors"])


def shared_quotations(quotations: pd.DataFrame) -> str:
    """How many quotations more than one group printed, in one sentence."""
    shared = int(quotations["groups"].map(len).gt(1).sum())
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
    ranked = rows.sort_values(["words_quoted", "words_reported"], ascending=False, kind="stable")
    first = [f"{_introduced(row)} ({_words(row)})" for row in ranked.head(NAMED).itertuples(index=False)]
    more = f" and {len(rows) - NAMED} more" if len(rows) > NAMED else ""
    unnamed = int(rows["source_class"].eq("anonymous").sum())
    nobody = f"{unnamed} without a name" if unnamed else "all of them named"
    sources = "1 source" if len(rows) == 1 else f"{len(rows)} sources"
    return f"{group} gives words to {sources}, {nobody}. Most words: {', '.join(first)}{more}."


def _introduced(row) -> str:
    """A speaker's name, the outlet's own reporter said to be one."""
    return f"its own reporter {row.speaker}" if row.source_class == "own reporter" else str(row.speaker)


def _roles(rows: pd.DataFrame) -> str:
    """The actors and the targets named in most of these clauses, with how often each is."""
    named = rows.assign(who=rows["who"].fillna("nobody, in a passive"))
    counts = named.groupby(["role", "who"], sort=False)["n"].sum().sort_values(ascending=False, kind="stable")
    sides = {role: [f"{who} ({n})" for (its, who), n in counts.items() if its == role] for role in ROLES}
    return "; ".join(f"{words}: {_first(sides[role])}" for role, words in ROLES.items() if sides[role])


def _first(named: list[str]) -> str:
    more = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
    return ", ".join(named[:NAMED]) + more


def _clauses(rows: pd.DataFrame) -> list[tuple[str, int, int]]:
    return list(dict.fromkeys(_evidence(rows["evidence"])))


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
