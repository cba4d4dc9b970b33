"""Whether a change planted in an article is found, and nothing is said where there is none.

usage: planted_differences.py ARTICLES [--n 8]

Each of n articles is set beside itself with one number, name, word, voice, place or agent changed, beside itself as it
is, and beside an article of another story. Prints how often the change is among the first three differences, how often
swapping the two swaps their words, and how often nothing is said where there is nothing.
"""

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import samestory
from samestory import annotate, corpus
from samestory.annotate import spans
from samestory.compare.facts import naming, unnamed
from samestory.corpus import known, language
from samestory.present.facts import ranking
from samestory.story import SETTINGS

FIRST = 3
READ = ("quotes", "actors", "clauses", "labels", "figures", "phrases", "cues")  # what a change needs to know
STRANGER = "Petra Novak"
ATTRIBUTED = ", according to a trade union."
LONG = 60  # letters of a sentence or paragraph that tells something
ROOM = 8  # paragraphs that must follow the first, for it to come late
MEANT = {  # as which change a kind of difference counts
    "number": ["number"], "other word": ["name", "word"], "never named": ["name"], "description": ["name"],
    "naming": ["name", "word"], "voice": ["voice"], "agency": ["agent"], "order": ["order"], "opening": ["order"],
}  # fmt: skip


def main() -> None:
    """The measures of a folder of articles, printed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--n", type=int, default=8)
    chosen = parser.parse_args()
    for measure, right, of in measured(corpus.articles(chosen.articles), chosen.n):
        print(f"{measure:<60} {right:>3} of {of}")


def measured(articles: pd.DataFrame, n: int) -> list[tuple[str, int, int]]:
    """The measures over the first article of each of n stories: (measure, right, of)."""
    firsts = articles.drop_duplicates("event").head(n)["text"].tolist()
    right, of = Counter[str](), Counter[str]()
    for text, another in zip(firsts, firsts[1:] + firsts[:1], strict=True):
        for name, changed in planted(text).items():
            found, back = (differences(*pair) for pair in ((text, changed), (changed, text)))
            of.update([name, "swapped"])
            right[name] += name in found["kind"].map(MEANT).explode().tolist()
            right["swapped"] += words(found, ("a", "b")) == words(back, ("b", "a"))
        for name, other, only in (("identical: nothing said", text, set()), (UNLIKE, another, {"other event"})):
            of[name] += 1
            right[name] += set(differences(text, other)["kind"]) <= only
    return [(name, right[name], of[name]) for name in of]


def planted(text: str) -> dict[str, str]:
    """The article with each change that it has room for, in the outlet's own words."""
    read = dict(zip(READ, annotate.run(article(text, "a"), *READ), strict=True))
    made = {name: change(text, read) for name, change in CHANGES.items()}
    return {name: changed for name, changed in made.items() if changed != text}


Read = dict[str, pd.DataFrame]


def _number(text: str, read: Read) -> str:
    """A count of something, doubled."""
    told = read["figures"]
    whole = told["text"].str.fullmatch(r"[1-9]\d{0,3}") & told["counted"].notna() & told["status"].eq("asserted")
    for row in told[whole & told["kind"].eq("count") & told["voice"].eq("narrator")].itertuples():
        return f"{text[: row.start]}{2 * int(row.text)}{text[row.end :]}"
    return text


def _name(text: str, read: Read) -> str:
    """Somebody who is named in full, under another name throughout."""
    actors = read["actors"]
    named = actors["kind"].eq("person") & actors["mention"].eq("name") & actors["voice"].eq("narrator")
    for name in actors.loc[named & actors["text"].str.count(" ").eq(1), "text"]:
        first, last = name.split()
        if first in unnamed.first_names():
            return re.sub(rf"\b{re.escape(last)}\b", STRANGER.split()[1], text.replace(name, STRANGER))
    return text


def _word(text: str, read: Read) -> str:
    """A word of a class of `data/namings.csv`, as another of it that the article has not, throughout."""
    classes, used = known.table("namings.csv", ["what", "word", "weight", "source"]), text.lower()
    held = naming.words(read["phrases"])
    for row in held[held["voice"].eq("narrator")].itertuples():
        others = [word for word in classes.loc[classes["what"].eq(row.what), "word"] if word not in used]
        if others:
            return re.sub(rf"\b{re.escape(row.word)}(?=s?\b)", others[0], text)
    return text


def _voice(text: str, read: Read) -> str:
    """A sentence that nobody is said to have said, given to somebody."""
    told = language.sentences(article(text, "a"))
    said = spans.within(read["quotes"], told)["outer"]
    told = told[spans.voice(told, read["quotes"]).eq("narrator") & ~told.index.isin(said)]
    for row in told[told["text"].str.fullmatch(rf"[^“”\"\n]{{{LONG},}}[a-z]\.")].itertuples():
        return text[: row.end - 1] + ATTRIBUTED + text[row.end :]
    return text


def _order(text: str, read: Read) -> str:
    """The first paragraph at the end."""
    first, _, rest = text.strip().partition("\n\n")
    fit = len(first) >= LONG and first.endswith(".") and rest.count("\n\n") >= ROOM
    return f"{rest.strip()}\n\n{first}" if fit else text


def _agent(text: str, read: Read) -> str:
    """A passive without the one by whom it is done."""
    acts = read["clauses"]
    for row in acts[acts["construction"].eq("passive_agent") & acts["harm"] & acts["actor"].notna()].itertuples():
        by = text.rfind(" by ", int(row.end), int(row.actor_start))
        sentence = re.split(r"[.!?]\s", text[: int(row.end)])[-1]
        if by >= 0 and len(sentence) >= LONG and not row.negated and pd.isna(row.modal):
            return text[:by] + text[int(row.actor_end) :]
    return text


UNLIKE = "of another story: nothing said but that"
CHANGES: dict[str, Callable[[str, Read], str]] = {
    "number": _number, "name": _name, "word": _word, "voice": _voice, "order": _order, "agent": _agent,
}  # fmt: skip


def article(text: str, name: str) -> pd.DataFrame:
    """The table of one article, of an outlet that is called as it is."""
    return pd.DataFrame(
        {
            "article_id": [name], "outlet": [name], "event": "one", "event_by": "given",
            "published": [pd.Period("2031-05-04")],
            "headline": [None], "credit": [None], "text": [text], "sha256": [hashlib.sha256(text.encode()).hexdigest()],
        }
    )  # fmt: skip


def differences(a: str, b: str) -> pd.DataFrame:
    """The first differences that a brief would show of two texts, whether or not their kinds pass its gate."""
    both = pd.concat([article(a, "a"), article(b, "b")], ignore_index=True)
    return ranking.ranked(samestory.Story(both, SETTINGS)["differences"], most=FIRST)


def words(found: pd.DataFrame, names: tuple[str, str]) -> set[tuple]:
    """What each difference has of the first and the second text."""
    sides = found.assign(text=found["text"].fillna("")).groupby(["rank", "group"])["text"].first()
    table = sides.unstack(fill_value="").reindex(columns=list(names), fill_value="")
    return set(table.itertuples(index=False, name=None))


if __name__ == "__main__":
    main()
