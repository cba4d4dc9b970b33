"""Findings about figures: which several outlets report and whether they agree, which only one does, what is nested."""

import re

import pandas as pd

from samestory.annotate import reporting
from samestory.annotate.figures import nouns
from samestory.annotate.figures.attribution import COUNTS
from samestory.compare import groups
from samestory.compare.figures.reconcile import MAYBE, VERDICTS, joined, open_questions, reports
from samestory.present import show
from samestory.present.figures import amounts
from samestory.present.figures.chosen import GRAVEST, of_something, of_weight, weight
from samestory.present.finding import finding, innocent_explanation, table

NAMED = 4  # examples in one sentence
LONGEST = 80  # characters of a source: what is longer holds more than a name
NAMED_SOURCE = r"(?:^|\s)(?!(?:The|A|An|He|She|They|It|One|Some)\b)[A-Z]"  # somebody or something by name
ALIKE = 2  # of the figures that all give alike
ONE_WITNESS = "{} and {} may be one source: two reports, not two witnesses."
SAME_WORDS = "That both count the same thing is read from the words of their sentences."


def reading(ledger: pd.DataFrame, verdicts: pd.DataFrame) -> str:
    """The ledger in one or two sentences: how many figures several outlets report, and how their reports stand."""
    if ledger.empty:
        return "No figure was found in these articles."
    referents = ledger["referent"].nunique()
    judged = of_weight(verdicts.dropna(subset="referent"), ledger)
    shared = judged["referent"].nunique()
    if not shared:
        return (
            f"No two outlets surely give one figure: only reports of one story are compared, and of the {referents:,} "
            f"figure{'s' if referents > 1 else ''} none was tied to another’s."
        )
    gravest = judged.assign(_g=judged["verdict"].map(GRAVEST)).groupby("referent")["_g"].max()
    counts = gravest.map({k: name for name, k in GRAVEST.items()}).value_counts()
    told = (
        f"{shared:,} figure{' of several outlets was' if shared == 1 else 's of several outlets were'} put side by side"
    )
    if set(counts.index) == {"equal"}:
        alike = _weightiest(ledger, list(gravest.index))
        return f"{told}, {'all ' if shared > 1 else ''}given alike{alike}."
    return f"{told}: {', '.join(f'{counts[name]} {name}' for name in GRAVEST if name in counts)}."


def _weightiest(ledger: pd.DataFrame, referents: list[int]) -> str:
    """The weightiest of the figures given alike in the words of their first report; '' where all are trivia."""
    weights = weight(ledger)[referents].loc[lambda found: found > 0].sort_values(ascending=False, kind="stable")
    first = ledger.drop_duplicates("referent").set_index("referent")
    words = list(dict.fromkeys(first.loc[weights.index, "quotation"]))[:ALIKE]
    said = "; ".join(f"“{one}”" for one in words)
    if not said:
        return ""
    return (
        f", in the words of one: {said}"
        if len(words) == len(referents)
        else f", among them, in the words of one, {said}"
    )


def kept_apart(ledger: pd.DataFrame, verdicts: pd.DataFrame) -> str:
    """How many figures may be of one thing, though told with different numbers; '' for none."""
    n = len(joined(open_questions(verdicts, ledger).itertuples()))
    return f"Told with different numbers, and perhaps one figure all the same: {n}, listed below." if n else ""


def parted(parts: pd.DataFrame) -> str:
    """How many figures are given as part of another, in one sentence; '' for none."""
    if parts.empty:
        return ""
    n, valid = len(parts), int(parts["derivation"].notna().sum())
    rest = f", and of {'one' if valid == 1 else valid} the rest can be derived" if valid else ""
    return f"{n} {'figure is' if n == 1 else 'figures are'} given as part of another; none is added to its whole{rest}."


def over_time(ledger: pd.DataFrame, drawn: list[int]) -> str:
    """What a series went from and to, for each referent drawn, in one sentence; '' where none is drawn."""
    if not drawn:
        return ""
    return " ".join(_course(ledger[ledger["referent"].eq(referent)]) for referent in drawn)


def _course(reports: pd.DataFrame) -> str:
    dated = reports.loc[[isinstance(day, pd.Period) for day in reports["published"]]]
    first = dated.loc[dated["published"].map(lambda day: day.start_time).idxmin()]
    last = dated.loc[dated["published"].map(lambda day: day.end_time).idxmax()]
    begun, ended = (f"{amounts.in_a_sentence(row)} ({show.date(row['published'])})" for row in (first, last))
    return f"{show.capital(str(first['label']))}: from {begun} to {ended}."


def agreement(
    ledger: pd.DataFrame, verdicts: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """One finding for each figure of weight that several outlets report: do they agree, and by what derivation.

    Of more than two outlets the pair with the gravest verdict is told (contradictory, stale, compatible, equal), and
    how many pairs share it. Kind `agreement`, or `figure` where they contradict each other; n counts the reports.
    """
    judged = of_weight(verdicts.dropna(subset="referent"), ledger)
    return table(_agreement(group, ledger, articles, by) for _, group in judged.groupby("referent", sort=True))


def _agreement(pairs: pd.DataFrame, ledger: pd.DataFrame, articles: pd.DataFrame, by: str) -> dict:
    gravest = pairs.loc[pairs["verdict"].map(GRAVEST).idxmax()]
    a, b = ledger.loc[gravest["report_a"]], ledger.loc[gravest["report_b"]]
    said = f"{_said(a)} and {_said(b)}"
    outlets = list(dict.fromkeys([*pairs["group_a"], *pairs["group_b"]]))
    return finding(
        f"{show.capital(gravest['label'])}: {said}{_judgement(gravest, ledger)}.{_others(pairs, gravest)}",
        kind="figure" if GRAVEST[gravest["verdict"]] >= GRAVEST[MAYBE] else "agreement",
        outlets=outlets,
        n=int(ledger["referent"].eq(gravest["referent"]).sum()),
        evidence=reports(ledger, dict.fromkeys([*pairs["report_a"], *pairs["report_b"]])),
        caveat=" ".join(filter(None, [_witnesses(gravest), _words(a, b)])),
        innocent=_innocent(gravest["verdict"], _of(articles, outlets, ledger, gravest, by), by),
    )


def questions(
    ledger: pd.DataFrame, verdicts: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """One finding for each figures that may be of one thing, told as a question, with the days where they differ.

    Kind `figure`; n counts the reports. Whether they are one the reader decides, by their sentences.
    """
    open_ones = open_questions(verdicts[verdicts["referent"].isna()], ledger)
    return table(_asked(pairs, ledger, articles, by) for pairs in joined(open_ones.itertuples()))


def _asked(pairs: list, ledger: pd.DataFrame, articles: pd.DataFrame, by: str) -> dict:
    labels = list(dict.fromkeys(label for pair in pairs for label in (pair.report_a, pair.report_b)))
    told = ledger.loc[labels].drop_duplicates(["group", "quotation"])
    several = told["published"].nunique(dropna=False) > 1
    days = [f" ({show.date(day)})" if several else "" for day in told["published"]]
    said = zip(told["group"], days, told["quotation"], strict=True)
    each = " ".join(f"{name}{day}: “{words}”." for name, day, words in said)
    return finding(
        f"{each} Is it one figure? {show.capital(pairs[0].derivation)}.",
        kind="figure",
        outlets=list(dict.fromkeys(told["group"].astype("str"))),
        n=len(labels),
        evidence=reports(ledger, labels),
        caveat="A question, no verdict: that all are of one thing is likely, not shown.",
        innocent=innocent_explanation(articles[articles["article_id"].isin(told["article_id"])], kind="figure", by=by),
    )


def _innocent(verdict: str, articles: pd.DataFrame, by: str) -> str:
    """Why reports may agree or differ without intent."""
    if verdict == "equal":
        return "Both may have it from one source or one agency."
    rounded = "One may round what the other gives in full. " if verdict == "compatible" else ""
    return rounded + innocent_explanation(articles, kind="figure", by=by)


def _said(row: pd.Series) -> str:
    return f"{row['group']}’s “{row['quotation']}”"


def _judgement(pair: pd.Series, ledger: pd.DataFrame) -> str:
    """The verdict as the end of a sentence."""
    words = {
        "equal": " are equal",
        "rounded": " are one figure, rounded",
        "compatible": " are compatible",
        "stale": " are one series at two times",
        "contradictory": " contradict each other",
        "opposed": " are opposed",
        MAYBE: ". Is it one figure? The numbers differ",
    }
    held = pair["verdict"] == MAYBE and pd.notna(pair["low"])
    if held:  # some number satisfies both
        return f". Is it one figure? {show.capital(amounts.derivation(pair, ledger))}"
    return f"{words[pair['verdict']]}: {amounts.derivation(pair, ledger)}"


def _others(pairs: pd.DataFrame, gravest: pd.Series) -> str:
    """How the other pairs of reports stand, where there are any."""
    if len(pairs) == 1:
        return ""
    counts = pairs["verdict"].value_counts()
    listed = ", ".join(f"{counts[name]} {name}" for name in VERDICTS if name in counts)
    return f" Of {len(pairs)} pairs of reports: {listed}."


def _witnesses(pair: pd.Series) -> str:
    """The caveat: one source behind both, or how the two reports were matched."""
    if pd.notna(pair["source_a"]) and pair["source_a"] == pair["source_b"]:
        return f"Both name “{pair['source_a']}”: two reports, not two witnesses."
    if pd.notna(pair["one_source"]) and pair["one_source"]:
        return ONE_WITNESS.format(f"“{pair['source_a']}”", f"“{pair['source_b']}”")
    return SAME_WORDS


def _words(a: pd.Series, b: pd.Series) -> str:
    """Which different words two reports of one figure use for those counted or for what was done to them."""
    differ = [
        f"“{a[name]}” and “{b[name]}”"
        for name in ("counted", "act")
        if pd.notna(a[name]) and pd.notna(b[name]) and a[name].lower() != b[name].lower()
    ]
    return f"Taken as one figure though the words differ: {'; '.join(differ)}." if differ else ""


def _of(articles: pd.DataFrame, outlets: list[str], ledger: pd.DataFrame, pair: pd.Series, by: str) -> pd.DataFrame:
    """The two articles of a pair of reports."""
    ids = ledger.loc[[pair["report_a"], pair["report_b"]], "article_id"]
    return articles[articles["article_id"].isin(ids) & groups.of(articles, by).isin(outlets)]


def nesting(ledger: pd.DataFrame, parts: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One finding for each chain of figures that are parts of one another, with the differences that may be derived.

    Kind `figure`; n counts the figures of the chain. They are never summed.
    """
    return table(_nesting(ledger, chain) for _, chain in parts.groupby("outermost", sort=True))


def _nesting(ledger: pd.DataFrame, chain: pd.DataFrame) -> dict:
    chain = chain.sort_values("level", kind="stable")
    labels = list(dict.fromkeys([*chain["whole_report"], *chain["part_report"]]))
    nested = amounts.nested(ledger, chain)
    derived = [words.replace(" - ", " − ") for words in chain["derivation"].dropna()]
    rest = f" Derived, not reported: {'; '.join(derived)}." if derived else ""
    outlet = str(ledger.loc[labels[0], "group"])
    return finding(
        f"{outlet} gives figures that are parts of one another, never to be added: {nested}.{rest}",
        kind="figure",
        outlets=[outlet],
        n=len(labels),
        evidence=reports(ledger, labels),
        caveat="Which figure is part of which is read from the wording of one sentence.",
        innocent="",
    )


def sources(ledger: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One finding for each outlet whose sentences name the source of figures of weight: which figure is whose.

    Not of amounts of which they do not say what for.

    Kind `source`; n counts these figures. A share of figures with a source is not given: a source may stand elsewhere.
    """
    told = of_something(ledger[ledger["status"].fillna("asserted").eq("asserted")])
    named = told["source"].str.contains(NAMED_SOURCE, na=False) & told["source"].str.len().le(LONGEST)
    whose = told[named & told["counted"].notna()]
    whose = whose[whose["source"].map(_somebody).astype(bool)]
    each = whose.groupby("group", sort=True, observed=True)
    return table(_sourced(str(outlet), rows) for outlet, rows in each)


def _somebody(source: str) -> bool:
    """Whether a source is somebody, where its one capital may only open the sentence: no phone records, no polls."""
    first, *rest = re.findall(r"[^\W\d_][\w’'-]*", re.split(r" (?:of|at|in|for|from|with|on) ", source)[0])
    if any(word[0].isupper() for word in source.split()[1:]):
        return True
    if source.lower() in COUNTS:
        return False
    common = bool(rest) or bool(reporting.senses(nouns.lemma(first), "NOUN"))
    return not common or reporting.is_people((rest or [first])[-1]) or first.endswith(("’s", "'s"))


def _sourced(outlet: str, rows: pd.DataFrame) -> dict:
    plain = rows["source"].str.removeprefix("the ").str.removeprefix("The ").str.rstrip(".")
    shown = rows[~plain.duplicated()].head(NAMED)
    each = [f"{_named(row.source)} for “{row.quotation}”{_counting(row)}" for row in shown.itertuples()]
    return finding(
        f"Sources that {outlet} names: {'; '.join(each)}.",
        kind="source",
        outlets=[outlet],
        n=len(rows),
        evidence=reports(rows, shown.index),
        caveat="Only sources that the figure’s own sentence or quotation names.",
        innocent="",
    )


def _counting(row) -> str:
    """What a figure counts, where its own words do not say it: “3.1 million” (cases)."""
    said = str(row.counted).lower().split()[-1]
    return "" if said in row.quotation.lower() else f" ({row.counted})"


def _named(source: str) -> str:
    """A source as the middle of a sentence has it."""
    first, _, rest = source.partition(" ")
    return f"{first.lower()} {rest}" if first in ("The", "A", "An", "One") and rest else source.rstrip(".")
