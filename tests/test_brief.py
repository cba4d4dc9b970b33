"""The brief on articles whose differences are known: every sentence it must have, and none that it must not."""

import pytest
import samestory
from samestory.present.framing import findings


def run(articles="seeds"):
    return samestory.read(str(articles), permutations=200)


@pytest.fixture(scope="module")
def seeds_brief():
    return run()


MUST_SAY = [
    ("label", ["Only Al Jazeera mentions people held in Gaza", "captives", "hostages"], "captives only in one"),
    ("agreement", ["57,523", "57,500", "compatible"], "the tolls are compatible"),
    ("edit", ["The accounts differ on the extent", "of Gaza entirely", "parts of Gaza"], "the withdrawal"),
    (
        "emphasis",
        ["paragraph 7 of 14 in The Journal", "the last of 18 paragraphs in Al Jazeera"],
        "where the toll stands",
    ),
    ("omission", ["In The Journal’s article and not in Al Jazeera’s", "International Criminal Court"], "the court"),
    ("omission", ["In The Journal’s article and not in Al Jazeera’s", "starvation"], "starvation"),
]


@pytest.mark.parametrize(("kind", "words", "why"), MUST_SAY)
def test_the_seeds(seeds_brief, kind, words, why):
    said = seeds_brief.findings().query("kind == @kind")["sentence"]
    assert any(all(word in sentence for word in words) for sentence in said), why


def test_one_article_an_outlet_gives_readings_only(seeds_brief):
    brief = seeds_brief.findings()
    assert brief["rests_on"].eq("reading").all()
    assert brief["p"].isna().all()


def test_every_finding_of_a_difference_says_that_a_day_is_unknown(seeds_brief):
    brief = seeds_brief.findings()
    assert brief["innocent_explanation"].str.contains("day of The Journal is unknown").all()


def test_every_piece_of_evidence_lies_in_its_article(seeds_brief):
    texts = seeds_brief.articles.set_index("article_id")["text"]
    for evidence in seeds_brief.findings()["evidence"]:
        assert evidence
        assert all(0 <= start < end <= len(texts[article]) for article, start, end in evidence)


def test_a_changed_table_changes_its_sentence_or_takes_it_away(seeds_brief):
    texts = seeds_brief.articles
    first, each = seeds_brief["figure_emphasis"], seeds_brief["figure_each"]
    moved = first.assign(first_paragraph=first["first_paragraph"].replace(7, 9))
    assert "paragraph 9 of 14" in " ".join(findings.emphasis(moved, each, texts)["sentence"])
    together = first.assign(first=0.5)
    assert findings.emphasis(together, each, texts).empty
    contrasts = seeds_brief["extents"]
    assert len(findings.contrasts(contrasts, texts)) == 1
    assert findings.contrasts(contrasts.iloc[:0], texts).empty


TEXT = """Rebels freed twelve captives near the town of Osk on Sunday, the army said.

The captives had been held in a mountain camp for nine weeks, according to relatives.

A spokesman for the rebels said that the release was a gesture of goodwill before the talks.

The army has shelled the valley since March, killing at least 230 people, mostly farmers, the clinic said.

The army is to pull out of the valley entirely under the deal that both sides signed."""
EDITS = [
    ("twelve captives", "twelve hostages", "North writes “captives” where South writes “hostages”."),
    (", mostly farmers", "", "Only North has “mostly farmers”."),
    ("a gesture of goodwill", "a clear gesture of goodwill", "Only South has “clear”."),
    ("has shelled", "has pounded", "North writes “shelled” where South writes “pounded”."),
    ("at least 230", "about 200", "North writes “at least 230” where South writes “about 200”."),
]


def test_of_two_identical_articles_it_says_that_they_do_not_differ(folder):
    names = run(folder(North__a_txt=TEXT, South__b_txt=TEXT))
    assert list(names.findings()["sentence"]) == ["The articles of North and South do not differ."]


def test_of_an_article_and_its_copy_with_five_edits_it_lists_exactly_those_five(folder):
    copy = TEXT
    for before, after, _ in EDITS:
        copy = copy.replace(before, after)
    brief = run(folder(North__a_txt=TEXT, South__b_txt=copy)).findings()
    assert set(brief.loc[brief["kind"].eq("edit"), "sentence"]) == {sentence for *_, sentence in EDITS}
