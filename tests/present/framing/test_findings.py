import pandas as pd
import pytest
from samestory.annotate import content, cues
from samestory.compare import facts, framing
from samestory.compare.framing import emphasis, omission
from samestory.compare.framing.cues import rates
from samestory.corpus import language
from samestory.present import finding
from samestory.present.framing import findings as framing_findings

TEXT = """Rebels freed twelve captives near the town of Osk on Sunday, the army said.

The captives had been held in a mountain camp for nine weeks, according to relatives.

A spokesman for the rebels said that the release was a gesture of goodwill before the talks.

The army has shelled the valley since March, killing at least 230 people, mostly farmers, the clinic said.

The army is to pull out of the valley entirely under the deal that both sides signed.

Both sides have broken earlier promises, and few in the valley expect much from the meeting."""
EDITS = [
    ("twelve captives", "twelve hostages"),
    (", mostly farmers", ""),
    ("earlier promises", "earlier and later promises"),
    ("has shelled", "has pounded"),
    ("at least 230", "about 200"),
]


def collection(*texts, outlets=("North", "South"), event="Osk"):
    return pd.DataFrame(
        {
            "article_id": [f"{name}-{event}" for name in outlets],
            "outlet": list(outlets),
            "event": event,
            "published": [pd.Period("2031-05-04")] * len(texts),
            "credit": [None] * len(texts),
            "text": list(texts),
        }
    )


def compared(articles):
    words, terms, sentences = language.words(articles), content.terms(articles), language.sentences(articles)
    copies = framing.shared_copy(words, articles)
    pairs = framing.one_text(copies, words, facts.align(sentences, terms, articles), articles)
    return pairs, framing.edits(pairs, terms, words), copies


def test_of_identical_articles_the_brief_says_that_they_do_not_differ():
    articles = collection(TEXT, TEXT)
    _, edits, copies = compared(articles)
    shares = framing.shares(copies, language.words(articles), articles)
    brief = finding.brief(
        framing_findings.edited(edits, articles), framing_findings.shared_copy(shares, copies, articles)
    )
    assert list(brief["sentence"]) == ["The articles of North and South do not differ."]
    assert "do not differ" in finding.lead(brief, articles, {})


def test_of_a_copy_with_five_edits_the_brief_lists_those_five():
    copy = TEXT
    for before, after in EDITS:
        copy = copy.replace(before, after)
    articles = collection(TEXT, copy)
    brief = finding.brief(framing_findings.edited(compared(articles)[1], articles))
    assert set(brief["sentence"]) == {
        "North writes “captives” where South writes “hostages”.",
        "Only North has “mostly farmers”.",
        "Only South has “and later”.",
        "North writes “shelled” where South writes “pounded”.",
        "North writes “at least 230” where South writes “about 200”.",
    }
    for row in brief.itertuples():
        for article, start, end in row.evidence:
            text = articles.set_index("article_id").loc[article, "text"]
            assert text[start:end].lower().replace(",", "") in row.sentence.replace(",", "")


def test_the_sentence_follows_its_table():
    articles = collection(TEXT, TEXT.replace("twelve captives", "twelve prisoners"))
    _, edits, _ = compared(articles)
    assert framing_findings.edited(edits, articles)["sentence"].item().endswith("“prisoners”.")
    without = edits[edits["change"].eq("same")]
    assert "do not differ" in framing_findings.edited(without, articles)["sentence"].item()


def other(sentence):
    """An article that says one thing of TEXT in other words, among things that are not in it."""
    return (
        "Traders in the capital reopened their stalls after a week of heavy rain and floods.\n\n"
        f"{sentence}\n\nA choir of forty pupils sang at the port before the first ferry left for the islands."
    )


def test_a_contrast_of_extent_quotes_both_sides():
    articles = collection(TEXT, other("Under the deal both sides signed, the army withdraws from parts of the valley."))
    _, edits, _ = compared(articles)
    found = framing_findings.contrasts(framing.contrasts(edits, cues.cues(articles)), articles)
    assert found["sentence"].item() == (
        "The accounts differ on the extent: North writes “pull out of the valley entirely”, "
        "South “the army withdraws from parts of the valley”."
    )


def test_a_qualification_beside_a_shared_figure():
    articles = collection(
        TEXT, other("The clinic said the army, shelling the valley since March, had killed 230 people.")
    )
    pairs, edits, _ = compared(articles)
    found = framing_findings.beside_figures(edits, pairs, cues.cues(articles), articles)
    assert "North adds “mostly farmers”" in found["sentence"].item()


def mentions(articles, word):
    rows = [
        (article, text.index(word), text.index(word) + len(word), word, word)
        for article, text in zip(articles["article_id"], articles["text"], strict=True)
        if word in text
    ]
    return pd.DataFrame(rows, columns=["article_id", "start", "end", "text", "item"])


def test_what_one_article_lacks_is_not_said_of_the_outlet():
    articles = collection(TEXT, other("Nothing else."))
    spans = mentions(articles, "relatives")
    sided = omission.one_sided(omission.coverage(spans, articles, language.sizes(articles), "item"))
    found = framing_findings.omissions(sided, spans, "item", articles)
    assert found["sentence"].item() == "In North’s article and not in South’s: relatives (1 mention)."
    assert "omit" not in found["sentence"].item()
    assert framing_findings.omissions(sided.iloc[:0], spans, "item", articles).empty


@pytest.mark.parametrize(
    ("term", "written", "said", "why"),
    [
        ("court", ["courts", "Court"], "court", "it is written so"),
        ("court", ["courts", "courtroom"], "courtroom", "the list’s form stands nowhere there"),
        ("court", [], "court", "nothing was shown"),
    ],
)
def test_a_word_is_said_in_a_form_that_stands_there(term, written, said, why):
    assert framing_findings._form(term, written) == said, why


def test_early_in_one_and_late_in_the_other():
    late = "\n\n".join([*TEXT.split("\n\n")[1:], TEXT.split("\n\n")[0]])
    articles = collection(TEXT, late)
    each = emphasis.by_article(emphasis.places(mentions(articles, "Osk"), articles, "item"), language.words(articles))
    found = framing_findings.emphasis(emphasis.emphasis(each, articles), each, articles)
    assert found["sentence"].item() == ("Osk: the first of 6 paragraphs in North; the last of 6 paragraphs in South.")
    assert found["rests_on"].item() == "reading"


@pytest.mark.parametrize(("word", "differs"), [("certainly ", True), ("", False)])
def test_cues_that_one_outlet_plants_are_found_and_nothing_else(word, differs):
    some = [collection(TEXT.replace("few in", f"{word}few in"), TEXT, event=f"event {k}") for k in range(12)]
    articles = pd.concat(some, ignore_index=True)
    found = cues.cues(articles)
    table = rates(found, language.words(articles), articles)
    brief = finding.brief(framing_findings.cues(table, found, articles))
    assert ("certainty" in " ".join(brief["sentence"])) is differs
    assert len(brief) == int(differs)


@pytest.mark.parametrize(("words", "whole"), [(20, True), (21, False)])
def test_of_a_long_passage_both_ends_are_quoted(words, whole):
    assert ("…" not in framing_findings._quoted(" ".join(["word"] * words))) == whole


CHOICE = {"group_a": "North", "group_b": "South", "words_a": "captives", "words_b": "hostages", "of": 9,
          "evidence": [("North-Osk", 0, 5)]}  # fmt: skip


@pytest.mark.parametrize(
    ("pairs", "stories", "rows", "found", "why"),
    [
        (2, 2, 1, 1, "twice, in two stories"),
        (1, 2, 1, 0, "once is an accident"),
        (2, 1, 1, 0, "in one story as well"),
        (9, 9, 7, 5, "the first of many"),
    ],
)
def test_a_wording_chosen_again_and_again_is_told(pairs, stories, rows, found, why):
    table = pd.DataFrame([CHOICE | {"pairs": pairs, "stories": stories}] * rows)
    assert len(framing_findings.choices(table, collection("Osk.", "Osk."))) == found, why


@pytest.mark.parametrize(("words", "said"), [(30, True), (29, False)])
def test_from_a_passage_of_thirty_words_on_copy_is_spoken_of(words, said):
    shares = pd.DataFrame({"shared": [words, words], "words": [100, 100]})
    copies = pd.DataFrame({"words": [words]})
    assert bool(framing_findings.copy_counted(shares, copies, own_words=True)) == said


def test_four_things_that_one_account_has_are_named():
    articles = collection("abcdef here.", "Nothing.")
    terms = [f"Ada {letter.upper()}ind" for letter in "abcdef"]
    one_sided = pd.DataFrame({"story": "Osk", "term": terms, "group": "North", "mentions": 2, "lacking": [["South"]] * 6,
                              "why": "South: a shorter article"})  # fmt: skip
    spans = pd.DataFrame(
        {"article_id": "North-Osk", "start": range(6), "end": range(1, 7), "text": terms, "item": terms}
    )
    (said,) = framing_findings.omissions(one_sided, spans, "item", articles)["sentence"]
    assert "Ada Dind" in said and "Ada Eind" not in said and "and 2 more" in said


@pytest.mark.parametrize(("late", "found"), [(0.41, 1), (0.39, 0)])
def test_places_far_apart_are_told(late, found):
    rows = [{"term": "the dam", "group": group, "first": first, "of": 1, "p": float("nan"), "mentions": 1,
             "first_paragraph": 1, "paragraphs": 9} for group, first in (("North", 0.1), ("South", late))]  # fmt: skip
    each = pd.DataFrame(
        {"term": "the dam", "group": ["North", "South"], "article_id": ["North-Osk", "South-Osk"], "start": 0, "end": 3}
    )
    told = framing_findings.emphasis(pd.DataFrame(rows), each, collection("Dam.", "Dam."))
    assert len(told) == found
