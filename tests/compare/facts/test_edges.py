"""Where one fact, one utterance and one word in another's place begin and end: cases on either side of each bound."""

from types import SimpleNamespace

import pandas as pd
import pytest
from samestory.compare.facts import heads, instead, manner, persons, requoted, sides, unnamed
from samestory.compare.facts.alike import alike
from samestory.compare.facts.tellings import _statement
from samestory.compare.framing import in_place
from samestory.corpus import language


def said(words):
    """A quotation of words, as those of the room are."""
    places = language.token_spans(words)
    return requoted.Said("a", "s", "North", "Ada Lind", None, 0, words, tuple(words.split()), places)


def other(n, letter):
    return " ".join(f"{letter}{k}{letter}" for k in "abcdefghijklmnopqrstuvwxyzäöüßéèêàáâîïôûç"[:n])


HALF = "one two three four five"
UTTERANCES = [
    (f"{HALF} xax six", f"{HALF} yay six", True, "six words in their order"),
    (f"{HALF} {other(4, 'x')} six", f"{HALF} {other(4, 'y')} six", True, "four words of ten differ"),
    (f"{HALF} {other(5, 'x')} six", f"{HALF} {other(5, 'y')} six", False, "five of eleven are too many"),
    (f"{HALF} xax six {other(7, 'x')}", f"{HALF} yay six {other(7, 'y')}", True, "half of either quotation"),
    (f"{HALF} xax six {other(8, 'x')}", f"{HALF} yay six {other(8, 'y')}", False, "less than half"),
    ("one two three four xax six seven eight nine", "one two three four yay six seven eight nine", False, "four words in a row may be a set phrase"),
    (f"{HALF} six seven {other(5, 'x')} eight nine ten", f"{HALF} six seven {other(5, 'y')} eight nine ten", True, "five words in a row changed"),
    (f"{HALF} six seven {other(6, 'x')} eight nine ten", f"{HALF} six seven {other(6, 'y')} eight nine ten", False, "six are another sentence"),
    (f"{HALF} six seven {other(40, 'x')} eight nine ten", f"{HALF} six seven eight nine ten", True, "forty left out"),
    (f"{HALF} six seven {other(41, 'x')} eight nine ten", f"{HALF} six seven eight nine ten", False, "more are another part of it"),
    (f"{HALF} six seven {other(11, 'x')} eight nine", f"{HALF} six seven eight nine", False, "two words after what is left out are equal by chance"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "same", "why"), UTTERANCES)
def test_what_is_one_utterance_in_two_wordings(one, two, same, why):
    assert bool(requoted._change(said(one), said(two))) == same, why


STRETCHES = [
    ("red old big", "new tall wide", 9, True, "three words for three"),
    ("red old big wet", "new tall wide dry", 9, False, "four are more than a word"),
    ("offer", "bid", 5, True, "five words around it"),
    ("offer", "bid", 4, False, "four are hardly a sentence"),
    ("abcdezzz", "abcdeyyy", 9, True, "two words"),
    ("abcdefzz", "abcdefyy", 9, False, "two spellings of one"),
]


@pytest.mark.parametrize(("here", "there", "around", "found", "why"), STRETCHES)
def test_one_stretch_of_few_words_in_which_two_sentences_differ(here, there, around, found, why):
    rest = " ".join("the council of osk met at noon for buses".split()[: around - 1])
    assert bool(instead._one_stretch(f"so {here} {rest}", f"so {there} {rest}")) == found, why


@pytest.mark.parametrize(
    ("one", "two", "apart", "why"),
    [
        ("contract", "contractor", False, "of one root"),
        ("contest", "contract", True, "of two, though they begin alike"),
    ],
)
def test_two_nouns_of_one_root_are_two_things(one, two, apart, why):
    slot, old = ("object", "sign", ""), frozenset({"old"})
    here, there = (instead.Phrase(a, 0, 9, noun, noun, old, False, slot) for a, noun in (("a", one), ("b", two)))
    found = instead._another_noun(here, there, [here], [there], {"a": frozenset(), "b": frozenset()})
    assert found == apart, why


def telling(group, text, *, score=6.0, voice="narrator", source=None, cue=None, start=0):
    return {"story": "s", "fact": 1, "level": "show", "group": group, "article_id": group.lower(), "start": start,
            "end": start + len(text), "text": text, "score": score, "voice": voice, "source": source, "speaker": source,
            "cue": cue}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "alike", "why"), [("Welders left docks, wept, sang.", True, "three of five"), ("Welders left home, sang.", False, "half")]
)  # fmt: skip
def test_most_words_of_the_shorter_telling_stand_in_the_other(text, alike, why):
    one, two = SimpleNamespace(text=text), SimpleNamespace(text="Welders left docks in Osk at night.", source=None)
    assert manner._alike(one, two) == alike, why


@pytest.mark.parametrize(("letters", "beside"), [(140, True), (160, False)])
def test_a_statement_beside_a_sentence_may_make_it_somebodys(letters, beside):
    one = SimpleNamespace(article_id="a", start=1000, end=1050)
    assert bool(manner._statements(one, {"a": [(900 - letters, 1000 - letters, "Lind")]})) == beside


@pytest.mark.parametrize(
    ("text", "score", "found", "why"),
    [
        ("Welders left the very old dock of Osk.", 3.5, True, "what the cue is about stands in both"),
        ("Welders left the very old dock of Osk.", 3.4, False, "two facts, perhaps"),
        ("Welders left the very old, wet dock of Osk.", 9.0, False, "the third word is hardly what it is about"),
    ],
)
def test_a_word_of_degree_in_one_account_only(text, score, found, why):
    rows = pd.DataFrame(
        [telling("North", text, score=score), telling("South", "Welders left a dock of Osk.", score=score)]
    )
    at = text.index("very")
    cues = pd.DataFrame([("north", at, at + 4, "very", "intensifiers", "narrator")],
                        columns=["article_id", "start", "end", "text", "family", "voice"])  # fmt: skip
    assert bool(list(manner.wording(rows, cues))) == found, why


@pytest.mark.parametrize(("score", "found"), [(5.0, True), (4.9, False)])
def test_only_tellings_surely_of_one_fact_are_stated_here_and_given_to_a_source_there(score, found):
    rows = pd.DataFrame([
        telling("North", "Welders left two docks of Osk.", score=score),
        telling("South", "Welders left two docks of Osk, a union said.", score=score, voice="attributed", source="a union", cue="said"),
    ], dtype="object")  # fmt: skip
    quotes = pd.DataFrame(columns=["article_id", "start", "end", "text", "form", "source", "speaker", "cue_class"])
    assert bool(list(manner.voices(rows, quotes))) == found


@pytest.mark.parametrize(("letters", "voice"), [(51, "attributed"), (49, "narrator")])
def test_a_sentence_is_somebodys_where_most_of_it_is(letters, voice):
    statement = SimpleNamespace(start=0, end=letters, form="indirect", source="Lind", speaker="Lind", cue="said")
    assert _statement(SimpleNamespace(start=0, end=100), [statement])[0] == voice


@pytest.mark.parametrize(("letters", "given"), [(85, True), (75, False)])
def test_a_side_that_is_most_of_its_sentence_is_the_sentence(letters, given):
    rows = pd.DataFrame([{"article_id": "a", "start": 0, "end": letters, "sentence_start": 0, "sentence_end": 100,
                          "text": "It rained, according to the town."}])  # fmt: skip
    quotes = pd.DataFrame(columns=["article_id", "start", "end", "text", "form", "source", "speaker", "cue_class"])
    assert sides._given(rows, quotes.astype({"start": "int64", "end": "int64"})).item() == given


ABOUT = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["North", "South"], "event": "s", "headline": None,
                      "text": ["Lind and Osk. " * 90, "It rained. " * 120], "published": pd.Period("2031-05-04")})  # fmt: skip
QUOTES = pd.DataFrame(columns=["article_id", "start", "end", "form", "speaker"])


def never(labels=(), persons=()):
    """What the second article never names, of labels (texts) and persons (places) in the first."""
    told = pd.DataFrame([("a", 9 * k, 9 * k + 4, text, "raid", "mention") for k, text in enumerate(labels)],
                        columns=["article_id", "start", "end", "text", "referent", "use"])  # fmt: skip
    named = pd.DataFrame([("a", at, at + 8, "Ada Lind", "Ada Lind", "person", "name", "named") for at in persons],
                         columns=["article_id", "start", "end", "text", "actor", "kind", "mention", "reached"])  # fmt: skip
    return list(unnamed.never(told, named, ABOUT, QUOTES, frozenset({frozenset("ab")})))


@pytest.mark.parametrize(("mentions", "found"), [(5, 1), (4, 0)])
def test_five_mentions_of_a_matter_are_no_aside(mentions, found):
    assert len(never(labels=["raid"] * mentions)) == found


@pytest.mark.parametrize(
    ("places", "found", "why"),
    [
        ((0, 90, 180, 270), 1, "named four times"),
        ((0, 90, 180), 0, "three times"),
        ((590, 700, 800, 900), 1, "first at the top"),
        ((610, 700, 800, 900), 0, "first further down, by one account"),
    ],
)
def test_who_is_named_often_and_early_is_no_minor_person(places, found, why):
    assert len(never(persons=places)) == found, why


def test_five_words_are_said_to_have_been_looked_for():
    (one,) = never(labels=["raid", "strike", "attack", "assault", "foray", "sortie"])
    assert one.differs.count(",") == 4


@pytest.mark.parametrize(
    ("level", "likeness", "found", "why"),
    [
        ("show", 0.36, True, "in tellings of one fact nouns somewhat alike"),
        ("show", 0.34, False, "less are two things"),
        ("propose", 0.51, True, "where it only may be one fact, more alike"),
        ("propose", 0.49, False, "less is not enough"),
        (None, 0.66, True, "anywhere, much alike"),
        (None, 0.64, False, "less may be another's"),
    ],
)
def test_how_alike_nouns_must_be_that_are_described_alike(monkeypatch, level, likeness, found, why):
    monkeypatch.setitem(alike.__globals__, "_near", lambda *_: likeness)
    rows = [("a", 0, 16, "the armed harbour", "firm"), ("b", 0, 16, "the armed harbour", "team")]
    phrases = pd.DataFrame(
        [{"article_id": a, "start": start, "end": end, "text": f"{text} {noun}", "head": noun, "descriptor": "armed harbour",
          "name": None, "voice": "narrator"} for a, start, end, text, noun in rows]
    )  # fmt: skip
    told = [("fact", 1), ("level", level), ("start", 0), ("end", 90)]
    tellings = pd.DataFrame(
        [dict(told) | {"article_id": a} for a in "ab"] if level else [], columns=["article_id", *dict(told)]
    )
    labels = pd.DataFrame(columns=["article_id", "start", "end"]).astype({"start": "int64", "end": "int64"})
    assert bool(list(alike(phrases, tellings, labels, ABOUT))) == found, why


@pytest.mark.parametrize(("likeness", "found"), [(0.36, True), (0.34, False)])
def test_how_alike_two_nouns_in_one_slot_must_be(monkeypatch, likeness, found):
    monkeypatch.setattr(instead.likeness, "likeness", lambda *_: likeness)
    slot, none = ("object", "sign", ""), frozenset()
    here, there = (instead.Phrase(a, 0, 9, noun, noun, none, False, slot) for a, noun in (("a", "offer"), ("b", "bid")))
    assert instead._another_noun(here, there, [here], [there], {"a": none, "b": none}) == found


@pytest.mark.parametrize(
    ("likeness", "score", "found", "why"),
    [
        (0.51, 0.88, True, "alike, in one fact"),
        (0.49, 0.88, False, "two things of one sentence"),
        (0.51, 0.87, False, "two claims, perhaps"),
    ],
)
def test_how_alike_two_words_in_one_place_of_one_text_must_be(monkeypatch, likeness, score, found, why):
    monkeypatch.setitem(in_place.__globals__, "likeness", SimpleNamespace(likeness=lambda *_: likeness))
    text = "the old mill burned"
    edit = {"pair": 0, "change": "replaced", "words_a": "mill", "words_b": "yard", "article_a": "a", "article_b": "b",
            "start_a": 8, "end_a": 12, "start_b": 8, "end_b": 12}  # fmt: skip
    phrases = pd.DataFrame([{"article_id": a, "start": 0, "end": 12, "head": "mill", "name": None} for a in "ab"])
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": [text, text.replace("mill", "yard")]})
    none = pd.DataFrame(columns=["article_id", "start", "end", "form"]).astype({"start": "int64", "end": "int64"})
    kept = in_place(pd.DataFrame([edit]), pd.DataFrame({"score": [score]}), phrases, none, none, articles)
    assert len(kept) == found, why


@pytest.mark.parametrize(("gap", "beside"), [(3, True), (4, False)])
def test_what_describes_somebody_stands_right_beside_the_name(gap, beside):
    whole = f"retired pilot{' ' * gap}Joe Lind"
    start = whole.index("Joe")
    row = SimpleNamespace(descriptor="retired pilot", whole=whole, start=start, end=len(whole))
    assert bool(persons.beside(row)) == beside


@pytest.mark.parametrize(
    ("headline", "rest", "otherwise", "why"),
    [
        ("Harbour shut today", "The council voted.", True, "half of the title is told, and one word of it is in the headline"),
        ("Council shuts harbour", "The council voted.", False, "half of it is in the headline"),
        ("Harbour shut today", "The council slept.", False, "the text does not tell it: a caption"),
    ],
)  # fmt: skip
def test_a_title_of_another_version_of_a_text(headline, rest, otherwise, why):
    row = SimpleNamespace(headline=headline, text=f"Council Voted Harbour Monday\n\n{rest}")
    assert heads._titled_otherwise(row) == otherwise, why


@pytest.mark.parametrize(
    ("kind", "letters", "voice", "why"),
    [
        ("opening", 20, "partly", "most of the sentence is the paper's own"),
        ("opening", 50, "partly", "half of it"),
        ("opening", 60, "attributed", "most of it is reported"),
        ("opening", 0, "narrator", "nobody is given"),
        ("headline", 60, None, "the words of a headline do not stand in the text"),
        ("turn", 60, None, "nor do those of two headlines of two turns"),
    ],
)
def test_in_whose_voice_a_side_stands(kind, letters, voice, why):
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "text": ["x" * 99 + "."], "published": pd.NaT})
    spoken = {"article_id": "a", "start": 0, "end": letters, "text": "x" * letters, "form": "indirect",
              "source": "Lind", "speaker": "Lind", "cue_class": "say"}  # fmt: skip
    quotes = pd.DataFrame([spoken]).iloc[: letters and 1]
    found = sides.Difference(kind, "s", "the sentence", (sides.Side("a", 0, 100),), "told otherwise", 0.9, 0.5)
    told = sides.table([found], articles, quotes)["voice"].item()
    assert (None if pd.isna(told) else told) == voice, why
