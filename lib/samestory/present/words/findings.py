"""What the words say: labels of one side alone, referents it does not mention, terms chance cannot explain."""

import re

import pandas as pd

from samestory.annotate.occurrences import occurrences
from samestory.compare import groups
from samestory.compare.facts.stories import told_by_several
from samestory.compare.inference import TERMS
from samestory.compare.words import choices as choices_of
from samestory.compare.words import compared, written
from samestory.present import show
from samestory.present.finding import ALPHA, evidence, finding, innocent_explanation, surest, table

OUTSIDE = ("narrator", "attributed", "outside marks")
MANY = 5  # articles a group from which a silence must be more than a matter of few articles
OFTEN = 3  # mentions from which a referent is more than an aside, so that a silence on it can be said
EXPECTED = 3.0  # mentions the silent group would have if all groups mentioned the referent as often an article
WORDINGS = 4  # of a group that are named with a referent
SHOWN = 5  # key terms that become findings


def labels(choices: pd.DataFrame, labels: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Findings on word choice: a referent that some groups do not mention, or that no two of them call the same.

    Of the articles of events that several groups tell, and only of groups with an article of an event in which somebody
    mentions it: of other events a silence says nothing, nor is one said of a group that mentions it in another event.
    `choices` is the table of `compare.choices` of these articles, `labels` the span table of all. Readings, not tests.
    """
    shared = labels[labels["article_id"].isin(articles["article_id"][told_by_several(articles, by=by)])]
    grouped = groups.beside(labels[["article_id", "referent"]], articles, by)
    said = {referent: set(found["group"].astype("str")) for referent, found in grouped.groupby("referent")}
    rows = []
    for referent, each in choices.groupby("referent", sort=False):
        mentions = shared[shared["referent"].eq(referent)]
        speaking = said[referent] | _written(mentions["text"], each, articles, by)
        told = each[~_of_other_events(each, speaking)]
        sentence = _silence(str(referent), told, by) or _apart(str(referent), told) if len(mentions) > 1 else ""
        if sentence:
            rows.append(
                finding(
                    sentence,
                    kind="label",
                    outlets=[str(group) for group in told["group"].unique()],
                    n=len(mentions),
                    evidence=evidence(mentions),
                    caveat=_caveat(told),
                    innocent=innocent_explanation(_of_its_events(mentions, articles), kind="label", by=by),
                )
            )
    return table(rows)


def _written(words: pd.Series, choices: pd.DataFrame, articles: pd.DataFrame, by: str) -> set[str]:
    """The groups that are said to have no listed word and have one of these, in a headline or what is set aside."""
    silent = choices.loc[choices["status"].eq("no listed word"), "group"].astype("str")
    theirs = articles[articles[by].astype("str").isin(silent)].reindex(columns=[by, "headline", "text"])
    any_of = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(set(words))))})\b", re.IGNORECASE)
    told = theirs.astype("object").fillna("").itertuples(index=False, name=None)
    return {str(group) for group, headline, text in told if any_of.search(f"{headline}\n{text}")}


def _of_other_events(told: pd.DataFrame, speaking: set[str]) -> pd.Series:
    """Which rows are of groups of which nothing can be said: none of an event in common, or silent in that one only."""
    elsewhere = told["status"].eq("no listed word") & told["group"].astype("str").isin(speaking)
    return elsewhere | told["status"].eq("other events")


def _of_its_events(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The articles of the events in which some mentions stand."""
    events = articles["event"][articles["article_id"].isin(mentions["article_id"])]
    return articles[articles["event"].isin(events)]


def told_choices(labels: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The table of `compare.choices` of the articles of events that several groups tell."""
    told = articles[told_by_several(articles, by=by) & articles["event"].notna()]
    return choices_of(labels[labels["article_id"].isin(told["article_id"])], told, by=by, marks=True)


def subject(choices: pd.DataFrame) -> str:
    """The referent to look at more closely: of those that can be `compared` the most mentioned; empty where none can.

    Before it goes one on which a group is tellingly silent.
    """
    both = compared(choices)
    for referent, told in both.groupby("referent", sort=False):
        if _silence(str(referent), told[told["status"].ne("other events")], "group"):
            return str(referent)
    return str(both["referent"].iloc[0]) if len(both) else ""


def subject_labels(choices: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """The mentions of the `subject`: the referent to look at more closely."""
    return labels[labels["referent"].eq(subject(choices))]


def choice_reading(choices: pd.DataFrame, *, by: str = "outlet") -> str:
    """How many referents several groups name, so that their labels can be compared, and what is left to the csv."""
    if choices.empty:
        return ""
    every, both = choices["referent"].nunique(), compared(choices)["referent"].nunique()
    alone = choices[~choices["referent"].isin(compared(choices)["referent"])]
    n = int(alone["n"].fillna(0).sum())
    rest = f"{show.many(n, 'mention')} of {show.many(every - both, 'referent')}" if n else ""
    if not both:
        return f"Nothing is compared here: one {by} alone names each of the referents ({rest}; all in labels.csv)."
    only = f" What one {by} alone names ({rest}) is in labels.csv." if rest else ""
    return f"{show.many(both, 'referent')} {'is' if both == 1 else 'are'} named by two {by}s or more.{only}"


def _silence(referent: str, told: pd.DataFrame, by: str) -> str:
    """Who has no word listed for a referent while others do; empty where all do, or where too few articles could."""
    silent = _groups(told[told["status"].eq("no listed word")])
    speaking = [group for group in _groups(told) if group not in silent]
    if not silent or not speaking or told["n"].sum() < OFTEN or not _worth_saying(told):
        return ""
    if len(speaking) == 1:
        used = _called(told, speaking[0], name=False)
        return f"Of the words listed for {referent} only {speaking[0]} has any: {used}."
    used = _first(told, {group: _called(told, group, name=True) for group in speaking})
    verb = "has" if len(silent) == 1 else "have"
    return f"Of the words listed for {referent} {show.several(silent, by)} {verb} none: {used}."


def _worth_saying(told: pd.DataFrame) -> bool:
    """Whether a silence says anything: always with few articles, else where some mentions were to be expected."""
    groups = told.drop_duplicates("group").set_index("group")
    if groups["group_articles"].min() < MANY:
        return True
    silent = groups["referent_articles"].eq(0)
    rate = told["n"].fillna(0).sum() / groups.loc[~silent, "group_articles"].sum()
    return bool((groups.loc[silent, "group_articles"] * rate).ge(EXPECTED).any())


def _apart(referent: str, told: pd.DataFrame) -> str:
    """That no two groups share a label, nor a word of one, of their own; empty where some do, or too little shows."""
    own = told[told["voice"].isin(OUTSIDE) & told["status"].eq("mentioned")]
    groups = [group for group in _groups(told) if group in _groups(own)]
    if len(groups) < 2 or _words_shared(own):
        return ""
    if own["group_articles"].min() >= MANY and own.groupby("group")["n"].sum().min() < EXPECTED:
        return ""
    said = {group: f"{group} writes {_words(own[own['group'].astype(str).eq(group)])}" for group in groups}
    return f"None of the words listed for {referent} in common: {_first(own, said)}."


def _first(told: pd.DataFrame, said: dict[str, str]) -> str:
    """What is said of each group as a list in words: of many, those with most mentions, and how many more."""
    if len(said) <= show.SEVERAL:
        return show.listed(said.values())
    uses = told.assign(group=told["group"].astype("str")).groupby("group")["n"].sum()
    most = sorted(said, key=lambda group: -uses[group])[: show.SEVERAL]
    return f"{', '.join(said[group] for group in most)}; {len(said) - len(most)} more have some"


def _words_shared(own: pd.DataFrame) -> bool:
    """Whether two groups have a word of their labels in common: “besieged territory” and “territory” do."""
    words = own.assign(word=own["label"].str.lower().str.findall(r"[^\W\d_]{3,}")).explode("word")
    return bool(words.groupby("word")["group"].nunique().gt(1).any())


def _called(told: pd.DataFrame, group: str, *, name: bool) -> str:
    """The labels a group uses with how often; those only inside quotation marks last, marked as such."""
    rows = told[told["group"].astype(str).eq(group) & told["status"].eq("mentioned")]
    own, inside = rows[rows["voice"].isin(OUTSIDE)], rows[~rows["voice"].isin(OUTSIDE)]
    parts = [_words(own)] if len(own) else []
    parts += [f"{_words(inside)} inside quotation marks"] if len(inside) else []
    return f"{group} says {', '.join(parts)}" if name else ", ".join(parts)


def _words(rows: pd.DataFrame) -> str:
    """The wordings of each label with how often it stands, letter by letter as the group most often has it.

    Of more than WORDINGS the commonest are named, and how many more there are.
    """
    counts = rows.groupby("label", sort=False).agg(words=("words", "first"), n=("n", "sum"))
    if len(counts) > WORDINGS:
        counts = counts.sort_values("n", ascending=False, kind="stable")
    each = [f"“{words}” {_times(int(n))}" for words, n in counts.itertuples(index=False)]
    return show.listed(show.first(each, WORDINGS))


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n:,} times")


def _groups(rows: pd.DataFrame) -> list[str]:
    return [str(group) for group in rows["group"].drop_duplicates()]


def _caveat(told: pd.DataFrame) -> str:
    single = told["group_articles"].max() == 1
    listed = "Only names listed in the table of referents are seen; others may have been used."
    return f"One article each: a reading of these articles. {listed}" if single else listed


def contrasts(
    contrasts: pd.DataFrame, labels: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """Findings on labels that a group chooses more or less often than chance explains, or else the nearest to it.

    `contrasts` is the table of `compare.contrasts`, `labels` the span table it was counted from; none where nothing
    could be tested.
    """
    shown = surest(contrasts, contrasts["n"] / contrasts["of"], contrasts["other_n"] / contrasts["other_of"])
    innocent = innocent_explanation(articles, kind="label", by=by)
    rows = [
        finding(
            ("" if row.p_adjusted <= ALPHA else "Chance explains even this choice of label: ")
            + _contrast_sentence(row),
            kind="label",
            outlets=[str(row.group)],
            n=int(row.of + row.other_of),
            evidence=evidence(labels[labels["referent"].eq(row.referent) & written(labels).eq(row.label)]),
            caveat=f"From {row.articles} and {row.other_articles} articles; labels not in the table are not seen.",
            innocent=innocent,
            p=row.p,
            p_adjusted=row.p_adjusted,
        )
        for row in shown.itertuples()
    ]
    return table(rows)


def contrast_reading(contrasts: pd.DataFrame) -> str:
    """How many choices of labels could be tested, and how many of them chance does not explain; nothing of none."""
    if contrasts.empty:
        return ""
    known = contrasts[contrasts["p"].notna()]
    if known.empty:
        return "None of these choices can be tested: too few articles mention any referent. They are readings."
    clear = int(known["p_adjusted"].le(ALPHA).sum())
    best = known.loc[known["p_adjusted"].idxmin()]
    return (
        f"Of {show.many(len(known), 'choice')} that can be tested chance leaves {clear or 'none'} unexplained. "
        f"Furthest from chance: {_contrast_sentence(best)} p = {best['p_adjusted']:.2g} after correction."
    )


def _contrast_sentence(row) -> str:
    return (
        f"{row.group} calls {row.referent} “{row.label}” in {row.n:,} of {row.of:,} mentions, "
        f"the others in {row.other_n:,} of {row.other_of:,}."
    )


def keyness(
    keyness: pd.DataFrame, occurrences: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """Findings on single terms: those that clear the null floor, or else the one that comes nearest to it, with its p.

    `keyness` is the table of `compare.terms.keyness`, `occurrences` the spans of its terms in the articles. A term that
    is part of a longer one with the same count is left to the longer one, and that an outlet says its own name is no
    choice. None where nothing could be tested.
    """
    innocent = innocent_explanation(articles, kind="keyness", by=by)
    rows = [
        finding(
            _key_sentence(row),
            kind="keyness",
            outlets=[str(row.group), str(row.other)],
            n=int(row.count + row.other_count),
            evidence=spans,
            caveat=_key_caveat(row),
            innocent=innocent,
            p=row.p,
            p_adjusted=row.p_adjusted,
        )
        for row in _shown(keyness).itertuples()
        if (spans := evidence(occurrences[occurrences["term"].eq(row.term)]))
    ]
    return table(rows)


def key_terms(keyness: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Where the terms of which findings are made stand: a span table with `term`."""
    return occurrences(articles, shown_terms(keyness))


def shown_terms(keyness: pd.DataFrame) -> list[str]:
    """The terms whose occurrences `keyness` needs: those it makes findings of."""
    return list(_shown(keyness)["term"])


def _shown(keyness: pd.DataFrame) -> pd.DataFrame:
    """The rows of which findings are made."""
    clear = keyness[keyness["clears_floor"].astype(bool)]
    if clear.empty:
        return _nearest(keyness)
    names = pd.Series([_names_itself(row) for row in clear.itertuples()], clear.index)
    return longest(clear[~names]).head(SHOWN)


def _names_itself(row) -> bool:
    """Whether a term is a part of the name of one of the groups compared."""
    groups = (set(re.findall(r"\w+", str(group).lower())) for group in (row.group, row.other))
    return any(set(row.term.lower().split()) <= group for group in groups)


def _nearest(keyness: pd.DataFrame) -> pd.DataFrame:
    """Of the terms that were tested the row of the one that comes nearest to its floor; none where none was tested."""
    tested = keyness[keyness["p"].notna()]
    near = (tested["statistic"].abs() / tested["floor"]).sort_values(ascending=False, kind="stable")
    return tested.loc[near.index[:1]]


def reading(keyness: pd.DataFrame) -> str:
    """What the keyness table allows to be said: how many terms clear the null floor; of none neither that words differ
    nor that they are alike.
    """
    if keyness.empty:
        return "There is nothing to compare: one group only, or no term often enough."
    clear = int(keyness["clears_floor"].sum())
    if keyness["p"].isna().all():
        return "Too few articles to test any term."
    if keyness["floor"].eq(float("inf")).all():
        return "So few shuffles can show no term to be a difference, however unequally it is used."
    if not clear:
        return (
            f"None of {len(keyness):,} terms can be told from chance: that shows neither that these articles differ in "
            "their words nor that they do not."
        )
    first = keyness.iloc[0]
    nearest = f"“{first['term']}” ({first['group']} {first['count']}, {first['other']} {first['other_count']})"
    shuffled = "Shuffling the articles" if first["unit"] == "article" else "Shuffling articles and stories"
    return (
        f"{clear} of {len(keyness):,} terms {'clears' if clear == 1 else 'clear'} what chance explains. "
        f"{shuffled} does as much for some term in 1 of {round(1 / TERMS)} cases. The furthest from "
        f"chance is {nearest}."
    )


def longest(terms: pd.DataFrame) -> pd.DataFrame:
    """The terms that are no part of a longer one in the same group with the same count."""
    padded = [(f" {row.term} ", row.group, row.count) for row in terms.itertuples()]
    inner = [
        any(group == g and count == n and term in longer and term != longer for longer, g, n in padded)
        for term, group, count in padded
    ]
    return terms.loc[[not part for part in inner]]


def _key_sentence(row) -> str:
    used = f"{row.group} {row.count} in {row.words:,}, {row.other} {row.other_count} in {row.other_words:,}"
    if row.clears_floor:
        side = "more" if row.statistic > 0 else "less"
        return f"{row.group} uses “{row.term}” {side} than chance explains: {used}."
    return f"No single term differs by more than chance explains; the furthest from it is “{row.term}”: {used}."


def _key_caveat(row) -> str:
    return f"In {row.documents} and {row.other_documents} articles: the subject of those articles may explain it."
