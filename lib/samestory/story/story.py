"""`Story`: the articles, the settings, and every table about them by its name."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from typing import Any

import pandas as pd
from IPython.display import HTML

from samestory import annotate, places
from samestory.annotate import spans
from samestory.annotate.occurrences import occurrences
from samestory.coding import gate
from samestory.compare import framing, groups, time
from samestory.corpus import paragraphs
from samestory.nearest import did_you_mean
from samestory.present import evidence, finding, reader, style
from samestory.present import show as shown
from samestory.present.collection import findings as collection
from samestory.present.explore import Explorer, in_context
from samestory.present.explore import table as sortable
from samestory.present.facts import gate as facts_gate
from samestory.story import graph, shared
from samestory.story.rows import Row

BESIDE = {"outlet": "outlet", "published": "published", "story": "event", "headline": "headline"}
SPAN = ["article_id", "start", "end"]
BRIEF = 12  # findings at the most
BESIDE_BRIEF = ("compared", "receipt", "opinion", "counted", "audited", "elsewhere", "without")  # its readings
NO_ROOM = "More was found than this page has room for: it stands on the pages that follow, and in findings.json."
SAID = 6  # findings of one place
BESIDES, FRAME = 3, 15  # findings of one name that stand in the brief besides its own, and the words around each
FILED = "filed "  # before the names of the tables that pages show


class Text(str):
    """A text that a notebook shows as it is."""

    __repr__ = str.__str__


class Story:
    """The articles of one or more stories, and by name every table about them, computed when first asked for and kept.

    `story["choices"]` is a table, `story.chart("choices")` its chart, `story.say("choices")` the findings it allows,
    each with its sentences, `story.reading("choices")` a sentence, `story.explain("choices")` how it is made.
    `story.names` lists what there is.
    """

    def __init__(
        self, articles: pd.DataFrame, settings: Mapping[str, Any], *, receipt: pd.DataFrame | None = None
    ) -> None:
        """Hold the articles, the settings (see `samestory.read`) and the receipt of what was read; compute nothing."""
        self.articles, self.settings = articles, dict(settings)
        self._tables: dict[str, Any] = {"articles": articles, "receipt": pd.DataFrame() if receipt is None else receipt}
        self._place = shared.folder(_digest(articles, self.settings))

    # What is asked

    def __getitem__(self, name: str) -> pd.DataFrame:
        """The table of a name; spans with `outlet`, `published`, `story` and `headline` beside them."""
        table = self._table(name)
        return self._beside(table) if list(table.columns[:3]) == SPAN and name != "articles" else table.copy()

    def _beside(self, table: pd.DataFrame) -> pd.DataFrame:
        """The spans with what is known of their articles beside them."""
        known = {new: old for new, old in BESIDE.items() if new not in table and old in self.articles}
        beside = self.articles.set_index("article_id")[list(known.values())].set_axis(list(known), axis=1)
        return table.join(beside, on="article_id")

    def chart(self, name: str, /, **options: Any) -> Any:
        """The chart of a name, or its charts one below the other."""
        drawn = self._answer("chart", name, **options)
        several = isinstance(drawn, list)
        if not several and drawn.table.empty:
            return HTML(shown.nothing())
        for number, one in enumerate(drawn if several else [drawn], 1):
            one.table = self._by_its_name(one.table)
            one.file = self._filed(f"chart {name}{f' {number}' if several else ''}", one.table)
        return shown.together(drawn) if several else drawn

    def say(self, *names: str, limit: int = SAID) -> HTML:
        """The findings of these names, ranked, each with its n, caveat, innocent explanation and sentences."""
        found = self._ranked([graph.row("finding", name) for name in names])
        return evidence.say(found, self.articles, by=self.by, limit=limit)

    def brief(self, limit: int = BRIEF) -> HTML:
        """The findings of the brief: those that rest on a test or on shared copy as sentences, the others as pairs.

        At most `limit`, and no more than fit on its two pages beside what stands above them; one at least.
        """
        found = self._brief
        found = found[~finding.none_sure(found)]  # which the paragraph above says
        pairs, said = self._paired(found), found[found["told"].isna()]
        tested = [evidence.say(said.iloc[[k]], self.articles, by=self.by).data for k in range(min(limit, len(said)))]
        room = self._room()
        left = [room - size for size in accumulate(map(shown.seen, tested))]
        first = tested[: max(sum(words >= 0 for words in left), 1)]
        below = {"most": limit - len(first), "room": left[len(first) - 1] if first else room}
        more = evidence.more(len(said) - len(first))
        return HTML(
            "".join(first) + more + self._answer("show", "differences", told=pairs, **below).data or shown.nothing()
        )

    def besides(self, *names: str, after: int = BRIEF) -> HTML:
        """What of the findings of these names fits on the brief’s two pages besides `brief(after)`, BESIDES of each.

        Of names that have passed the gate of the brief (`facts.gate`). Where none fits it is said that there are some.
        """
        room = self._room() - shown.seen(self.brief(after).data)
        told = []
        asked = {name: self.findings(name) for name in names if facts_gate.stands(name)}
        for name, found in asked.items():
            sizes = accumulate(len(sentence.split()) + FRAME for sentence in found["sentence"].head(BESIDES))
            fit = sum(size <= room for size in sizes)
            said = self.say(name, limit=fit).data if fit else ""
            room -= shown.seen(said)
            told.append(said)
        if not any(told) and any(map(len, asked.values())):
            return shown.reading(NO_ROOM)
        return HTML("".join(told) or shown.nothing())

    def _room(self) -> int:
        """How many words the brief’s two pages have for findings, beside what stands above and below them."""
        above = [self._lead, *(self._answer("reading", name) for name in BESIDE_BRIEF)]
        return finding.WORDS - len(" ".join(filter(None, above)).split())

    def lead(self) -> HTML:
        """The paragraph above the brief."""
        return shown.reading(self._lead)

    @cached_property
    def _lead(self) -> str:
        rows = [row for row in graph.BY_VERB["finding"].values() if row.brief == "test"]
        judged = {
            row.name: [self._table(name) for name in graph.stands_on(row) if name in graph.TABLES] for row in rows
        }
        below = self._paired(self._brief).dropna(subset="difference")
        differing = self._answer("reading", "differences", told=below)
        tests = finding.tested(judged)
        return finding.lead(self._brief, self.articles, tests, by=self.by, pairs=list(below.index), differing=differing)

    def _paired(self, found: pd.DataFrame) -> pd.DataFrame:
        """The differences told that are among some findings of the brief."""
        return self._table("differences_told").loc[list(found["told"].dropna())]

    def reading(self, *names: str) -> HTML:
        """The sentences of reading of these names."""
        return shown.reading(" ".join(filter(None, (self._answer("reading", name) for name in names))))

    def table(self, name: str, /, *, limit: int = shown.LIMIT, **options: Any) -> HTML:
        """A table as a page shows it, at most `limit` rows; one line that says so where it has none."""
        rows, row = self._view(name, **options)
        named, file = self._by_its_name(rows), self._filed(name, rows)
        return shown.table(named, caption=row.caption, limit=limit, file=file, counts=row.counts)

    def show(self, *names: str, **options: Any) -> HTML:
        """What a page shows in a form of its own: passages side by side, sentences in folds."""
        return HTML("".join(str(self._answer("show", name, **options).data) for name in names) or shown.nothing())

    def words(self, words: str) -> pd.DataFrame:
        """Where words (several with commas, * for any letters) stand: a row a mention, with `voice` and `sentence`."""
        found = self._mentions(words)
        place = spans.position(found, self.articles)
        texts = self.articles.set_index("article_id")["text"]
        where = zip(found["article_id"], place["sentence_start"], place["sentence_end"], strict=True)
        return self._beside(found.assign(sentence=[" ".join(texts[name][a:b].split()) for name, a, b in where]))

    def in_context(self, words: str, *, sort: str = "right", width: int = 40) -> pd.DataFrame:
        """The lines of a concordance as a table: each mention between `width` characters, its group and voice.

        Sorted by the words on its `right` or `left`, or by `place`, as it stands in the articles.
        """
        return in_context(self._mentions(words), self.articles, by=self.by, sort=sort, width=width)

    def _mentions(self, words: str) -> pd.DataFrame:
        found = occurrences(self.articles, (word.strip() for word in words.split(",")))
        return found.assign(voice=spans.voice(found, self._table("all_quotes")))

    def over_time(self, of: str | pd.DataFrame, *, per: str = "month", item: str = "") -> pd.DataFrame:
        """In how many articles of each group and period some spans (a table, or its name) stand: see `compare.time`."""
        spans = self._table(of) if isinstance(of, str) else of
        return time.over_time(spans, self.articles, per=per, by=self.by, item=item)

    def sentences(self, of: str | pd.DataFrame, *, title: str = "The sentences", limit: int = evidence.LIMIT) -> HTML:
        """The sentences that hold some spans (a table of them, or its name), folded, each span marked."""
        held = self._table(of) if isinstance(of, str) else of
        return evidence.show(held, self.articles, by=self.by, title=title, limit=limit)

    def read(self, *which: str | int, shown: bool = True) -> HTML:
        """Articles with everything marked that was found in them, each kind switched by its fold; all if none is named.

        `which` names them by `article_id` or by number, from 0; nothing unless `shown`: articles are others'.
        """
        if not shown:
            return HTML("")
        chosen = self.articles.iloc[[self._number(one) for one in which]] if which else self.articles
        tables = {name: self._table(graph.ALL + name) for name in ("quotes", "actors", "figures", "labels")}
        mine = {name: rows[rows["article_id"].isin(chosen["article_id"])] for name, rows in tables.items()}
        return reader.page(chosen, self._table("sentences"), mine)

    def _number(self, which: str | int) -> int:
        names = list(self.articles["article_id"])
        if which in names:
            return names.index(which)
        if isinstance(which, int) and 0 <= which < len(names):
            return which
        raise KeyError(f"a story has no article {which!r}; {did_you_mean(str(which), names)}")

    def concordance(self, words: str = "", *, sort: str = "right", width: int = 40) -> Explorer:
        """The words (several with commas, * for any letters) in their context; nothing until some are given.

        The lines of `in_context` to be read, aligned on the word and none cut, with the order and width to choose.
        """
        return self._answer("explore", "concordance", term=words, sort=sort, width=width)

    def explore(self, name: str, /, *, limit: int = shown.LIMIT, folded: bool = False, **options: Any) -> Explorer:
        """Something to turn over by hand in JupyterLab: an explorer of its own, or a table to sort, folded or not."""
        if name in graph.BY_VERB["explore"]:
            return self._answer("explore", name, **options)
        rows, row = self._view(name, **options)
        file = self._filed(name, rows)
        return sortable(self._by_its_name(rows), caption=row.caption, limit=limit, file=file, folded=folded)

    def findings(self, *names: str) -> pd.DataFrame:
        """The findings of these names as a table; without any, those of the brief."""
        if not names:
            return self._brief[finding.COLUMNS]
        tables = [self._found(graph.row("finding", name)) for name in names]
        return tables[0] if len(tables) == 1 else pd.concat(tables, ignore_index=True)

    def explain(self, name: str) -> Text:
        """How the table of a name is made: its function, what it stands on, and what the function's docstring says."""
        if name in graph.KINDS:
            return Text(f"{name}: the span table of {graph.KINDS[name]}.{name}, each article read alone.")
        rows = [rows[name] for rows in graph.BY_VERB.values() if name in rows]
        if not rows:
            raise KeyError(f"a story has no {name!r}; {did_you_mean(name, self._names())}")
        return Text("\n\n".join(map(_explained, rows)))

    def kept(self) -> Iterator[tuple[Row, pd.DataFrame]]:
        """The tables that are written with a report, each with its row, as far as the run computed them."""
        for row in graph.TABLES.values():
            if row.kept and shared.stands(self._place, f"table {row.name}") and len(self._table(row.name).columns):
                yield row, self._table(row.name)

    def charts(self, themes: Iterable[str]) -> Iterator[tuple[str, style.Chart]]:
        """The charts of some themes by name, numbered where a name draws several, as far as the run computed them."""
        for row in graph.of_themes(themes):
            made = [name for name in graph.stands_on(row) if name in graph.TABLES]
            if row.verb == "chart" and all(shared.stands(self._place, f"table {name}") for name in made):
                drawn = self._answer("chart", row.name)
                several = drawn if isinstance(drawn, list) else [drawn]
                for number, one in enumerate(several, 1):
                    yield f"{row.name}-{number}" if isinstance(drawn, list) else row.name, one

    def filed(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """The tables that pages show, by the name of their file, where no kept table has that name."""
        kept = {row.kept for row in graph.TABLES.values()}
        return ((name, rows) for name, rows in shared.named(self._place, FILED) if name not in kept)

    def found(self, themes: Iterable[str]) -> pd.DataFrame:
        """The findings of some themes that stand, ranked, as far as the run computed them."""
        rows = [row for row in graph.of_themes(themes) if row.verb == "finding"]
        return self._ranked([row for row in rows if shared.stands(self._place, f"finding {row.name}")])

    # What there is

    @property
    def by(self) -> str:
        """The column compared."""
        return self.settings["by"]

    @property
    def names(self) -> pd.DataFrame:
        """What there is, by theme: a row a name, what can be asked of it, and what its table states."""
        rows = [("", kind, "table", f"the span table of {kind}") for kind in graph.KINDS]
        asked: dict[tuple[str, str], list[Row]] = {}
        for verb in graph.BY_VERB.values():
            for row in verb.values():
                asked.setdefault((row.theme, row.name), []).append(row)
        rows += [(theme, name, ", ".join(row.verb for row in of), of[0].says) for (theme, name), of in asked.items()]
        return pd.DataFrame(rows, columns=["theme", "name", "ask", "what"])

    def _names(self) -> list[str]:
        return [*graph.GIVEN, *graph.KINDS, *graph.TABLES]

    def _ipython_key_completions_(self) -> list[str]:
        return self._names()

    def __repr__(self) -> str:
        """What it holds: 47 articles of 6 outlets, 13 stories, June 2020."""
        return collection.holds(self.articles, by=self.by)

    def _repr_html_(self) -> str:
        return f'<p class="reading">{shown.prose(self)}.</p><style>{shown.LOOK}</style>'

    # How it is answered

    def _table(self, name: str) -> pd.DataFrame:
        """The table of a name as the functions take it; KeyError with the nearest names where there is none."""
        if name not in self._tables:
            if not graph.is_table(name):
                raise KeyError(f"a story has no table {name!r}; {did_you_mean(name, self._names())}")
            self._tables[name] = self._spans(name) if name not in graph.TABLES else self._made(graph.TABLES[name])
        return self._tables[name]

    def _spans(self, name: str) -> pd.DataFrame:
        """The spans of a kind, in the articles or their headlines; without shared copy where only own words count."""
        kind = graph.kind(name)
        options = {option: self.settings[option] for option in ("referents", "pipeline")}
        if name.startswith(graph.HEADLINES):
            heads = paragraphs.headlines(self.articles)
            return shared.once(self._place, f"spans {name}", lambda: annotate.run(heads, kind, **options)[0])
        if name == kind and self.settings["own_words"] and kind not in graph.WHOLE:
            return framing.without(self._table(graph.ALL + kind), self._table("copies"))
        if name == kind:
            return self._table(graph.ALL + kind)
        return shared.once(self._place, f"spans {kind}", lambda: annotate.run(self.articles, kind, **options)[0])

    def _made(self, row: Row) -> pd.DataFrame:
        return shared.once(self._place, f"{row.verb} {row.name}", lambda: self._called(row))

    def _called(self, row: Row, /, **options: Any) -> Any:
        return row.function(**graph.arguments(row, self._table, self.settings, **options))

    def _answer(self, verb: str, name: str, /, **options: Any) -> Any:
        """What a row of the verb answers, every group with the mark it has throughout the story."""
        style.assign_marks(groups.of(self.articles, self.by))
        return self._called(graph.row(verb, name), **options)

    def _view(self, name: str, /, **options: Any) -> tuple[pd.DataFrame, Row]:
        row = graph.row("view", name)
        return self._called(row, **options), row

    def _by_its_name(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The table with its columns of groups named as what they are: outlets, regions."""
        named = {"group": self.by, "other_group": f"other {self.by}", "groups": f"{self.by}s"}
        return rows.rename(columns={old: new for old, new in named.items() if new not in rows})

    def _filed(self, name: str, rows: pd.DataFrame) -> str:
        """The file beside the pages in which all rows of a table stand; none outside a run, or without rows."""
        if self._place is None or rows.empty:
            return ""
        file = name.replace(" ", "_")
        shared.once(self._place, f"{FILED}{file}", lambda: rows)
        kept = [row.name for row in graph.TABLES.values() if row.kept == file]
        return places.of_table(file, len(self._table(kept[0]) if kept else rows))

    def _found(self, row: Row) -> pd.DataFrame:
        return shared.once(self._place, f"{row.verb} {row.name}", lambda: self._written(row))

    def _written(self, row: Row) -> pd.DataFrame:
        """The findings of a row, quoting letter by letter; those told as pairs are made of the words themselves."""
        found = self._called(row)
        return found if row.brief == "told" else finding.as_written(found, self.articles)

    def _of_brief(self, part: str) -> list[pd.DataFrame]:
        rows = [row for row in graph.BY_VERB["finding"].values() if row.brief == part]
        return [gate.standing(self._found(row), self._table("audited")) for row in rows]

    @cached_property
    def _brief(self) -> pd.DataFrame:
        return finding.in_brief(self._of_brief("test"), self._of_brief("copy"), pd.concat(self._of_brief("told")))

    def _ranked(self, rows: Iterable[Row]) -> pd.DataFrame:
        """The findings of these rows that stand, ranked; a test has one p, whoever shows it."""
        return finding.brief(*map(self._found, rows))


def _digest(articles: pd.DataFrame, settings: Mapping[str, Any]) -> str:
    """What the tables of a story depend on, in 16 letters: texts, what is known of the articles, and the settings."""
    return shared.digest([articles.drop(columns="text").astype("str").to_csv(index=False), dict(settings)])


def _explained(row: Row) -> str:
    where = f"{row.function.__module__}.{row.function.__qualname__}"
    on = shown.listed(graph.stands_on(row))
    given = "".join(f", {name} = {value!r}" for name, value in row.given.items())
    says: Iterable[str] = (row.function.__doc__ or "").splitlines()
    return f"{row.verb} {row.name!r} ({row.theme}): {where}, from {on}{given}\n" + "\n".join(says)
