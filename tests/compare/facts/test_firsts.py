"""What an article opens with, past what stands on the page beside it; what comes first here and late there."""

import pandas as pd
import pytest
from samestory.compare.facts import firsts, pieces
from samestory.corpus import language

LEDE = "The council of Osk voted on Monday to close the old ferry harbour for good."
OPENINGS = [
    (LEDE, LEDE, "the first sentence"),
    (f"Ferries wait in the harbour of Osk in the early spring of this year. | AP Photo\n\n{LEDE}", LEDE, "a picture line"),
    (f"Story highlights The council closes the ferry harbour after nine years of talks\n\nThe town of Osk pays \"millions of"
     f" its own, a councillor says to the paper today\"\n\nNobody in Osk is asked about it by anyone in the U.S.\n\n{LEDE}", LEDE,
     "bullets end without a full stop, on a mark or on an abbreviation"),
    (f"(We last changed this post in the evening. It is about the harbour in Osk.)\n\n{LEDE}", LEDE, "a note"),
    (f"Harbour closed\n\n{LEDE}", LEDE, "a heading"),
    (f"(CNN) {LEDE}", LEDE, "a dateline"),
    (f"OSK, BRIN | {LEDE}", LEDE, "a dateline in capitals"),
    ("With the ferries gone, Ada Lind (R-Osk) and Bo Ek (D-Brin) asked for a new harbour.",
     "With the ferries gone, Ada Lind (R-Osk) and Bo Ek (D-Brin) asked for a new harbour.", "brackets inside it stay"),
    (f"Osk votes!\n\n{LEDE}", LEDE, "the headline again"),
    (f"A: How it all came to be.\n\n{LEDE}", None, "too short to be set beside another"),
    (f"It is over.\n\n{LEDE}", None, "the next sentence is not the first"),
    ("Mr. Lind had asked the council of Osk for a delay of nine months before that.", None, "it begins in the middle"),
    ("That is why the council of Osk wants to close the ferry harbour for good.", None, "it leans on what is missing"),
    (f"{LEDE}\n\nUpdate: it rained in Osk.", LEDE, "one time stamp makes no log"),
    (f"{LEDE}\n\nUpdate: it rained.\n\nUpdate: it snowed.", None, "two do"),
    ("\n\n".join([*["Harbour, seen from Osk"] * 7, LEDE]), LEDE, "the eighth line"),
    ("\n\n".join([*["Harbour, seen from Osk"] * 8, LEDE]), None, "so far down it is no first sentence"),
    (f"9:10 a.m. The vote begins.\n\n8:40 a.m. People arrive.\n\n{LEDE}", None, "a running log has no first sentence"),
]  # fmt: skip


def told(*texts):
    return pd.DataFrame(
        {
            "article_id": [f"a{k}" for k in range(len(texts))], "outlet": ["North", "South"][: len(texts)],
            "event": "the town", "event_by": "found", "headline": "Osk votes", "text": texts, "published": pd.Period("2031-05-04"),
        }
    )  # fmt: skip


@pytest.mark.parametrize(("text", "opening", "why"), OPENINGS)
def test_the_sentence_an_article_opens_with(text, opening, why):
    articles = told(text)
    found = firsts.leads(language.sentences(articles), articles)
    assert [text[row.start : row.end] for row in found.itertuples()] == ([opening] if opening else []), why


TELLING = {
    "story": "the town", "fact": 1, "level": "show", "score": 6.0, "voice": "narrator", "source": None, "paragraphs": 9,
}  # fmt: skip
LATE = "\n\n".join(["A choir sang.", *["The weather was fine."] * 7, LEDE])


@pytest.mark.parametrize(
    ("near", "headline", "found", "why"),
    [
        ([], "Choir sings", True, "only at the end"),
        ([(0, 15, 0.4, 3)], "Choir sings", False, "something that may be it stands higher up"),
        (
            [(0, 15, 0.4, 3), (90, 15, 9.0, 12)],
            "Choir sings",
            True,
            "what stands higher up is a copy of something else",
        ),
        ([(0, 15, 0.4, 3), (90, 15, 9.0, 11)], "Choir sings", False, "nearly a copy of it is none"),
        ([], "Osk votes to close ferry harbour", False, "the headline has it"),
        ([], "Osk council votes on rain", True, "a third of its words may be in the headline by chance"),
        ([], "Osk council votes on harbour", False, "more may not"),
    ],
)
def test_first_here_and_late_there(near, headline, found, why):
    articles = told(LEDE, LATE).assign(headline=["Osk", headline])
    start = LATE.index(LEDE)
    places = [("North", "a0", 0, 1), ("South", "a1", start, 9)]
    tellings = pd.DataFrame(
        [TELLING | {"group": group, "article_id": article, "start": at, "end": at + len(LEDE), "text": LEDE,
                    "paragraph": paragraph} for group, article, at, paragraph in places]
    )  # fmt: skip
    scores = pd.DataFrame(
        [("a0", own, "a1", at, score, run) for own, at, score, run in [(0, start, 9.0, 12), *near]],
        columns=["article_id", "start", "other_id", "other_start", "score", "run"],
    )
    assert bool(list(firsts.order(tellings, scores, articles))) == found, why


@pytest.mark.parametrize(
    ("one", "other", "of", "score", "found", "why"),
    [
        (1, 5, 9, 6.0, True, "in the second half"),
        (1, 4, 8, 6.0, False, "in the middle"),
        (2, 9, 9, 6.0, True, "the second paragraph is early"),
        (3, 9, 9, 6.0, False, "the third is not"),
        (1, 8, 8, 6.0, True, "last of eight paragraphs"),
        (1, 7, 7, 6.0, False, "a shorter article has no early and late"),
        (1, 9, 9, 5.0, True, "surely one fact"),
        (1, 9, 9, 4.9, False, "not surely"),
    ],
)
def test_how_early_and_how_late(one, other, of, score, found, why):
    articles = told(LEDE, LATE).assign(headline=["Osk", "Choir sings"])
    places = [("North", "a0", 0, one, 9), ("South", "a1", LATE.index(LEDE), other, of)]
    tellings = pd.DataFrame(
        [TELLING | {"group": group, "article_id": article, "start": at, "end": at + len(LEDE), "text": LEDE,
                    "paragraph": paragraph, "paragraphs": paragraphs, "score": score}
         for group, article, at, paragraph, paragraphs in places]
    )  # fmt: skip
    scores = together(9.0).iloc[:0]
    assert bool(list(firsts.order(tellings, scores, articles))) == found, why


@pytest.mark.parametrize(("run", "found"), [(7, True), (8, False)])
def test_first_sentences_with_eight_equal_words_in_a_row_are_nearly_one(run, found):
    other = "With nobody asked, the harbour of Osk is to lose its ferries, the council says."
    articles = told(LEDE, other).assign(headline="Osk council closes harbour")
    near, sentences = together().assign(run=run), language.sentences(articles)
    assert bool(list(firsts.openings(one_news(articles), sentences, near))) == found


def together(score=6.0, facts=1):
    """Scores of two articles that tell so many facts in common."""
    columns = ["article_id", "start", "other_id", "other_start", "score", "run"]
    return pd.DataFrame([("a0", k, "a1", k, score, 2) for k in range(facts)], columns=columns)


def like(articles, score=6.0, facts=1):
    return pieces.alike(pieces.likely(together(score, facts), articles))


HEADS = ("Council of Osk votes to close harbour", "Osk council closes harbour to ferries", "Mayor opens school in Brin")


@pytest.mark.parametrize(
    ("heads", "days", "facts", "score", "found", "why"),
    [
        (HEADS[:2], (4, 4), 1, 6.0, True, "each opens with what heads the other"),
        (HEADS[::2], (4, 4), 1, 6.0, False, "one fact in common: their topic is one, their stories are two"),
        (HEADS[::2], (4, 4), 20, 6.0, True, "twenty facts in common"),
        (HEADS[:2], (4, 8), 1, 6.0, False, "four days apart: one is of what came after"),
        (HEADS[:2], (4, 8), 60, 6.0, True, "most of it is the same all the same"),
        (HEADS[:2], (4, 4), 1, 1.0, False, "no fact is surely in both"),
        ((HEADS[0], None), (4, 4), 1, 6.0, True, "without a headline the facts decide"),
    ],
)  # fmt: skip
def test_accounts_are_compared_where_they_are_likely_of_one_event(heads, days, facts, score, found, why):
    texts = [f"{head or 'Ferries are gone'}, it is said." for head in heads]
    articles = told(*texts).assign(headline=heads, published=[pd.Period(f"2031-05-{day:02}") for day in days])
    assert like(articles, score, facts) == ({frozenset({"a0", "a1"})} if found else frozenset()), why


def test_a_given_event_makes_two_articles_likely_of_one():
    heads, days = HEADS[::2], pd.Period("2031-05-04")
    articles = told("Ferries are gone.", "Ferries are here.").assign(headline=heads, published=days)
    found, given = (like(articles.assign(event_by=event_by)) for event_by in ("found", "given"))
    assert not found and given


def one_news(articles):
    """The reports of one piece of news, as `news.reports` yields them."""
    return [articles.assign(group=articles["outlet"])]


@pytest.mark.parametrize(
    ("headline", "run", "found", "why"),
    [
        ("Osk council closes harbour", 2, True, "both say what is headed over them"),
        ("Osk council speaks", 2, False, "two words in common: it may be a note or a promotion"),
        ("Osk council closes harbour", 8, False, "nearly one sentence"),
    ],
)
def test_an_opening_says_what_its_headline_says(headline, run, found, why):
    other = "With nobody asked, the harbour of Osk is to lose its ferries, the council says."
    articles = told(LEDE, other).assign(headline=["Council of Osk votes to close harbour", headline])
    near, sentences = together().assign(run=run), language.sentences(articles)
    assert bool(list(firsts.openings(one_news(articles), sentences, near))) == found, why
