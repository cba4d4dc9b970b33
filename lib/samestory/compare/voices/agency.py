"""Who acts and who is acted upon, in grammar: clauses by construction, and the agents and targets of harm, by outlet.

A grammatical class is not blame: an agentless passive may stand where the agent was named a sentence before. Every
count keeps its clauses, so that a reader can judge.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from samestory.compare import groups
from samestory.compare.voices.actors import merged

CONSTRUCTIONS = ("active", "passive_agent", "passive_short", "stative", "event_subject")
ROLES = ("actor", "target")
SPAN = ["article_id", "start", "end"]
AFTER_HEAD = re.compile(
    r"\s(?:of|in|on|at|from|for|to|with|who|that|between|among|across|near|inside|including)\s.*|,\s.*", re.DOTALL
)
BEFORE_HEAD = re.compile(
    r"^(?:(?:the|a|an|its|his|her|their|our|this|that|these|those|some|all|any|no|nearly|almost|about|around|over|most|"
    r"many|several|at least|more than|less than|fewer than|up to|dozens of|hundreds of|thousands of|[\d.,]+|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|hundred|thousand|million)\s+)+",
    re.IGNORECASE,
)


def constructions(clauses: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """How each group builds its clauses: a row for each group, voice, harm or not, and construction that occurs.

    Columns: `group` (a value of the column `by`), `voice`, `harm`, `construction` (active, passive_agent,
    passive_short, stative, event_subject), `n` acts, `of` (the group's acts in that voice, of harm or not),
    `share` = n / of, `evidence` (the clauses as article_id, start, end).
    """
    told = _grouped(clauses, articles, by)
    keys = ["group", "voice", "harm"]
    table = _counted(told, [*keys, "construction"])
    table["of"] = table.groupby(keys, observed=True)["n"].transform("sum")
    table["share"] = table["n"] / table["of"]
    table["construction"] = table["construction"].astype(pd.CategoricalDtype(CONSTRUCTIONS))
    table = table.astype({"harm": "bool"})
    columns = [*keys, "construction", "n", "of", "share", "evidence"]
    return _ordered(table, articles, by, [*keys, "construction"])[columns]


def agency(
    clauses: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    actors: pd.DataFrame | None = None,
    harm: bool = True,
) -> pd.DataFrame:
    """Who is the grammatical agent and target of harm: a row for each group, role, actor, voice and construction.

    Columns: `group` (a value of the column `by`), `role` (`actor`: who does it; `target`: whom it is done to), `who`
    (missing: nobody is named, as in a short passive; see `left_out`), `voice`, `construction`, `asserted` (neither
    negated nor under a modal), `n` acts (verbs of one deed, “shot and killed”, are one), `articles`, `evidence` (the
    clauses as article_id, start, end). With the span table `actors`, `who` is the actor's name in the collection;
    without, and for common nouns, the head words of the phrase. "Israel and Hamas" counts for both. `harm=False` counts
    every clause.
    """
    told = roles(clauses, articles, by=by, actors=actors)
    told = told[told["harm"].fillna(False)] if harm else told
    keys = ["group", "role", "who", "voice", "construction", "asserted"]
    table = _counted(told, keys).astype({"asserted": "bool"})
    return _ordered(table, articles, by, keys)[[*keys, "n", "articles", "evidence"]]


def left_out(agency: pd.DataFrame) -> pd.Series:
    """Which rows leave out who acts: a short passive does; a clause whose subject was not found says nothing of it."""
    return agency["who"].isna() & agency["role"].eq("actor") & agency["construction"].eq("passive_short")


def of_harm(clauses: pd.DataFrame) -> pd.DataFrame:
    """The clauses of harm alone."""
    return clauses[clauses["harm"].fillna(False).astype(bool)]


def roles(
    clauses: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", actors: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The actors and targets of all clauses, a row for each clause, role and actor named in it.

    Columns: those of the clause, `group`, `role`, `who` (missing where nobody is named), `asserted`.
    """
    told = _grouped(clauses, articles, by)
    named = _named(actors, articles) if actors is not None else {}
    told["asserted"] = ~told["negated"].fillna(False) & told["modal"].isna()
    each = [told.assign(role=role, who=[_who(row, role, named) for row in told.to_dict("records")]) for role in ROLES]
    return pd.concat(each, ignore_index=True).explode("who", ignore_index=True)


def _named(actors: pd.DataFrame, articles: pd.DataFrame) -> dict[str, dict[int, tuple[int, str]]]:
    """For each article, where a mention ends to where it starts and whom it means; the longest where several end."""
    found: dict[str, dict[int, tuple[int, str]]] = defaultdict(dict)
    table = actors.drop(columns=["kind"]).merge(merged(actors, articles), on=["article_id", "actor"], how="left")
    for article, start, end, name in table[[*SPAN, "merged"]].itertuples(index=False):
        if end not in found[article] or start < found[article][end][0]:
            found[article][end] = (start, name)
    return dict(found)


def _who(clause: dict, role: str, named: dict[str, dict[int, tuple[int, str]]]) -> list[str] | None:
    """The actors a phrase names: for each coordinated part, the mention at its head or else its head words."""
    phrase = clause[role]
    if pd.isna(phrase):
        return None
    mentions, begin = named.get(clause["article_id"], {}), int(clause[f"{role}_start"])
    parts = list(_parts(phrase))
    found = [mentions.get(begin + end, (begin, head_words(phrase[start:end])))[1] for start, end in parts]
    return list(dict.fromkeys(name for name in found if name)) or [phrase]


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

    >>> head_words("at least 40 people in Rafah")
    'people'
    """
    kept = BEFORE_HEAD.sub("", AFTER_HEAD.sub("", phrase).strip())
    return kept or phrase


def _grouped(clauses: pd.DataFrame, articles: pd.DataFrame, by: str) -> pd.DataFrame:
    voice = clauses["voice"] if "voice" in clauses else pd.Series("narrator", index=clauses.index, dtype="str")
    return groups.beside(clauses.assign(voice=voice), articles, by)


def _counted(told: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    acts = told.groupby(["article_id", "act"], sort=False, dropna=False).ngroup()
    places = list(zip(*(told[column].tolist() for column in SPAN), strict=True))
    counted = told[keys].assign(
        n=acts, articles=told["article_id"], evidence=pd.Series(places, told.index, dtype="object")
    )
    of_each = {"n": "nunique", "articles": "nunique", "evidence": list}
    return counted.groupby(keys, sort=False, dropna=False, observed=True).agg(of_each).reset_index()


def _ordered(table: pd.DataFrame, articles: pd.DataFrame, by: str, keys: list[str]) -> pd.DataFrame:
    table = table.assign(group=groups.in_order(table["group"], articles, by))
    return table.sort_values(["n", *keys], ascending=[False, *[True] * len(keys)], kind="stable", ignore_index=True)
