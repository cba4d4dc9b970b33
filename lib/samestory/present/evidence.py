"""The sentences a statement rests on, one click away from it."""

import hashlib
import re
from collections.abc import Iterable
from itertools import accumulate

import pandas as pd
from IPython.display import HTML

from samestory.annotate import spans as span_tables
from samestory.compare import groups
from samestory.present.show import escape, escape_attribute, nothing, prose, seen
from samestory.present.style import Mark, outlet_marks

LIMIT = 12
SENTENCE = ["article_id", "sentence_start", "sentence_end"]
SHARED = ["caveat", "innocent_explanation"]  # what all findings of one place may have in common
SEEN = 300  # words of the findings of one place, beyond which no more are shown
ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def show(
    spans: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", limit: int = LIMIT, title: str = ""
) -> HTML:
    """The sentences that hold the spans, folded: each marked, with outlet, place in the article, voice and offsets.

    At most `limit` sentences are shown, and the heading says of how many. `by` is the column of the articles that
    groups them.
    """
    return HTML(evidence_html(spans, articles, by=by, limit=limit, title=title))


def evidence_html(
    spans: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    limit: int = LIMIT,
    title: str = "",
    claim: str = "",
) -> str:
    """The HTML of `show`; with `claim`, the id of the statement above, it links back to it."""
    if spans.empty:
        return ""
    placed = _placed(spans, articles)
    sentences = placed.drop_duplicates(SENTENCE)
    chosen = spread(sentences, limit)
    shown = _quoted(placed.merge(chosen[SENTENCE]))
    of = f"{len(shown)} of {len(sentences):,}" if len(shown) < len(sentences) else f"{len(sentences):,}"
    told = articles.assign(group=groups.of(articles, by)).set_index("article_id")
    marks = outlet_marks(told["group"].cat.categories)
    blocks = "".join(_block(row, told.loc[row.article_id], marks) for row in shown.itertuples())
    summary = f"{prose(title or 'The sentences')} ({of})"
    if not claim:
        return f'<details class="evidence"><summary>{summary}</summary>{blocks}</details>'
    back = f'<p class="back"><a href="#{claim}">Back to the statement</a></p>'
    held = f'<div id="{claim}-sentences">{blocks}{back}</div>'  # a link to what stands inside opens the fold
    return f'<details class="evidence"><summary>{summary}</summary>{held}</details>'


def _placed(spans: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The spans with their place, and a `voice`, which may be empty."""
    placed = spans.join(span_tables.position(spans, articles))
    return placed if "voice" in placed else placed.assign(voice="")


def _quoted(placed: pd.DataFrame) -> pd.DataFrame:
    """One row a sentence: `article_id, start, end` of the sentence, `marks` (spans in it), `paragraph(s)`, `voices`."""
    rows = [
        {
            "article_id": article_id,
            "start": start,
            "end": max(end, int(group["end"].max())),
            "marks": list(zip(group["start"], group["end"], strict=True)),
            "paragraph": group["paragraph"].iloc[0],
            "paragraphs": group["paragraphs"].iloc[0],
            "voices": [v for v in dict.fromkeys(group["voice"].dropna()) if v],
        }
        for (article_id, start, end), group in placed.groupby(SENTENCE, sort=False)
    ]
    return pd.DataFrame(rows)


def spread(sentences: pd.DataFrame, limit: int) -> pd.DataFrame:
    """At most `limit` rows, taken by turns from each article, so that no article crowds out another."""
    turn = sentences.groupby("article_id", sort=False).cumcount()
    return sentences.loc[sorted(turn.sort_values(kind="stable").index[:limit])]


def spans_of(evidence: Iterable[tuple[str, int, int]], articles: pd.DataFrame) -> pd.DataFrame:
    """The span table of evidence given as `(article_id, start, end)`."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows = [(a, start, end, texts[a][start:end]) for a, start, end in dict.fromkeys(map(tuple, evidence))]
    return pd.DataFrame(rows, columns=list(span_tables.SPAN))


def say(findings: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", limit: int | None = None) -> HTML:
    """Each finding as a statement with its n, its caveat and innocent explanation, and its sentences folded below.

    A caveat or an explanation that all share is said once, below them, and an explanation that some share at the first
    of them. At most `limit` are shown, none beyond the first SEEN words of them, and a line says so.
    """
    if findings.empty:
        return HTML(nothing())
    shown = findings.head(limit) if limit else findings
    same = [name for name in SHARED if len(shown) > 1 and shown[name].nunique() == 1]
    told = shown.assign(innocent_explanation=_at_first(shown["innocent_explanation"])).assign(**dict.fromkeys(same, ""))
    blocks = [_statement(row, articles, by) for row in told.itertuples(index=False)]
    fit = max(sum(words <= SEEN for words in accumulate(map(seen, blocks))), 1) if limit else len(blocks)
    all_of = _of_all(*(shown[name].iloc[0] if name in same else "" for name in SHARED))
    return HTML("".join(blocks[:fit]) + all_of + more(len(findings) - fit))


def _of_all(caveat: str, innocent: str) -> str:
    """What holds for all findings of one place, as HTML; nothing where nothing does."""
    if caveat:
        return f'<p class="why of-all"><b>Of all these:</b> {_why(caveat, innocent)}</p>'
    told = f"<b>Innocent explanation of all these:</b> {prose(innocent)}"
    return f'<p class="why of-all">{told}</p>' if innocent else ""


def _at_first(explanations: pd.Series) -> pd.Series:
    """The explanations, each only at the first finding that it explains."""
    return explanations.mask(explanations.duplicated(), "")


def more(rest: int) -> str:
    """How many findings are not shown, and where they stand, as HTML."""
    return f'<p class="rest">{rest:,} more in <a href="../findings.json">findings.json</a>.</p>' if rest else ""


def _statement(finding, articles: pd.DataFrame, by: str) -> str:
    name = "f-" + hashlib.sha256(f"{finding.kind}{finding.sentence}".encode()).hexdigest()[:8]
    evidence = evidence_html(spans_of(finding.evidence, articles), articles, by=by, claim=name)
    rests = "not tested" if finding.rests_on == "reading" else f"tested: p = {finding.p_adjusted:.3g} after correction"
    link = f' <a class="to-sentences" href="#{name}-sentences">Sentences</a>' if evidence else ""
    why = _why(finding.caveat, finding.innocent_explanation)
    return (
        f'<div class="finding" id="{name}"><p class="statement">{prose(finding.sentence)}{link}</p>'
        f'<p class="why">Counted: {finding.n:,}; {rests}. {why}</p>{evidence}</div>'
    )


def _why(caveat: str, innocent: str) -> str:
    """The caveat and the innocent explanation as HTML, as far as there are any."""
    explained = f"<b>Innocent explanation:</b> {prose(innocent)}" if innocent else ""
    return " ".join(part for part in (prose(caveat), explained) if part)


def _block(sentence, article: pd.Series, marks: dict[str, Mark]) -> str:
    place = f"paragraph {sentence.paragraph} of {sentence.paragraphs}"
    voices = ", ".join(sentence.voices)
    anchor = escape_attribute(f"read-{sentence.article_id}-{sentence.start}")  # in the reader, where there is one
    offsets = f'<span data-read="{anchor}">characters {sentence.start:,}–{sentence.end:,}</span>'
    cite = " · ".join(part for part in (place, voices, offsets) if part)
    quote = marked(article["text"], sentence.start, sentence.end, sentence.marks)
    outlet = f"{marks[article['group']].sign} {linked(article['outlet'], article.get('url'))}"
    return f'<blockquote><p dir="auto">{quote}</p><footer>{outlet} · {cite}</footer></blockquote>'


def linked(name: object, url: object) -> str:
    """A name as HTML, a link to the article where its address is one of the web (http, https)."""
    said = f"<bdi>{escape(name)}</bdi>"
    address = isinstance(url, str) and ADDRESS.fullmatch(url.strip())
    return f'<a href="{escape_attribute(address[0])}">{said}</a>' if address else said


def marked(text: str, start: int, end: int, marks: Iterable[tuple[int, int]]) -> str:
    """The HTML of `text[start:end]` with the given stretches in `<mark>`; overlapping marks run together."""
    out, at = [], start
    for left, right in sorted(marks):
        left, right = max(left, at), min(right, end)
        if left < right:
            out += [escape(text[at:left]), f"<mark>{escape(text[left:right])}</mark>"]
            at = right
    return "".join([*out, escape(text[at:end])])
