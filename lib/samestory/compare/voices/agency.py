"""Who does what to whom where harm is told, and how those clauses are built, by outlet.

A grammatical class is not blame: an agentless passive may stand where the agent was named a sentence before. Every
count keeps its clauses, so that a reader can judge.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from samestory.annotate import reporting, spans
from samestory.annotate.clauses.harm import LIGHT_VERBS
from samestory.compare import groups
from samestory.compare.voices.actors import merged
from samestory.compare.voices.speakers import is_name

CONSTRUCTIONS = ("active", "passive_agent", "passive_short", "stative", "event_subject")
Named = dict[str, dict[int, tuple[str, str | None]]]
AFTER_HEAD = re.compile(
    r"\s(?:of|in|on|at|from|for|to|with|who|that|between|among|across|near|inside|including)\s.*|,\s.*", re.DOTALL
)
BEFORE_HEAD = re.compile(
    r"^(?:(?:the|a|an|its|his|her|their|our|this|that|these|those|some|all|any|no|nearly|almost|about|around|over|most|"
    r"many|several|at least|more than|less than|fewer than|up to|dozens of|hundreds of|thousands of|"
    r"[\d.,]+(?! year-)|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|hundred|thousand|million)\s+)+",
    re.IGNORECASE,
)
FEWEST = 5  # deeds told by all articles together: of fewer, one read wrongly makes the picture
OF_GROUP = 5  # deeds found in a group, from which it is said how they are told
PEOPLE = ("person", "people")
NOBODY = ("passive_short", "stative")  # the constructions without an actor
PRONOUN = re.compile(
    r"(?:i|you|he|she|it|we|they|me|him|her|us|them|himself|herself|themselves|who|what|which|that|this|those|these|"
    r"some|all|someone|anyone|everyone|one|others?|where|when|how)(?!\w)(?! of)",
    re.IGNORECASE,
)


def constructions(clauses: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """How each group builds its clauses of harm: a row for each group and construction that occurs.

    Only groups of which OF_GROUP deeds were found: of fewer a share says nothing. `clauses` is the table of `of_harm`.
    Columns: `group`, `construction` (active, passive_agent, passive_short, stative, event_subject), `n` deeds, `of`
    (the group's deeds), `share` = n / of, `evidence` (the clauses as article_id, start, end).
    """
    table = _counted(clauses, ["group", "construction"])
    table["of"] = table.groupby("group", observed=True)["n"].transform("sum")
    table["share"] = table["n"] / table["of"]
    table = table[table["of"].ge(OF_GROUP)]
    table["construction"] = table["construction"].astype(pd.CategoricalDtype(CONSTRUCTIONS))
    ordered = _ordered(table, articles, by, ["group", "construction"])
    return ordered[["group", "construction", "n", "of", "share", "evidence"]]


def agency(clauses: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Who does what to whom: a row for each group, actor, target and construction, most deeds first.

    `clauses` is the table of `of_harm`. Columns: `group`, `who` (missing where nobody is said to do it), `deeds` (the
    verbs, in dictionary form), `whom`, `construction`, `n` deeds (verbs of one deed, “shot and killed”, are one),
    `articles`, `evidence` (the clauses as article_id, start, end).
    """
    keys = ["group", "who", "whom", "construction"]
    table = _counted(clauses, keys)
    verbs = clauses.groupby(keys, sort=False, dropna=False, observed=True)["lemma"].agg(_each)
    table.insert(2, "deeds", pd.Series(verbs.to_numpy(), table.index, dtype="object"))
    return _ordered(table, articles, by, keys)[
        ["group", "who", "deeds", "whom", "construction", "n", "articles", "evidence"]
    ]


def _each(values: pd.Series) -> tuple:
    return tuple(dict.fromkeys(values))


def of_harm(
    clauses: pd.DataFrame, articles: pd.DataFrame, actors: pd.DataFrame | None = None, *, by: str = "outlet"
) -> pd.DataFrame:
    """The clauses that tell, in the article's own voice or a source's, of harm done to people: a row a clause.

    Told as done: not negated, asked, wished, or under a modal or condition. It is done to people who are named in the
    clause, or to a noun for people; to no pronoun, place or thing; nor is an attack that is launched harm to those it
    is aimed at. In the active and the passive with an agent those who do it are in the clause, too, no pronoun.
    Columns: those of the clause, `group`, `who` does it (missing where nobody is said to) and to `whom`, under the
    names of `merged`.
    """
    harm = clauses[clauses["harm"].fillna(False).astype(bool) & clauses["voice"].isin(["narrator", "attributed"])]
    harm = harm[~harm["lemma"].str.split().str[0].isin(LIGHT_VERBS)]  # nobody is told to be harmed
    told = groups.beside(harm[~harm["negated"].fillna(False).astype(bool) & harm["modal"].isna()], articles, by)
    named = _named(actors, articles) if actors is not None else {}
    sides = [
        {"who": _sure(row, "actor", named), "whom": _sure(row, "target", named)} for row in told.to_dict("records")
    ]
    found = told.assign(**pd.DataFrame(sides, told.index, ["who", "whom"], dtype="str"))
    nobody = found["construction"].isin(NOBODY) & found["actor"].isna()
    shown = found["whom"].notna() & (found["who"].notna() | nobody)
    return found[shown & ~_is_asked(found, articles)].reset_index(drop=True)


def _sure(clause: dict, role: str, named: Named) -> str | None:
    """Who a phrase surely means: those named at its heads, or its words where they are for people; else None.

    A phrase with a comma in it may run on into another, and is none. Only people are harmed; bodies and places may act.
    """
    phrase = clause[role]
    if pd.isna(phrase) or "," in phrase or PRONOUN.match(phrase):
        return None
    here, begin = named.get(clause["article_id"], {}), int(clause[f"{role}_start"])
    event = role == "actor" and clause["construction"] == "event_subject"
    told = []
    for start, end in _parts(phrase):
        name, kind = here.get(begin + end, (head_words(phrase[start:end]), "noun"))
        person = kind in PEOPLE or (pd.isna(kind) and is_name(name))
        people = person if role == "target" else kind != "noun"
        if not (people or event or (kind == "noun" and reporting.is_people(name.split()[-1]))):
            return None
        told.append(name)
    return " and ".join(told) or None


def _is_asked(clauses: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Which clauses stand in a question."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True)) if "text" in articles else {}
    ends = [
        re.search(r"[.!?\n]|$", texts.get(article, "")[end:])
        for article, end in zip(clauses["article_id"], clauses["end"], strict=True)
    ]
    return pd.Series([end is not None and end.group() == "?" for end in ends], clauses.index, dtype="bool")


def enough(clauses: pd.DataFrame) -> pd.DataFrame:
    """The clauses where they tell of at least `FEWEST` deeds; none of them where there are fewer."""
    return clauses if acts(clauses) >= FEWEST else clauses.head(0)


def acts(clauses: pd.DataFrame) -> int:
    """How many deeds some clauses tell: verbs of one deed (“shot and killed”) are one."""
    return len(clauses[["article_id", "act_start"]].drop_duplicates())


def _named(actors: pd.DataFrame, articles: pd.DataFrame) -> Named:
    """For each article, where a name ends to whom it names and the kind of that; the longest name where several end."""
    found: Named = defaultdict(dict)
    names = actors[actors["mention"].eq("name")].assign(length=actors["end"] - actors["start"])
    names = names.drop(columns=["kind"]).merge(merged(actors, articles), on=["article_id", "actor"], how="left")
    for row in names.sort_values("length", kind="stable").itertuples(index=False):
        found[row.article_id][row.end] = (row.merged, row.kind)
    return found


def _parts(phrase: str) -> Iterator[tuple[int, int]]:
    """The offsets of the coordinated parts of a phrase, each cut after its head."""
    edges = [m.span() for m in re.finditer(r",?\s+(?:and|or)\s+|,\s+", phrase)]
    begins, ends = [0, *(end for _, end in edges)], [*(start for start, _ in edges), len(phrase)]
    for start, end in zip(begins, ends, strict=True):
        kept = AFTER_HEAD.sub("", phrase[start:end])
        if kept:
            yield start, start + len(kept)


def head_words(phrase: str) -> str:
    """The words of a phrase that say who, without articles, numbers and what follows.

    >>> head_words("at least 40 people in Rafah"), head_words("Fourteen students")
    ('people', 'students')
    """
    kept = BEFORE_HEAD.sub("", AFTER_HEAD.sub("", phrase).strip())
    return kept or phrase


def _counted(told: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    acts = told.groupby(["article_id", "act_start"], sort=False, dropna=False).ngroup()
    counted = told[keys].assign(n=acts, articles=told["article_id"], evidence=spans.places(told))
    of_each = {"n": "nunique", "articles": "nunique", "evidence": list}
    return counted.groupby(keys, sort=False, dropna=False, observed=True).agg(of_each).reset_index()


def _ordered(table: pd.DataFrame, articles: pd.DataFrame, by: str, keys: list[str]) -> pd.DataFrame:
    table = table.assign(group=groups.in_order(table["group"], articles, by))
    return table.sort_values(["n", *keys], ascending=[False, *[True] * len(keys)], kind="stable", ignore_index=True)
