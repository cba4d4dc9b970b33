"""What the collection can support, in sentences computed from its tables."""

from pathlib import PurePath

import pandas as pd

from samestory.compare.facts import pieces
from samestory.corpus import COLLECTED
from samestory.present import show
from samestory.present.style import outlet_marks

FEW = 6  # groups that the line of who is compared names
LINES = 5  # said before a report of what was left out, and of what was assumed


def power(power: pd.DataFrame) -> str:
    """The power statement: what could be tested with this many articles, and what could not, whatever the texts say.

    `power` is the table of `compare.inference.power`: one row a pair of groups.
    """
    if power.empty:
        return "There is one group only: nothing is compared."
    untestable = power[~power["testable"]]
    if len(untestable) == len(power):
        return _nothing_testable(power)
    largest = show.text(power["smallest_p"].max())
    weakest = f"The smallest p any test could reach is {largest} for the pair with the fewest articles."
    if len(untestable):
        pairs = [f"{row.group} and {row.other}" for row in untestable.itertuples()]
        many = f"in {len(pairs):,} of {len(power):,} pairs"
        which = f"between {'; '.join(pairs)}" if len(pairs) <= show.SEVERAL else many
        return f"{weakest} No difference can be tested {which}: those are readings, not estimates."
    return (
        f"{weakest} Differences between all groups can be tested; a test that finds none does not show there is none."
    )


def _nothing_testable(power: pd.DataFrame) -> str:
    most = int(power[["articles", "other_articles"]].max(axis=None))
    if most == 1:
        return (
            "With one article per outlet no difference can be tested; what follows are readings with their evidence, "
            "not estimates of how an outlet reports."
        )
    smallest = show.text(power["smallest_p"].min())
    return (
        f"With at most {most} articles a group the smallest p any test could reach is {smallest}: no difference can be "
        "tested; what follows are readings, not estimates."
    )


def compared(overview: pd.DataFrame) -> str:
    """Who is compared, in one line: each group with its mark, its date or articles, the agency credited, its words.

    Of more than FEW groups nothing: page 1 has them, and each stands with its mark wherever it is named.
    """
    if len(overview) > FEW:
        return ""
    marks = outlet_marks(overview["group"])
    told = " · ".join(f"{marks[row['group']].sign} {row['group']}{_told(row)}" for _, row in overview.iterrows())
    return f"{told}." if told else ""  # other readings may follow


def outlets(receipt: pd.DataFrame, articles: pd.DataFrame) -> str:
    """Where the outlets come from, where no file and no `articles.csv` names them; nothing where all are given."""
    taken = _taken(receipt, set(articles["outlet"])) if len(receipt) else []
    if not taken:
        return ""
    sources = show.listed(dict.fromkeys(taken))
    own = " So each article counts as an outlet of its own." if articles["outlet"].is_unique else ""
    return (
        f"The outlets of {show.many(len(taken), 'file')} are taken from {sources}; articles.csv sets them right.{own}"
    )


def _taken(receipt: pd.DataFrame, outlets: set[str]) -> list[str]:
    """What the outlet of a file was taken from, such as “the name of the file”, of each file of which it still is.

    What `samestory collect` took from a file's name may have been set right in its articles.csv since.
    """
    taken = receipt["assumed"].str.extract(r"outlet taken from (the [^;,]*)")[0]
    of_name = receipt["file"].str.startswith(COLLECTED) & taken.eq("the name of the file")
    corrected = of_name & ~receipt["file"].map(lambda file: PurePath(file).stem.removeprefix(COLLECTED)).isin(outlets)
    return taken[~corrected].dropna().tolist()


def brought(receipt: pd.DataFrame) -> list[str]:
    """What is not as it was brought, a line each: what was left out and why, then what was assumed of how many files.

    At most LINES of either kind, with how many more there are.
    """
    if receipt.empty:
        return []
    receipt = receipt[~receipt["file"].str.startswith(COLLECTED)]  # `samestory collect` said it
    gone = receipt[receipt["reason"].ne("")]
    left_out = [f"left out of {row.file}: {row.reason}" for row in gone.itertuples()]
    said = receipt.loc[receipt["assumed"].ne(""), ["file", "assumed"]]
    files = said.groupby("assumed", sort=False)["file"].agg(list)
    assumed = [f"{_files(names)}: {what}" for what, names in files.items()]
    return [line for lines in (left_out, assumed) for line in _first(lines)]


def received(receipt: pd.DataFrame) -> str:
    """That something was left out or assumed, and where it stands; nothing where nothing was."""
    if receipt.empty:
        return ""
    left_out, assumed = int(receipt["left_out"].sum()), int(receipt["assumed"].ne("").sum())
    parts = [
        f"{show.many(left_out, 'article')} left out" if left_out else "",
        f"something assumed of {show.many(assumed, 'file')}" if assumed else "",
    ]
    said = " and ".join(part for part in parts if part)
    return f"Of what was brought: {said}; page 1 says which and why." if said else ""


def _files(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {show.many(len(names) - 1, 'more file')}"


def _first(lines: list[str]) -> list[str]:
    more = len(lines) - LINES
    return [*lines[:LINES], f"and {more} more like these: page 1 has all"] if more > 0 else lines


def holds(articles: pd.DataFrame, *, by: str = "outlet") -> str:
    """What a collection holds, in one line: 47 articles of 6 outlets, 13 stories, June 2020."""
    parts = [f"{show.many(len(articles), 'article')} of {show.many(articles[by].nunique(), by.replace('_', ' '))}"]
    if stories := articles["event"].nunique():
        parts.append(show.many(stories, "story" if stories == 1 else "storie"))
    return ", ".join([*parts, *_months(articles["published"].dropna())])


def _months(published: pd.Series) -> list[str]:
    """The first and last month of the dates, as one text; none where no article is dated."""
    months = sorted({day.start_time.to_period("M") for day in published})
    return [" to ".join(f"{month:%B %Y}" for month in dict.fromkeys([months[0], months[-1]]))] if months else []


def _told(row: pd.Series) -> str:
    """What a group has: “ (AFP credited), 7 July 2025, 351 words”, or “, 30 articles, 19,200 words”."""
    credited = f" ({row['agencies']} credited)" if row["credited"] and row["articles"] == 1 else ""
    size = show.date(row["first"]) if row["articles"] == 1 else f"{row['articles']:,} articles"
    return f"{credited}, {size}, {show.many(row['words'], 'word')}"


def length(overview: pd.DataFrame) -> str:
    """How unequal the groups are in length, and why it matters: a longer article has room for more."""
    if len(overview) < 2:
        return ""
    long, short = overview.loc[overview["median_words"].idxmax()], overview.loc[overview["median_words"].idxmin()]
    if long["median_words"] == short["median_words"]:
        return "The groups’ articles are of the same length."
    less = 1 - short["median_words"] / long["median_words"]
    verb = "article is" if overview["articles"].eq(1).all() else "articles are"
    words = f"{show.text(short['median_words'])} against {show.text(long['median_words'])} words"
    return (
        f"{short['group']}’s {verb} {less:.0%} shorter than {long['group']}’s ({words}): what one lacks it may "
        "simply have had no room for."
    )


def dates(overview: pd.DataFrame) -> str:
    """What the dates allow: whose articles have no known day, or no date, and that time explains a difference first."""
    vague, undated = (_share_of(overview, column) for column in ("day_unknown", "undated"))
    parts = [f"Only the month is known for {' and '.join(vague)}."] if vague else []
    parts += [f"No date is known for {' and '.join(undated)}."] if undated else []
    return " ".join([*parts, "An article from before an event and one from after it differ for that reason first."])


def credits(overview: pd.DataFrame) -> str:
    """Whose agency copy the articles say they use; copy that two outlets share is not two witnesses."""
    using = overview[overview["credited"].gt(0)]
    if using.empty:
        return "No article credits an agency; that does not show that none was used."
    rows = zip(using["group"], using["agencies"], using["credited"], using["articles"], strict=True)
    told = "; ".join(f"{group}: {agencies} in {credited} of {n}" for group, agencies, credited, n in rows)
    return f"Agencies credited: {told}. Copy that two outlets share is not two witnesses."


def opinion(articles: pd.DataFrame, *, by: str = "outlet") -> str:
    """Whose articles are published as opinion, and what that means for the narrator's voice; nothing where none is."""
    labelled = articles[[pieces.labelled(row) for row in articles.itertuples()]]
    if labelled.empty:
        return ""
    of = articles[by].value_counts()
    told = [f"{some:,} of {of[group]:,} of {group}" for group, some in labelled[by].value_counts(sort=False).items()]
    which = "; ".join(told) if len(told) <= FEW else f"{len(labelled):,} of {len(articles):,} articles"
    return (
        f"Published as opinion, by headline, address or a note in the text, at least {which}. "
        "What they say outside quotation marks is their writer’s view, not a report."
    )


def _share_of(overview: pd.DataFrame, column: str) -> list[str]:
    rows = zip(overview["group"], overview[column], overview["articles"], strict=True)
    return [f"{some} of {group}’s {n:,} article{'s' if n > 1 else ''}" for group, some, n in rows if some]
