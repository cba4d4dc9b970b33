"""Findings on voices: who is given words, who stays unnamed, whose words are given to two people, who acts."""

from collections.abc import Iterable, Sequence

import pandas as pd

from samestory.compare import groups, inference
from samestory.compare.voices.anonymity import comparable, in_stories
from samestory.compare.voices.speakers import OPEN, OWN
from samestory.compare.voices.wording import FEW, count
from samestory.present import show
from samestory.present.finding import evidence, finding, innocent_explanation, surest, table

NAMED = 4  # speakers named in one sentence
AHEAD = 2  # times the words of the next, from which somebody is said to be given most of those found
UNTOLD = 0.2  # of the quoted words found: where more are of nobody surely found, no speaker's words are counted out
SEVERAL = 3  # attributions to somebody without a name, from which a group may be said to leave more of them so
ESSAYS = 3  # outlets of which it is said, and writers who are named
WORDED = 3  # of those without a name, as the articles word them
BODIES = ("organisation", "document")
CONSTRUCTIONS = {
    "active": "active",
    "passive_agent": "passive with their agent",
    "passive_short": "passive without an agent",
    "stative": "without a doer (“died”, “are dead”)",
    "event_subject": "with an event as subject (“the campaign has killed”)",
}
FOUND = "Speakers are found by rule, so there may be more of them, and more words of each, than are counted here."


def sources(sources: pd.DataFrame) -> pd.DataFrame:
    """One finding a group: to how many people it gives words at least, whom first, and which sources stay unnamed.

    `sources` is the table of `compare.sources`. Kind `source`; n counts the attributions to sources surely found.
    Readings, not tests, and of one group each: there is no difference to explain.
    """
    told = sources[sources["kind"].isin(["person", "unnamed", *BODIES])]
    untold = sources[sources["kind"].eq(OPEN)].groupby("group", observed=True)["words_quoted"].sum()
    said = [
        (str(group), rows, _who_speaks(str(group), rows, int(untold.get(group, 0)))) for group, rows in _by_group(told)
    ]
    rows = [
        finding(
            sentence,
            kind="source",
            outlets=[group],
            n=int(rows["attributions"].sum()),
            evidence=_evidence(rows.head(NAMED)["evidence"]),
            caveat=FOUND,
            innocent="",
        )
        for group, rows, sentence in said
        if sentence
    ]
    return table(rows)


def _by_group(rows: pd.DataFrame) -> Iterable[tuple[object, pd.DataFrame]]:
    return rows.groupby("group", sort=False, observed=True)


def anonymity(
    anonymity: pd.DataFrame, attributed: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """One finding: the group whose share of sources without a name is furthest from the others', with the p of that.

    `anonymity` is the table of `compare.anonymity`, `attributed` that of `compare.attributed`. Where nothing could be
    tested it is a reading, and of several stories that of one: a group that leaves SEVERAL without a name, and more
    than the others by its interval. Where every source has a name there is none.
    """
    unnamed = attributed[attributed["kind"].eq("unnamed")]
    if unnamed.empty or len(anonymity) < 2:
        return table()
    known = surest(anonymity, anonymity["share"], anonymity["other_share"])
    if len(known):
        return table([_unnamed(known.iloc[0], "the other articles", "", unnamed, anonymity, articles, by)])
    if anonymity["p"].notna().any():
        return table()
    whole = comparable(anonymity)
    pool = whole.assign(story=None) if len(whole) else in_stories(attributed, articles, by=by)
    more = pool[pool["anonymous"].ge(SEVERAL) & pool["low"].gt(pool["other_share"])] if len(pool) else pool
    if more.empty:
        return table()
    row = more.loc[(more["share"] - more["other_share"]).idxmax()]
    if row["story"] is None:
        return table([_unnamed(row, "the other articles", "", unnamed, anonymity, articles, by)])
    told = articles[inference.stories(articles).eq(row["story"])]
    others = show.listed([str(group) for group in groups.names(told, by) if group != row["group"]])
    here = unnamed[unnamed["article_id"].isin(told["article_id"])]
    counted = pool[pool["story"].eq(row["story"])]
    return table([_unnamed(row, others, " in articles of one event", here, counted, told, by)])


def _unnamed(
    row: pd.Series,
    others: str,
    where: str,
    unnamed: pd.DataFrame,
    counted: pd.DataFrame,
    articles: pd.DataFrame,
    by: str,
) -> dict:
    """The finding that a group leaves so many of its attributions, found `where`, without a name, and the `others`."""
    tested = pd.notna(row.get("p"))
    return finding(
        f"Of the attributions found{where}, {row['group']} leaves {int(row['anonymous']):,} of "
        f"{int(row['attributions']):,} to people or groups without a name ({row['share']:.0%}); "
        f"{others} {row['other_share']:.0%}.",
        kind="source",
        outlets=[str(group) for group in counted["group"]],
        n=int(counted["attributions"].sum()),
        evidence=evidence(unnamed),
        caveat="A source unnamed in one article may be named in another; the class is read from the words around it.",
        innocent=innocent_explanation(articles, kind="source", by=by),
        p=float(row["p"]) if tested else None,
        p_adjusted=float(row["p_adjusted"]) if tested else None,
    )


def attributions(anonymity: pd.DataFrame, attributed: pd.DataFrame) -> str:
    """How many attributions there are, to which kinds of source, and what is left out, in two or three sentences."""
    said, named, body, unnamed, left = (
        int(anonymity[name].sum()) for name in ("attributions", "named", "body", "anonymous", "open")
    )
    ours = _of_own_reporters(attributed)
    if not said:
        return ours
    told = (
        f"Of {show.many(said, 'attribution')} found, {named:,} go to people by name, {body:,} to organisations and "
        f"documents, {unnamed:,} to people or groups without a name."
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
    said = own["group"].astype("str").value_counts()
    each = [f"{group} ({show.many(n, 'statement')})" for group, n in said.head(show.SEVERAL).items()]
    if rest := int(said.iloc[show.SEVERAL :].sum()):
        each.append(f"others ({show.many(rest, 'statement')})")
    return f"Whoever writes an article, or reports for its outlet, is no source, and not counted: {show.listed(each)}."


def essays(essays: pd.DataFrame) -> str:
    """How many articles of each group are their writer's own words, and whose, as far as they say; '' where none is.

    `essays` is the table of `compare.voices.essays`.
    """
    if essays.empty:
        return ""
    written = list(essays.groupby(essays["group"].astype("str"), sort=False))
    each = [
        f"{len(rows):,} of {group}{_written_by(rows['writer'].dropna().unique(), len(rows))}"
        for group, rows in written[:ESSAYS]
    ]
    if others := sum(len(rows) for _, rows in written[ESSAYS:]):
        each.append(f"{others:,} of others")
    return (
        "What an article written in the first person tells in its own words is its writer’s, no report of the outlet: "
        f"{show.listed(each)}."
    )


def _written_by(names: Sequence[str], articles: int) -> str:
    """Who wrote so many articles, of whom some are known."""
    if not len(names):
        return ""
    return f" ({'' if len(names) == articles else 'among them '}by {show.listed(names[:ESSAYS])})"


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


def harm(clauses: pd.DataFrame) -> str:
    """How the clauses of harm that were found are built, in one sentence; '' where there are too few to be shown.

    `clauses` is the table of `compare.enough`.
    """
    if clauses.empty:
        return ""
    counts = clauses.drop_duplicates(["article_id", "act_start"])["construction"].value_counts()
    built = [f"{counts[name]} {told}" for name, told in CONSTRUCTIONS.items() if counts.get(name)]
    many = show.many(int(counts.sum()), "deed")
    return f"{many} of harm done to people found, told in clauses that are {', '.join(built)}."


def in_words(actors: pd.DataFrame) -> pd.DataFrame:
    """The table of `compare.actors` for reading: how often each actor of a group is named, and by which names.

    `named` is the sum of the counts beside the names; titles alone and pronouns are none, as it is not always sure
    whom they mean. Nobody is counted in a group where a surname alone stays that may be theirs: the count is not whole.
    """
    told = actors.assign(named=actors["names"])[actors["names"].gt(0) & ~_is_in_part(actors)]
    return told[["actor", "group", "named", "articles", "kind"]].assign(forms=told["forms"].map(_counted))


def _is_in_part(actors: pd.DataFrame) -> pd.Series:
    """Which people go by a surname that stands for nobody in their group, and such surnames themselves."""
    last = actors["actor"].astype("str").str.split().str[-1]
    alone = last.eq(actors["actor"]) & (actors["kind"].isna() | actors["kind"].eq("person"))
    people = ~alone & actors["kind"].eq("person")
    keys = pd.MultiIndex.from_arrays([last, actors["group"].astype("str")])
    both = keys.isin(keys[alone]) & keys.isin(keys[people])
    return pd.Series(both, actors.index) & (alone | people)


def surely_shared(quotations: pd.DataFrame) -> pd.Series:
    """Which quotations several groups printed, of one speaker or in conflict: no phrase that many say.

    Of FEW words or more also where nobody is named, and the groups give them to a paper here and to people there.
    """
    one_speaker = quotations["speakers"].map(len).le(1) | quotations["conflict"]
    nobody = quotations["named_in"].map(len).eq(0) & quotations["shared"].fillna("").map(count).ge(FEW)
    return quotations["shared_by"].map(len).gt(1) & (one_speaker | nobody)


def shared_quotations(quotations: pd.DataFrame, *, by: str = "outlet") -> str:
    """How many quotations were found that more than one group printed, in one sentence; '' where none was."""
    shared = int(surely_shared(quotations).sum())
    if not shared:
        return ""
    stand = "quotation of four words or more was" if shared == 1 else "quotations of four words or more were"
    return f"{shared:,} {stand} found in the articles of more than one {by.replace('_', ' ')}."


def _who_speaks(group: str, rows: pd.DataFrame, untold: int = 0) -> str:
    """To whom a group gives words, as far as found: people by name, whom first, and who stays unnamed; or ''.

    `untold` are the words of direct speech whose speaker was not surely found. Where they are few the first people
    stand with theirs, and whoever has most is said to where nobody can be near.
    """
    people = rows[rows["kind"].eq("person") & rows["speaker"].str.contains(" ", regex=False, na=False)]
    ranked = people.sort_values(["words_quoted", "words_reported"], ascending=False, kind="stable")
    counted = untold <= UNTOLD * (untold + int(rows["words_quoted"].sum()))
    told = f"{group} gives words to {_by_name(ranked, counted=counted)}." if len(people) else ""
    return " ".join(filter(None, (told, _most(ranked, rows, untold), _nameless(rows, group))))


def _by_name(ranked: pd.DataFrame, *, counted: bool = True) -> str:
    """Who is given words by name, as far as found: the first of several, each with the words of direct speech.

    Where those are not `counted`, the names alone.
    """
    quoted = ranked[ranked["words_quoted"].gt(0)].head(NAMED)
    spoken = [f" (at least {n:,})" if counted else "" for n in quoted["words_quoted"]]
    if counted and spoken:
        spoken[0] = f" (at least {show.many(int(quoted['words_quoted'].iloc[0]), 'word')} of direct speech)"
    each = show.listed([f"{name}{words}" for name, words in zip(quoted["speaker"], spoken, strict=True)])
    if len(ranked) == 1:
        return each or str(ranked["speaker"].iloc[0])
    of = ": " if len(quoted) == len(ranked) else ", among them "
    return f"at least {len(ranked):,} people by name{of + each if each else ''}"


def _most(ranked: pd.DataFrame, rows: pd.DataFrame, untold: int = 0) -> str:
    """Who has by far most of the quoted words in several articles, were even those of nobody surely found another's."""
    if len({article for spans in rows["evidence"] for article, _, _ in spans}) < 2:
        return ""
    quoted = [*ranked["words_quoted"], 0]
    somebody = rows[rows["kind"].isin(["person", "unnamed"])].drop(ranked.index[:1])
    others = [*somebody["words_quoted"], 0]
    led = len(quoted) > 2 and quoted[0] >= AHEAD * (max(others) + untold) and quoted[1] > 0
    return f"Nobody else there has half as many as {ranked['speaker'].iloc[0]}." if led else ""


def _nameless(rows: pd.DataFrame, group: str) -> str:
    """How many attributions go to people without a name, in the article's words for them; '' where none was found."""
    unnamed = rows[rows["kind"].eq("unnamed")]
    many = int(unnamed["attributions"].sum())
    worded = ", ".join(f"“{name}”" for name in unnamed["speaker"].head(WORDED))
    several = "attribution goes" if many == 1 else "attributions go"
    more = ", …" if len(unnamed) > WORDED else ""
    return f"In {group}, at least {many} {several} to people or groups without a name ({worded}{more})." if many else ""


def _counted(forms: Iterable[tuple[str, int]]) -> str | None:
    return ", ".join(f"{form} {n}" if n > 1 else form for form, n in forms) or None


def _evidence(lists: Iterable[list[tuple[str, int, int]]]) -> list[tuple[str, int, int]]:
    return [span for spans in lists for span in spans]


def _bare(text: str) -> str:
    return text.strip("“”\"‘’', ")
