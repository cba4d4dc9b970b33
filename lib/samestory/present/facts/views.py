"""The tables of notebook 4 that show facts with their tellings."""

import re
from itertools import accumulate

import pandas as pd
from IPython.display import HTML

from samestory import calendar
from samestory.annotate import content
from samestory.calendar import WEEKDAYS
from samestory.compare.facts import addresses
from samestory.compare.facts.manner import PRONOUNS, SAID, speaks
from samestory.compare.facts.stories import NO_EVENT, stories, told_by_several
from samestory.present import show
from samestory.present.evidence import marked
from samestory.present.facts import gate
from samestory.present.facts.kinds import HEADS
from samestory.present.facts.kinds.headline import title
from samestory.present.facts.pairs import VOICES, column, own_words, writers
from samestory.present.facts.words import EDGES, listed
from samestory.present.show import prose
from samestory.present.style import outlet_marks

SHOWN = 12  # facts on a page
EACH = 2  # facts of one story before those of another
HEADED, APART = 60, 30  # words within which stories without a difference are named, and those of two events
SITES = 2  # articles on other outlets' sites that are named; how many more is said
POSSESSIVE = ("’s", "'s")  # whose call or claim it is, which need not be who tells it here
RELAYED = "according"  # to an outlet, what somebody said
NO_SOURCE = re.compile(rf"\bfrom\b|\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)  # more than who it is
MONTH = "|".join(map(str.capitalize, (*calendar.MONTHS, *calendar.SHORT)))
DATE = re.compile(rf"\b(?:{MONTH})\.? \d{{1,2}}\b|\b\d{{1,2}} (?:{MONTH})\b")  # whose day is no number told
NUMBER = re.compile(rf"(?<![\w.,])(?:\d[\d.,]*\d|\d|{'|'.join(content.NUMBERS)})(?!\w)", re.IGNORECASE)
COLUMNS = ["story", "kind", "subject", "group", "text", "paragraph", "voice", "differs"]


def differences(differences: pd.DataFrame, audited: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Each difference and side as a row: what of, who writes what, where, how they differ, and how sure its kind is.

    Without accounts of other events, which differ in nothing that both tell, and without kinds that were wrong more
    often than right when read. Of a headline the text is the headline.
    """
    known = differences["kind"].ne("other event") & ~differences["kind"].map(gate.mostly_wrong).astype(bool)
    differences = differences[known]
    headline = differences["article_id"].map(articles.set_index("article_id")["headline"])
    text = headline.where(differences["kind"].isin(HEADS) & headline.notna(), differences["text"])
    differences = differences.assign(text=text)
    ours = {row.part: f"on your articles right {row.right} of {row.read}" for row in audited.itertuples()}
    sure = differences["kind"].map(lambda kind: ours.get(kind) or gate.certainty(kind))
    return differences[COLUMNS].assign(sure=sure)


def elsewhere(articles: pd.DataFrame) -> str:
    """Which articles stand on another outlet's site, so that they are compared as nobody's; nothing where none does."""
    sites = addresses.elsewhere(articles)
    found = articles.assign(site=sites)[sites.notna()]
    said = list(dict.fromkeys(f"an article of {row.outlet} at {row.site}" for row in found.itertuples()))
    rest = [f"{len(said) - SITES:,} more"] if len(said) > SITES + 1 else said[SITES:]
    named = listed([*said[:SITES], *rest])
    return f"Not compared, as each stands on the site of another outlet: {named}." if said else ""


def without(told: pd.DataFrame, differences: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> str:
    """The stories that several groups tell of which a brief has no difference, by their headlines: those whose articles
    are hardly of one event apart from those in which nothing is sure enough.

    `told` is the table of the differences of a brief, `differences` that of all. Of those not sure enough as many are
    named as HEADED words hold, of the others as APART do; how many more there are is said. Nothing where each story has
    a difference, and where there is one story only.
    """
    among = articles.assign(group=articles[by].astype("str"), story=stories(articles))[told_by_several(articles, by=by)]
    among = among[among["story"].ne(NO_EVENT) & among["headline"].notna()]
    held = {article for evidence in told.loc[told["difference"].notna(), "evidence"] for article, *_ in evidence}
    shown = set(among.loc[among["article_id"].isin(held), "story"])
    rest = {story: rows for story, rows in among.groupby("story", sort=False) if story not in shown}
    if among["story"].nunique() == 1:
        return ""
    apart = set(differences.loc[differences["kind"].eq("other event"), "story"])
    alike = [_headed(rows) for story, rows in rest.items() if story not in apart]
    other = [_headed(rows) for story, rows in rest.items() if story in apart]
    said = {
        "Nothing sure enough to stand here was found between": _some(alike, HEADED),
        "Hardly of one event": _some(other, APART),
    }
    return " ".join(f"{words}: {stories}." for words, stories in said.items() if stories)


def _headed(rows: pd.DataFrame) -> str:
    """The headlines of the articles of a story, each with who has it, and their day, if it is one."""
    each = " / ".join(f"“{title(row.headline)}” ({row.group})" for row in rows.drop_duplicates("group").itertuples())
    day = rows["published"].iloc[0]
    return each if rows["published"].nunique(dropna=False) > 1 or pd.isna(day) else f"{each}, {show.date(day)}"


def _some(stories: list[str], most: int) -> str:
    """The first stories, as many as `most` words hold, one at least; how many more there are."""
    words = accumulate(len(story.split()) for story in stories)
    return "; ".join(show.first(stories, max(sum(count <= most for count in words), 1)))


def reading(tellings: pd.DataFrame, sentences: pd.DataFrame) -> str:
    """How many facts several groups surely tell (`partners`), and in how many of the sentences, in one sentence."""
    if tellings.empty:
        return "No fact was found that two of them tell: either they tell different things, or in quite other words."
    held = tellings.drop_duplicates(["article_id", "start"])
    found = show.many(tellings["fact"].nunique(), "fact")
    return f"{found} surely told by more than one; they stand in {len(held):,} of {len(sentences):,} sentences."


def side_by_side(
    tellings: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    essays: pd.DataFrame,
    by: str = "outlet",
    limit: int = SHOWN,
) -> HTML:
    """The surest facts of `partners`, each with its tellings beside each other, the groups always in one order.

    Of the articles of `essays` (`compare.voices.essays`) the words are the writer's own. No more than EACH of a story
    before another has its turn.
    """
    tellings = _by_turns(tellings).assign(writer=tellings["article_id"].map(writers(essays)))
    first = tellings["fact"].drop_duplicates().head(limit)
    marks = outlet_marks(articles[by].astype("str"))
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    facts = (
        _fact(rows, texts, marks) for _, rows in tellings[tellings["fact"].isin(first)].groupby("fact", sort=False)
    )
    rest = tellings["fact"].nunique() - len(first)
    file = f'<a href="{show.TABLES}/tellings.csv">tellings.csv</a>'
    more = f'<p class="rest">{show.many(rest, "more fact")} in {file}.</p>' if rest > 0 else ""
    return HTML("".join(facts) + more)


def _by_turns(tellings: pd.DataFrame) -> pd.DataFrame:
    """The facts, EACH of every story before further ones of any: what copies another would fill a page."""
    once = tellings.drop_duplicates("fact").set_index("fact")["story"]
    turn = once.groupby(once, sort=False).cumcount() // EACH
    return tellings.loc[tellings["fact"].map(turn).sort_values(kind="stable").index]


def _fact(tellings: pd.DataFrame, texts: dict[str, str], marks: dict) -> str:
    order = list(marks)
    columns = (
        column(
            [str(row.group)],
            marked(texts[row.article_id], row.start, row.end, []),
            _where(row, texts[row.article_id][row.start : row.end]),
            marks,
        )
        for row in sorted(tellings.drop_duplicates("group").itertuples(), key=lambda row: order.index(str(row.group)))
    )
    said = _numbers([texts[row.article_id][row.start : row.end] for row in tellings.itertuples()])
    differ = f'<p class="why">{prose(said)}</p>' if said else ""
    return f'<div class="difference"><div class="sides">{"".join(columns)}</div>{differ}</div>'


def _numbers(told: list[str]) -> str:
    """That the numbers of two tellings differ, where each has some that the other has not; else nothing."""
    found = [{_plain(m[0]): m[0] for m in NUMBER.finditer(DATE.sub("", text))} for text in told]
    if len(found) != 2:
        return ""
    each = [[word for plain, word in one.items() if plain not in other] for one, other in (found, found[::-1])]
    said = " / ".join(listed([f"“{word}”" for word in words]) for words in each)
    return f"Their numbers are not the same: {said}." if all(each) else ""


def _plain(number: str) -> str:
    """A number in digits without marks: two, 1,200."""
    return content.NUMBERS.get(number.lower(), number.replace(",", ""))


def _where(telling, text: str) -> str:
    """Where a telling stands and whose it is: of what says I or we, or speaks of saying, only what was surely read.

    A source is named where most of the sentence is given to it, and only one verb or phrase gives it: a quotation that
    another outlet relays is not that outlet's.
    """
    source = "" if pd.isna(telling.source) else str(telling.source)
    given = {word.strip(EDGES).lower() for word in text.split()} & SAID
    own = own_words(telling.writer)
    said = own if telling.voice == "narrator" else VOICES.get(str(telling.voice), own)
    clear = telling.voice != "narrator" and not (given - {RELAYED} and RELAYED in text) and not NO_SOURCE.search(source)
    if source.lower() not in {*PRONOUNS, ""} and not source.endswith(POSSESSIVE) and clear:
        said = f"source: {source}"
    elif telling.voice == "narrator" and (given or source or speaks(text)):
        said = ""
    return f"paragraph {telling.paragraph} of {telling.paragraphs}{' · ' if said else ''}{said}"
