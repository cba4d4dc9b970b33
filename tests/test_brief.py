"""The brief on articles whose differences are known: every sentence it must have, and none that it must not."""

import pytest
import samestory
from samestory.present import finding, show
from samestory.present.facts import gate
from samestory.present.framing import findings


def run(articles="seeds"):
    return samestory.read(str(articles), permutations=200)


@pytest.fixture(scope="module")
def seeds_brief():
    return run()


FIRST = [
    (["“counteroffensive”", "“Israel’s genocidal campaign”", "own words"], "what Israel's war is called"),
    (["people held in Gaza", "The Journal never does"], "the people held"),
    (["“Netanyahu, who is wanted by the International Criminal Court"], "Netanyahu"),
    (["“kill at least 57,523 people”", "“killed more than 57,500 Palestinians”"], "the dead"),
]


def test_the_first_differences_of_the_seeds_are_those_a_careful_reader_names_first(seeds_brief):
    said = list(seeds_brief.findings()["sentence"].head(4))
    for words, why in FIRST:
        assert any(all(word in sentence for word in words) for sentence in said), why


def test_what_stands_above_the_findings_takes_from_their_words(seeds_brief, monkeypatch):
    pairs = seeds_brief.brief().data.count('class="difference"')
    monkeypatch.setattr(samestory.Story, "_lead", property(lambda story: "word " * 400))
    assert 1 <= seeds_brief.brief().data.count('class="difference"') < pairs


def test_what_has_no_room_beside_the_differences_is_said_to_stand_elsewhere(seeds_brief, monkeypatch):
    said, one = "More was found than this page has room for", seeds_brief.findings().head(1)
    monkeypatch.setattr(samestory.Story, "_room", lambda story: 0)
    monkeypatch.setattr(gate, "stands", lambda kind: kind == "quoted")
    assert said not in seeds_brief.besides("quoted").data, "nothing was found"
    monkeypatch.setattr(samestory.Story, "findings", lambda story, name: one)
    assert said in seeds_brief.besides("quoted").data
    assert said not in seeds_brief.besides("other word").data, "it has not passed the gate"


ON_THEIR_PAGES = [
    ("labels", ["for people held in Gaza only Al Jazeera has any", "captives", "hostages"], "captives only in one"),
    ("agreement", ["57,523", "57,500", "compatible"], "the tolls are compatible"),
    ("figure_emphasis", ["paragraph 7 of 14 in The Journal", "Al Jazeera"], "where the toll stands"),
    ("bodies_alone", ["International Criminal Court"], "the court"),
    ("cues_alone", ["In The Journal’s article and not in Al Jazeera’s", "starvation"], "starvation"),
]


@pytest.mark.parametrize(("name", "words", "why"), ON_THEIR_PAGES)
def test_what_the_other_pages_say_of_the_seeds(seeds_brief, name, words, why):
    said = seeds_brief.findings(name)["sentence"]
    assert any(all(word in sentence for word in words) for sentence in said), why


def test_that_nothing_was_found_is_said_once_above_and_not_below(seeds_brief, monkeypatch):
    none = finding.table([seeds_brief.findings().iloc[0].to_dict() | {"sentence": f"{finding.NONE_SURE} was found."}])
    none = none.assign(told=[None])
    monkeypatch.setattr(samestory.Story, "_brief", property(lambda story: none))
    monkeypatch.delitem(seeds_brief.__dict__, "_lead", raising=False)
    assert finding.NONE_SURE in seeds_brief.lead().data
    assert seeds_brief.brief().data == show.nothing(), "a page leaves the heading out"


def test_one_article_an_outlet_gives_readings_only(seeds_brief):
    brief = seeds_brief.findings()
    assert len(brief)
    assert brief["rests_on"].eq("reading").all()
    assert brief["p"].isna().all()


def test_every_piece_of_evidence_lies_in_its_article(seeds_brief):
    texts = seeds_brief.articles.set_index("article_id")["text"]
    assert len(seeds_brief.findings())
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
