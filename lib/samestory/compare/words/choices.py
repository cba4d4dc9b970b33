"""Choices: which label each outlet gives to a referent, in whose voice, and what it does not mention at all."""

import pandas as pd

from samestory.annotate import content
from samestory.annotate.actors import lookup
from samestory.compare import groups, inference
from samestory.compare.unchanged import american

VOICES = ("narrator", "attributed", "quoted", "scare")
MARKS = {"narrator": "outside marks", "attributed": "outside marks", "quoted": "inside marks", "scare": "inside marks"}
COLUMNS = [
    "referent", "label", "group", "voice", "words", "n", "modifiers", "of", "share", "low", "high",
    "articles", "referent_articles", "group_articles", "status",
]  # fmt: skip
CONTRASTS = ["referent", "label", "group", "n", "of", "articles", "other_n", "other_of", "other_articles"]
TEST = "label"


def choices(labels: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", marks: bool = False) -> pd.DataFrame:
    """How often each group calls a referent by each label: a row for each referent, label, group and voice.

    `voice` is one of those the label is heard in: `narrator`, `attributed`, `quoted`, `scare`; with `marks`, only
    `outside marks` (the outlet's words, reported speech among them) and `inside marks`. Further columns: `words`, the
    commonest of the group's wordings of the label in that voice, letter by letter but for a first capital (missing:
    none); `n` mentions, of them `modifiers` (before another noun); `of`, the group's mentions of the referent in that
    voice; `share` = n / of with Wilson's 95 % interval `low`, `high` (mentions counted as independent: those of one
    article are not, so it is rather too narrow); `articles` with the label in that voice, `referent_articles` with the
    referent in any, `group_articles` in all. `status` says what a missing mention means: `mentioned`; `other label` (a
    true 0 %: the group uses others); `other voice` (no share: the group mentions the referent, but not in this voice);
    `no listed word` (no share and no n: another group has a word of the list in an article of an event of which this
    group has one); `other events` (none in common: nothing can be said).

    Referents and labels stand in order of their mentions, groups in that of the articles table.
    """
    told = _grouped(labels, articles, by, marks)
    each = told.groupby(["referent", "label", "voice", "group"], observed=True, sort=False)
    counts = each.agg(
        n=("start", "size"),
        articles=("article_id", "nunique"),
        modifiers=("modifies", "sum"),
        words=("words", _commonest),
    )
    table = _every_combination(told, groups.names(articles, by)).join(
        counts, on=["referent", "label", "voice", "group"]
    )
    of = told.groupby(["referent", "voice", "group"], observed=True, sort=False).size().rename("of")
    reached = (
        told.groupby(["referent", "group"], observed=True, sort=False)["article_id"]
        .nunique()
        .rename("referent_articles")
    )
    table = table.join(of, on=["referent", "voice", "group"]).join(reached, on=["referent", "group"])
    table["group_articles"] = table["group"].map(groups.of(articles, by).value_counts()).astype("int64")
    return _judged(table, _expected(labels, articles, by)).assign(group=groups.in_order(table["group"], articles, by))[
        COLUMNS
    ]


def referents(choices: pd.DataFrame) -> pd.DataFrame:
    """Which groups mention each referent at all: a row for each referent and group.

    Columns `referent`, `group`, `n` mentions in any voice and under any label (missing: none), `labels` used with
    their mentions, most used first, `referent_articles` of `group_articles`, `status` (`mentioned`, `no listed word`,
    `other events`).
    """
    used = choices[choices["status"].eq("mentioned")]
    labels = used.groupby(["referent", "group", "label"], sort=False, observed=True)["n"].sum().reset_index()
    ordered = labels.sort_values("n", ascending=False, kind="stable")
    keys = ["referent", "group"]
    summed = ordered.groupby(keys, observed=True, sort=False).agg(n=("n", "sum"), labels=("label", list))
    rows = choices.drop_duplicates(keys)[[*keys, "referent_articles", "group_articles", "status"]].join(summed, on=keys)
    status = rows["status"].mask(rows["n"].notna(), "mentioned")
    return rows.assign(status=status)[[*keys, "n", "labels", "referent_articles", "group_articles", "status"]]


def compared(choices: pd.DataFrame) -> pd.DataFrame:
    """The rows of the referents that several groups name: of what one alone names nothing can be compared."""
    groups_naming = choices[choices["n"].fillna(0).gt(0)].groupby("referent")["group"].nunique()
    return choices[choices["referent"].isin(groups_naming.index[groups_naming.gt(1)])].reset_index(drop=True)


def contrasts(
    labels: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", permutations: int = 2000, seed: int = 1
) -> pd.DataFrame:
    """Which groups choose a label more or less often than the others do, with what chance would do: a row a choice.

    Only mentions outside quotation marks count, and only referents that are called by more than one label. Columns
    `referent, label, group`; `n` of the group's `of` mentions of the referent in `articles`, and `other_n, other_of,
    other_articles` of all others; `statistic`, `p` and `p_adjusted` of the difference in the mean of the articles'
    shares, one family (`inference.tests`); missing where so few articles mention the referent that none could stand.
    With two groups a label has one row, that of the first.
    """
    own = _grouped(labels, articles, by, marks=True).query("voice == 'outside marks'")
    each = shares(own)
    tested = inference.tests(
        inference.values(each, TEST, item="choice", value="share"),
        articles,
        by=by,
        permutations=permutations,
        seed=seed,
    )
    table = _beside_the_rest(own, groups.names(articles, by))
    table = inference.beside(table.assign(choice=_choice(table)), tested, TEST, item="choice").drop(columns="choice")
    return table.sort_values(["p_adjusted", "p"], kind="stable", ignore_index=True)


def shares(mentions: pd.DataFrame) -> pd.DataFrame:
    """How each article that mentions a referent calls it: a row an article and choice of label for the referent.

    Columns `referent, label, article_id, share` (of the article's mentions of the referent, 0 to 1) and `choice`, which
    names both. Referents that have one label only are left out: there is nothing to choose.
    """
    chosen = mentions.groupby("referent")["label"].transform("nunique").gt(1)
    counts = mentions[chosen].groupby(["referent", "article_id", "label"], sort=False).size()
    rows = [
        told.droplevel("referent")
        .unstack("label", fill_value=0)
        .stack()
        .rename("n")
        .reset_index()
        .assign(referent=name)
        for name, told in counts.groupby("referent", sort=False)
    ]
    table = (
        pd.concat(rows, ignore_index=True) if rows else pd.DataFrame(columns=["article_id", "label", "n", "referent"])
    )
    share = table["n"] / table.groupby(["referent", "article_id"])["n"].transform("sum")
    return table.assign(share=share.astype("float64"), choice=_choice(table))


def _choice(table: pd.DataFrame) -> pd.Series:
    return table["referent"].astype("str") + ": " + table["label"].astype("str")


def _beside_the_rest(told: pd.DataFrame, named: list[str]) -> pd.DataFrame:
    """The counts of each label in each group and in all others, of referents with labels to choose from."""
    order = pd.Series(pd.factorize(told["referent"])[0], told.index)
    labels = told.assign(order=order).drop_duplicates(["referent", "label"]).sort_values("order", kind="stable")
    labels = labels.loc[labels["referent"].duplicated(keep=False), ["referent", "label"]]
    table = labels.merge(pd.DataFrame({"group": named[:1] if len(named) == 2 else named}), how="cross")
    told = told.astype({"group": "str"})
    for name, keys in (("n", ["referent", "label"]), ("of", ["referent"])):
        table = table.join(told.groupby([*keys, "group"]).size().rename(name), on=[*keys, "group"])
        table = table.join(told.groupby(keys).size().rename(f"other_{name}"), on=keys)
    by_referent = told.groupby(["referent", "group"])["article_id"].nunique().rename("articles")
    table = table.join(by_referent, on=["referent", "group"])
    table = table.join(by_referent.groupby("referent").sum().rename("other_articles"), on="referent")
    table = table.fillna(dict.fromkeys(["n", "of", "articles"], 0))
    others = {f"other_{name}": table[f"other_{name}"] - table[name] for name in ("n", "of", "articles")}
    return table.assign(**others)[CONTRASTS].astype(dict.fromkeys(CONTRASTS[3:], "int64"))


def places(labels: pd.DataFrame, articles: pd.DataFrame, sizes: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Where in its article each mention stands, a row a mention, as `compare.dispersion` has it for other words.

    Columns: those of the span, `term` (the label), `group`, and `position` from 0 (start of the text) to 1.
    """
    told = _grouped(labels, articles, by, marks=False)
    length = told["article_id"].map(sizes.set_index("article_id")["characters"]).astype("float64")
    shown = told.assign(term=told["label"], position=told["start"] / length)
    return shown[["article_id", "start", "end", "text", "group", "term", "position"]]


def _grouped(labels: pd.DataFrame, articles: pd.DataFrame, by: str, marks: bool) -> pd.DataFrame:
    """The mentions with their group and voice."""
    voice = labels["voice"] if "voice" in labels else pd.Series("narrator", index=labels.index)
    use = labels["use"] if "use" in labels else pd.Series("mention", index=labels.index)
    told = labels.assign(voice=voice.map(MARKS) if marks else voice, modifies=use.eq("modifier"), label=written(labels))
    return groups.beside(told.assign(words=told["text"].map(_small)), articles, by)


def _commonest(words: pd.Series) -> str:
    """The wording that stands most often, of several one in small letters, or the first."""
    counts = words.value_counts()
    return max(counts.index[counts.eq(counts.iloc[0])], key=str.islower)


def written(labels: pd.DataFrame) -> pd.Series:
    """The label of each mention, or the words that stand there where they are neither more nor fewer than its own.

    A row of the table of referents may stand for several wordings: “second amendment” is found by that of *gun rights*.
    The forms of one wording (of number, spelling, hyphen and capitals) stand under the commonest of them.
    """
    label, text = labels["label"].map(_wording), labels["text"].map(_wording)
    own = [not (set(a) <= set(b) or set(b) <= set(a)) for a, b in zip(label, text, strict=True)]
    joined = text.str.join("")
    rows = pd.DataFrame({"referent": labels["referent"], "joined": joined, "form": labels["text"].map(_small)})
    forms = rows.groupby(["referent", "joined"])["form"].transform(_commonest)
    return labels["label"].astype("str").mask(pd.Series(own, labels.index, dtype="bool"), forms.astype("str"))


def _wording(phrase: str) -> tuple[str, ...]:
    """The stems of the words of a phrase, those a hyphen joins apart, without function words."""
    words = (word.strip(".,'\"“”’").lower() for word in phrase.replace("-", " ").split())
    return tuple(content.stem(american(word)) for word in words if word and word not in content.FUNCTION_WORDS)


def _small(text: str) -> str:
    """Words in small letters, but for names (Israel’s campaign, Israeli troops) and what is set in capitals."""
    first = text.partition(" ")[0]
    named = first.endswith(("’s", "'s")) or lookup.country(first)
    return text if named or any(letter.isupper() for letter in text[1:]) else text.lower()


def _counted(told: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    return told.groupby(keys, observed=True, sort=False).agg(n=("start", "size"), articles=("article_id", "nunique"))


def _every_combination(told: pd.DataFrame, groups: list) -> pd.DataFrame:
    """Each label in each voice somebody uses it in, beside every group, in the order the table is shown."""
    voices = dict(zip([*VOICES, *MARKS.values()], [0, 1, 2, 3, 0, 0, 1, 1], strict=True))
    heard = _counted(told, ["referent", "label", "voice"]).reset_index()
    heard["referent_n"] = heard.groupby("referent")["n"].transform("sum")
    heard["label_n"] = heard.groupby(["referent", "label"])["n"].transform("sum")
    heard = heard.assign(order=heard["voice"].map(voices)).sort_values(
        ["referent_n", "referent", "label_n", "label", "order"], ascending=[False, True, False, True, True]
    )
    return heard[["referent", "label", "voice"]].merge(pd.DataFrame({"group": groups}), how="cross")


def _expected(labels: pd.DataFrame, articles: pd.DataFrame, by: str) -> set[tuple[str, str]]:
    """The referents and groups with an article of an event in which the referent is mentioned."""
    about = groups.beside(articles[["article_id", "event"]], articles, by).dropna(subset=["event"])
    told = labels[["article_id", "referent"]].merge(about[["article_id", "event"]], on="article_id")
    both = told[["referent", "event"]].drop_duplicates().merge(about, on="event")
    return set(zip(both["referent"], both["group"].astype("str"), strict=True))


def _judged(table: pd.DataFrame, expected: set[tuple[str, str]]) -> pd.DataFrame:
    """The counts with their share, its interval and what a missing mention means."""
    counted = ["n", "modifiers", "of", "articles", "referent_articles"]
    table = table.astype(dict.fromkeys(counted, "Int64")).fillna(dict.fromkeys(counted, 0))
    low, high = inference.wilson(table["n"].to_numpy(float), table["of"].to_numpy(float))
    status = pd.Series("mentioned", index=table.index)
    status = status.mask(table["n"].eq(0), "other label").mask(table["of"].eq(0), "other voice")
    nowhere = table["referent_articles"].eq(0)
    share = (table["n"].astype(float) / table["of"].astype(float).where(table["of"].gt(0))).astype(float)
    asked = [pair in expected for pair in zip(table["referent"], table["group"].astype("str"), strict=True)]
    silent = pd.Series(asked, table.index, dtype="bool").map({True: "no listed word", False: "other events"})
    table = table.assign(share=share, low=low, high=high, status=status.mask(nowhere, silent))
    return table.assign(n=table["n"].mask(nowhere), modifiers=table["modifiers"].mask(nowhere))
