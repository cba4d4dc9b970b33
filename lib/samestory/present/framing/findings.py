"""Findings on framing: what was edited, what is in one account only, what stands first, what is cued."""

import re
from collections.abc import Iterable

import pandas as pd

from samestory.compare import groups
from samestory.compare.framing.copies import PARAGRAPH
from samestory.compare.framing.omission import NO_REASON
from samestory.present import show
from samestory.present.finding import NO_DIFFERENCE, evidence, finding, innocent_explanation, surest, table

SHOWN = 5  # findings of one kind at most
LONG = 20  # words; of a longer passage the sentence quotes the beginning and the end
NAMED = 4  # items named in one sentence
BESIDE = 12  # letters between a figure and what qualifies it
APART = 0.3  # of the length of an article, between the first mentions
OFTEN = 2  # aligned pairs, and stories, from which a choice is no accident of one sentence
QUALIFY = ("whole", "part", "hedges", "certainty", "intensifiers")
ALIGNED = "The passages were aligned by the words they share; a reader may see two facts where the program sees one."
LISTED = "It is not in this article: nothing is said of what the outlet reported elsewhere, or under another name."


def edited(edits: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One finding for each edit between two articles that are one text, edited; one that says so if there is none.

    `edits` is the table of `framing.edits` for the pairs of `framing.one_text`, of which only the pairs of whole
    articles are read. Kind `edit` (`agreement` where the two do not differ).
    """
    group = dict(zip(articles["article_id"], groups.of(articles, by), strict=True))
    rows = []
    for _, pair in edits.groupby("pair", sort=False):
        first, second = pair["article_a"].iloc[0], pair["article_b"].iloc[0]
        both = articles[articles["article_id"].isin([first, second])]
        names = [group[article] for article in (first, second)]
        innocent = innocent_explanation(both, kind="edit", by=by)
        changed = pair[pair["change"].ne("same")]
        if changed.empty:
            rows.append(_alike(names, pair, both, innocent))
        rows += [_edit(row, names, both, innocent) for row in changed.to_dict("records")]
    return table(rows)


def contrasts(contrasts: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One finding for each contrast of extent in an aligned passage: the whole in one account, a part in the other."""
    told = articles.assign(group=groups.of(articles, by)).set_index("article_id")
    rows = []
    for row in contrasts.head(SHOWN).to_dict("records"):
        sides = {side: told.loc[row[f"article_{side}"]] for side in "ab"}
        quoted = {side: _phrase(sides[side]["text"], row, side) for side in "ab"}
        both = articles[articles["article_id"].isin([row["article_a"], row["article_b"]])]
        rows.append(
            finding(
                f"The accounts differ on the extent: {sides['a']['group']} writes “{quoted['a']}”, "
                f"{sides['b']['group']} “{quoted['b']}”.",
                kind="edit",
                outlets=[sides[side]["group"] for side in "ab"],
                n=1,
                evidence=[(row[f"article_{side}"], row[f"start_{side}"], row[f"end_{side}"]) for side in "ab"],
                caveat=ALIGNED,
                innocent=innocent_explanation(both, kind="edit", by=by),
            )
        )
    return table(rows)


def choices(choices: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One finding for each wording that one outlet puts where another puts something else, again and again.

    `choices` is the table of `framing.choices`; a choice is told from OFTEN aligned pairs in OFTEN stories on. A
    reading: how often chance would do the same is for the pages on words to test.
    """
    both = choices["words_a"].notna() & choices["words_b"].notna()
    often = choices[both & choices["pairs"].ge(OFTEN) & choices["stories"].ge(OFTEN)]
    rows = [
        finding(
            f"In {row['pairs']} of {row['of']} aligned pairs {row['group_a']} writes “{row['words_a']}” where "
            f"{row['group_b']} writes “{row['words_b']}”.",
            kind="edit",
            outlets=[str(row["group_a"]), str(row["group_b"])],
            n=int(row["of"]),
            evidence=row["evidence"],
            caveat=ALIGNED,
            innocent=innocent_explanation(
                articles[groups.of(articles, by).isin([row["group_a"], row["group_b"]])], kind="edit", by=by
            ),
        )
        for row in often.head(SHOWN).to_dict("records")
    ]
    return table(rows)


def beside_figures(
    edits: pd.DataFrame, pairs: pd.DataFrame, cues: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """One finding for each aligned pair with the same figure in which one side qualifies it and the other does not.

    An addition qualifies where a cue of extent, doubt, certainty or degree stands in it (`cues`: “mostly civilians”).
    """
    qualifiers = _starts(cues[cues["family"].isin(QUALIFY)])
    told = dict(zip(articles["article_id"], groups.of(articles, by), strict=True))
    rows = []
    for number, group in edits.groupby("pair", sort=False):
        pair = pairs.iloc[int(str(number))]
        added = group[group["change"].isin(["only_a", "only_b"])].to_dict("records")
        short = [row for row in added if 2 <= len(_words(row).split()) <= NAMED and _holds(row, qualifiers)]
        row = min(short, key=lambda row: _from_number(row, group), default=None)
        if pair["numbers"] != "same" or row is None or _from_number(row, group) > BESIDE:
            continue
        here, there = ("a", "b") if row["change"] == "only_a" else ("b", "a")
        names = {side: told[pair[f"article_{side}"]] for side in "ab"}
        both = articles[articles["article_id"].isin([pair["article_a"], pair["article_b"]])]
        rows.append(
            finding(
                f"Beside the same figure, {names[here]} adds “{_words(row)}”; the aligned sentence of {names[there]} "
                "does not.",
                kind="edit",
                outlets=[names["a"], names["b"]],
                n=1,
                evidence=[
                    (pair[f"article_{here}"], row[f"start_{here}"], row[f"end_{here}"]),
                    (pair[f"article_{there}"], pair[f"start_{there}"], pair[f"end_{there}"]),
                ],
                caveat=ALIGNED,
                innocent=innocent_explanation(both, kind="edit", by=by),
            )
        )
    return table(rows[:SHOWN])


def omissions(
    one_sided: pd.DataFrame, spans: pd.DataFrame, item: str, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """One finding a group: what only its article of a story has, with the reason that the others may lack it.

    `one_sided` is the table of `omission.one_sided`, `spans` what it was counted from and `item` its column. The story
    told is the one with most such mentions; how many stories there are besides is said.
    """
    rows = []
    others = one_sided[one_sided["term"].ne(one_sided["group"].astype("str"))]  # an outlet that names itself
    for group, has in others.groupby("group", sort=False, observed=True):
        story = has.groupby("story", sort=False)["mentions"].sum().idxmax()
        told = has[has["story"].eq(story)]
        named = told.head(NAMED)
        lacks = {str(name) for names in named["lacking"] for name in names}
        lacking = [name for name in groups.names(articles, by) if name in lacks]
        inside = articles[articles["event"].fillna("no event").eq(story)]
        theirs = inside[groups.of(inside, by).eq(group)]["article_id"]
        shown = spans[spans["article_id"].isin(theirs) & spans[item].isin(named["term"])]
        both = inside[groups.of(inside, by).isin([group, *lacking])]
        if len(shown):
            rows.append(
                finding(
                    f"In {group}’s article and not in {show.listed(_possessive(lacking), 'or')}: "
                    f"{_counted(named, shown, item)}{_more(told, has, str(story), articles)}.",
                    kind="omission",
                    outlets=[str(group), *map(str, lacking)],
                    n=int(named["mentions"].sum()),
                    evidence=evidence(shown),
                    caveat=LISTED,
                    innocent=_why(named) or innocent_explanation(both, kind="omission", by=by, lacking=lacking),
                )
            )
    return table(rows)


def _why(named: pd.DataFrame) -> str:
    """The reasons there may be for what articles lack, where there are some."""
    reasons = [part for why in named["why"] for part in why.split("; ") if NO_REASON not in part]
    return f"{'; '.join(dict.fromkeys(reasons))}." if reasons else ""


def emphasis(emphasis: pd.DataFrame, each: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Findings on place: items that one group names early and another late; where that was tested, the surest.

    `each` is the table of `emphasis.by_article`, `emphasis` its table by group. Readings where each group has one
    article in all, of what articles of one event mention; with more of them only a test says something: the surest one.
    """
    if emphasis["p"].notna().any():
        tested = emphasis[emphasis["p"].notna()]
        of_term = dict(tuple(each[each["term"].isin(tested["term"])].groupby("term", sort=False)))
        others = [_first_elsewhere(row, of_term[row["term"]]) for row in tested.to_dict("records")]
        shown = surest(emphasis, emphasis["first"], pd.Series(others, index=tested.index).reindex(emphasis.index))
        return table(_tested(row, of_term[row["term"]], articles, by) for row in shown.head(1).to_dict("records"))
    rows: list[tuple[float, dict]] = []
    events = each["article_id"].map(articles.set_index("article_id")["event"]).groupby(each["term"])
    told_once = emphasis["term"].isin(events.nunique(dropna=False).loc[lambda n: n.eq(1)].index)
    single = emphasis[told_once] if emphasis["of"].max() == 1 else emphasis.iloc[:0]
    for term, told in single.groupby("term", sort=False):
        if len(told) > 1 and told["first"].max() - told["first"].min() >= APART:
            rows.append((told["first"].max() - told["first"].min(), _placed(str(term), told, each, articles, by)))
    ranked = sorted(rows, key=lambda row: -row[0])
    return table(row for _, row in ranked[:SHOWN])


def cues(rates: pd.DataFrame, cues: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The family of cues whose rate differs most surely between a group and the others; none where nothing is tested.

    `rates` is the table of `compare.cues.rates`. Kind `keyness`: it is a difference in how often words are used.
    """
    shown = surest(rates, rates["per_1000"], rates["other_per_1000"]).head(1)
    return table(_cued(row, rates, cues, articles, by) for row in shown.to_dict("records"))


def shared_copy(
    shares: pd.DataFrame, copies: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """One finding where articles share copy: how much of which article, and its likely source. Kind `agreement`.

    From a passage of PARAGRAPH words on: a set phrase that two write is no copy.
    """
    long = copies.loc[copies["words"].ge(PARAGRAPH), "article_id"]
    sharing = shares[shares["article_id"].isin(long)]
    if sharing.empty:
        return table()
    row = sharing.loc[sharing["share"].idxmax()]
    group = groups.of(articles, by)[articles["article_id"].eq(row["article_id"])].iloc[0]
    source = f", likely from {row['likely_source']}" if isinstance(row["likely_source"], str) else ""
    found = finding(
        f"{len(sharing):,} of {len(shares):,} articles share a passage of {PARAGRAPH} words or more with "
        f"another; of {group}’s, {row['shared']:,} of {row['words']:,} words "
        f"({row['share']:.0%}) stand nearly word for word elsewhere{source}.",
        kind="agreement",
        outlets=groups.names(articles, by),
        n=len(sharing),
        evidence=evidence(copies[copies["article_id"].eq(row["article_id"])]),
        caveat="Shared copy is one witness, not two; copy that was rewritten throughout is not seen.",
        innocent=innocent_explanation(articles, kind="agreement", by=by),
    )
    return table([found])


def copy_reading(shares: pd.DataFrame) -> str:
    """How many articles share copy and how much of them it is, in one sentence."""
    sharing = shares[shares["shared"].gt(0)]
    if sharing.empty:
        return f"No two articles of two outlets share {PARAGRAPH} words in passages, quotations left out."
    words, shared = int(sharing["words"].sum()), int(sharing["shared"].sum())
    part = f"{shared:,} of their {words:,} words ({shared / words:.0%})"
    return f"{len(sharing):,} of {len(shares):,} articles share copy: {part}."


def copy_counted(shares: pd.DataFrame, copies: pd.DataFrame, *, own_words: bool) -> str:
    """How much copy is shared, and whether a page counts it; nothing where no passage is of PARAGRAPH words."""
    if not copies["words"].ge(PARAGRAPH).any():
        return ""
    counted = "are left out of what is counted here" if own_words else "count here like any other"
    return f"{copy_reading(shares)} Passages shared with another outlet {counted}."


def _alike(names: list[str], pair: pd.DataFrame, both: pd.DataFrame, innocent: str) -> dict:
    texts = dict(zip(both["article_id"], both["text"], strict=True))
    ids = [pair["article_a"].iloc[0], pair["article_b"].iloc[0]]
    return finding(
        f"The articles of {names[0]} and {names[1]} {NO_DIFFERENCE}.",
        kind="agreement",
        outlets=names,
        n=2,
        evidence=[(article, 0, len(texts[article])) for article in ids],
        caveat="Compared word by word; layout, pictures and headlines were not.",
        innocent=innocent,
    )


def _edit(row: dict, names: list[str], both: pd.DataFrame, innocent: str) -> dict:
    """The finding of one edit between two articles that are one text."""
    first, second = names
    sentence = {
        "replaced": f"{first} writes {_quoted(row['words_a'])} where {second} writes {_quoted(row['words_b'])}.",
        "only_a": f"Only {first} has {_quoted(row['words_a'])}.",
        "only_b": f"Only {second} has {_quoted(row['words_b'])}.",
        "moved": f"{first} and {second} have {_quoted(row['words_a'])} in different places.",
    }[row["change"]]
    sides = [side for side in "ab" if pd.notna(row[f"start_{side}"])]
    return finding(
        sentence,
        kind="edit",
        outlets=names,
        n=1,
        evidence=[(row[f"article_{side}"], int(row[f"start_{side}"]), int(row[f"end_{side}"])) for side in sides],
        caveat="Which text came first the articles do not tell.",
        innocent=innocent,
    )


def _quoted(words: object) -> str:
    """The words in quotation marks, the middle of a long passage left out."""
    said = str(words).split()
    return f"“{' '.join(said if len(said) <= LONG else [*said[:8], '…', *said[-4:]])}”"


def _cued(row: dict, rates: pd.DataFrame, cues: pd.DataFrame, articles: pd.DataFrame, by: str) -> dict:
    mine = articles[groups.of(articles, by).eq(row["group"])]["article_id"]
    shown = cues[cues["family"].eq(row["family"]) & cues["article_id"].isin(mine)]
    return finding(
        f"In its own voice {row['group']} uses cues of {row['family']} {row['per_1000']:.1f} times in 1,000 words, the "
        f"other articles {row['other_per_1000']:.1f} times.",
        kind="keyness",
        outlets=[str(group) for group in rates["group"].unique()],
        n=int(row["of"]),
        evidence=evidence(shown if len(shown) else cues[cues["family"].eq(row["family"])]),
        caveat="Cues are words, not frames: a family counts its words, whatever they are used to say.",
        innocent=innocent_explanation(articles, kind="keyness", by=by),
        p=float(row["p"]),
        p_adjusted=float(row["p_adjusted"]),
    )


def _first_elsewhere(row: dict, each: pd.DataFrame) -> float:
    """The median place of the first mention of an item (the rows of `each`) in the articles of the other groups."""
    return each.loc[each["group"].ne(row["group"]), "first"].median()


def _tested(row: dict, each: pd.DataFrame, articles: pd.DataFrame, by: str) -> dict:
    term, group = row["term"], row["group"]
    return finding(
        f"{show.capital(term)}: first named after {row['first']:.0%} of the text in {group} (median of "
        f"{row['articles']} articles), after {_first_elsewhere(row, each):.0%} in the others.",
        kind="emphasis",
        outlets=groups.names(articles, by),
        n=len(each),
        evidence=evidence(each),
        caveat="Only articles that mention it are compared; where it stands says nothing of how it is told.",
        innocent=innocent_explanation(articles, kind="emphasis", by=by),
        p=float(row["p"]),
        p_adjusted=float(row["p_adjusted"]),
    )


def _placed(term: str, told: pd.DataFrame, each: pd.DataFrame, articles: pd.DataFrame, by: str) -> dict:
    """The finding of one item that stands early in one article and late in another."""
    ordered = told.sort_values("first", kind="stable")
    where = [_place(row) for row in ordered.to_dict("records")]
    return finding(
        f"{show.capital(term)}: {'; '.join(where)}.",
        kind="emphasis",
        outlets=[str(group) for group in ordered["group"]],
        n=int(told["mentions"].sum()),
        evidence=evidence(each[each["term"].eq(term)]),
        caveat="The place of the first mention; paragraphs differ in length from outlet to outlet.",
        innocent=innocent_explanation(articles, kind="emphasis", by=by),
    )


def _place(row: dict) -> str:
    k, of = int(row["first_paragraph"]), int(row["paragraphs"])
    which = f"the first of {of} paragraphs" if k == 1 else f"the last of {of} paragraphs"
    return f"{which if k in (1, of) else f'paragraph {k} of {of}'} in {row['group']}"


def _phrase(text: str, row: dict, side: str) -> str:
    """The words of the article from four before the contrast to its end, the shared word included."""
    start = min(row[f"start_{side}"], row[f"of_start_{side}"])
    end = max(row[f"end_{side}"], row[f"of_end_{side}"])
    before = re.search(r"(?:[^\s.,;:!?“”\"]+\s){0,4}$", text[:start])
    return f"{before[0] if before else ''}{text[start:end]}".strip()


def _starts(spans: pd.DataFrame) -> dict[str, list[int]]:
    """Where the spans of each article start."""
    return {str(article): list(starts) for article, starts in spans.groupby("article_id", sort=False)["start"]}


def _holds(row: dict, starts: dict[str, list[int]]) -> bool:
    """Whether one of these places lies in an addition."""
    side = "a" if row["change"] == "only_a" else "b"
    places = starts.get(row[f"article_{side}"], [])
    return any(row[f"start_{side}"] <= place < row[f"end_{side}"] for place in places)


def _from_number(row: dict, edits: pd.DataFrame) -> float:
    """How many characters lie between an addition and the nearest number on its side."""
    side = "a" if row["change"] == "only_a" else "b"
    numbered = edits[edits[f"words_{side}"].str.contains(r"\d", na=False)]
    return float(min((numbered[f"end_{side}"] - row[f"start_{side}"]).abs(), default=float("inf")))


def _words(row: dict) -> str:
    return row["words_a"] if isinstance(row["words_a"], str) else row["words_b"]


def _counted(items: pd.DataFrame, shown: pd.DataFrame, item: str) -> str:
    """The items with their mentions, each in a form in which it stands there: “genocide” of the list is “genocidal”."""
    forms = {term: list(texts) for term, texts in shown.groupby(item)["text"]}
    return ", ".join(
        f"{_form(row.term, forms.get(row.term, []))} ({show.many(row.mentions, 'mention')})"
        for row in items.itertuples()
    )


def _form(term: str, written: list[str]) -> str:
    """An item as it is called where it is so written, else the fullest form that is."""
    return term if not written or term.lower() in map(str.lower, written) else max(written, key=len)


def _more(told: pd.DataFrame, has: pd.DataFrame, story: str, articles: pd.DataFrame) -> str:
    rest = f" and {len(told) - NAMED} more" if len(told) > NAMED else ""
    where = f" (of “{show.curly(story)}”, one of {many} stories)" if (many := has["story"].nunique()) > 1 else ""
    return rest + where


def _possessive(names: Iterable[object]) -> list[str]:
    return [f"{name}’s" for name in names]
