"""The tables of notebook 2 as its page shows them."""

import pandas as pd
from IPython.display import HTML

from samestory.annotate import content
from samestory.annotate.labels import table as listed_referents
from samestory.compare import groups, words
from samestory.compare.facts.sides import OWN
from samestory.present import evidence, explore, show
from samestory.present.style import Chart, outlet_marks
from samestory.present.words import charts, findings

COLLOCATES = 20  # rows
APART = 0.25  # how far apart what groups call one thing is at least, to be shown: above other spellings of a name
FORMS = 3  # of one group and voice that a cell shows
BESIDE = 4  # groups from which a column each is too many
NAMED, SENTENCES = 6, 24  # referents whose sentences are shown, and how many


def no_listed_word(mentioned: pd.DataFrame) -> pd.DataFrame:
    """The groups that use no word listed for a referent which another names in an article of the same event.

    A row each, with how many articles of theirs were read; none of what is mentioned in passing, less than OFTEN.
    """
    often = mentioned.groupby("referent")["n"].transform("sum").ge(findings.OFTEN)
    silent = mentioned[mentioned["status"].eq("no listed word") & often]
    order = list(outlet_marks(mentioned["group"]))
    silent = silent.sort_values(
        ["referent", "group"],
        key=lambda column: column.astype("str").map(order.index) if column.name == "group" else column,
        kind="stable",
    )
    return silent[["referent", "group", "group_articles"]].rename(columns={"group_articles": "in_none_of_articles"})


def voices(compared_voices: pd.DataFrame) -> pd.DataFrame:
    """The choices of labels by voice, of the referents of which others than the narrator speak, too."""
    others = compared_voices.loc[compared_voices["voice"].ne("narrator"), "referent"]
    return charts.in_words(compared_voices[compared_voices["referent"].isin(others)])


def collocates(
    articles: pd.DataFrame, subject_labels: pd.DataFrame, *, by: str = "outlet", node: str = ""
) -> pd.DataFrame:
    """What stands beside a word, strongest first: `node`, or the commonest label of one word of the subject.

    Words that stand beside any (of, the) say nothing and are left out.
    """
    single = subject_labels["text"].str.lower()
    word = node or next(iter(single[~single.str.contains(" ")].mode()), "")
    if not word:
        return pd.DataFrame()
    table = words.collocates(articles, word, by=by)
    telling = table[~table["collocate"].isin(content.FUNCTION_WORDS)]
    return telling.drop(columns="node_count").head(COLLOCATES)


def names(names: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """What the groups call the same person, body, thing or act: a row a referent, those furthest apart first.

    Not those of which the chart of labels tells. Each cell: the fullest form, then the others as often as they stand
    (“the photo (3)”), what only others say in quotation marks. A column a group; of more than BESIDE groups a row a
    group below its referent, and no more referents than a page has room for.
    """
    told = _told(names)
    if told.empty:
        return pd.DataFrame()
    of = told["referent"].unique()
    cells = told.groupby(["referent", "group"], sort=False, observed=True).apply(_forms, include_groups=False)
    about = told.drop_duplicates("referent").set_index("referent")[["story", "subject"]]
    if told["group"].nunique() <= BESIDE:
        return about.rename(columns={"subject": "who_or_what"}).join(cells.unstack("group")).reindex(of)
    label = about["subject"] + " (" + about["story"] + ")"
    room = cells.groupby("referent", sort=False).size().cumsum().le(show.LIMIT)
    long = cells[cells.index.get_level_values("referent").isin(room.index[room])].rename("they write").reset_index()
    shown = long.assign(referent=long["referent"].map(label))
    return shown.rename(columns={"group": by})


def named_sentences(names: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """The sentences of the forms of the first referents, folded."""
    told = _told(names)
    first = told[told["referent"].isin(told["referent"].unique()[:NAMED])]
    title = "The first of them in their sentences"
    return evidence.show(first.drop(columns="group"), articles, by=by, limit=SENTENCES, title=title)


def _told(names: pd.DataFrame) -> pd.DataFrame:
    """The names that a page shows: of referents that are far enough apart, and not listed."""
    listed = names.groupby("referent")["listed"].transform("any").astype("bool")
    return names[names["far"].ge(APART) & ~listed]


def _forms(rows: pd.DataFrame) -> str:
    """The forms of one group in words: those in its own voice, the fullest first, then what others are quoted with."""
    own = rows["voice"].isin(OWN)
    return "; ".join([*_counted(rows[own], "{}"), *_counted(rows[~own], "“{}”")])


def _counted(rows: pd.DataFrame, marks: str) -> list[str]:
    plain = rows["text"].str.replace(r"\s+", " ", regex=True)
    first = plain.groupby(plain.str.casefold()).transform("first")
    counts = rows["n"].groupby(first, sort=False).sum()
    fullest = max(counts.index, key=len, default=None)
    often = counts.sort_values(ascending=False, kind="stable").index
    order = dict.fromkeys([fullest, *often]) if len(counts) else {}
    return [
        marks.format(show.curly(form)) + (f" ({counts[form]})" if counts[form] > 1 else "") for form in [*order][:FORMS]
    ]


def deaths(deaths: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """By which words each group tells somebody's death in its own voice: a row a person and group, as often as it does.

    Of whom several groups tell, and not all by one word; those of whom most tell first.
    """
    own = _deaths_compared(deaths, articles, by)
    if own.empty:
        return pd.DataFrame()
    each = own.groupby(["referent", "group"], sort=False, observed=True)["text"].agg(
        lambda forms: ", ".join(_counted(pd.DataFrame({"text": forms.str.lower(), "n": 1}), "{}"))
    )
    return each.rename("they write").reset_index().rename(columns={"group": by})


def death_sentences(deaths: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """The sentences of the words that `deaths` counts, folded."""
    own = _deaths_compared(deaths, articles, by).drop(columns="group", errors="ignore")
    return evidence.show(own, articles, by=by, limit=SENTENCES, title="These words in their sentences")


def _deaths_compared(deaths: pd.DataFrame, articles: pd.DataFrame, by: str) -> pd.DataFrame:
    """The words for deaths in the narrator’s voice, with their `group`, of deaths that groups tell by several words."""
    own = groups.beside(deaths[deaths["voice"].eq("narrator")], articles, by)
    each = own.groupby("referent")
    wide, many = each["group"].transform("nunique"), each["label"].transform("nunique")
    told = own.assign(wide=wide)[wide.gt(1) & many.gt(1)]
    order = told.sort_values(["wide", "referent", "group", "start"], ascending=[False, True, True, True], kind="stable")
    return order.drop(columns="wide")


def referents_used(labels: pd.DataFrame, choices: pd.DataFrame, *, referents: str = "") -> pd.DataFrame:
    """The rows of the table of referents by which the labels compared were found, with the words found and the source.

    The words and not the label: a row may find what its label does not say.
    """
    told = labels[labels["referent"].isin(words.compared(choices)["referent"])]
    found = told.assign(found=words.written(told)).groupby(["referent", "label"], sort=False)["found"]
    used = found.agg(lambda each: show.listed(dict.fromkeys(each))).reset_index()
    return used.merge(listed_referents(referents), how="left")[["referent", "found", "note", "source"]]


def barcode(label_places: pd.DataFrame, choices: pd.DataFrame) -> Chart:
    """Where in the articles the labels of the subject stand."""
    subject = findings.subject(choices)
    return charts.barcode(label_places, title=f"Where words for {subject} stand" if subject else "")


def concordance(
    articles: pd.DataFrame,
    quotes: pd.DataFrame,
    *,
    by: str = "outlet",
    term: str = "",
    sort: str = "right",
    width: int = explore.WIDTH,
) -> explore.Explorer:
    """Any words in their context: `term`, several with commas, * for any letters; nothing until some are given."""
    return explore.terms(articles, quotes, term=term, by=by, sort=sort, width=width)
