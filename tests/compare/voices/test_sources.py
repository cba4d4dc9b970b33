"""Who speaks in which outlet, with which verbs, and who is given the same words."""

import pandas as pd
import pytest
from samestory import annotate, corpus
from samestory.compare import voices

ARTICLES = pd.DataFrame({"article_id": ["a", "b", "c"], "outlet": ["North", "South", "West"]}).assign(
    event="storm", text="one long sentence " * 100
)
COLUMNS = ["article_id", "attribution", "form", "text", "speaker", "source_class", "cue", "cue_class", "cue_start"]


def table(*rows: tuple) -> pd.DataFrame:
    """Quotations as (article, attribution, form, text, speaker, source class), all said with “said”."""
    made = pd.DataFrame([(*row, "said", "neutral", 100 * k + 98) for k, row in enumerate(rows)], columns=COLUMNS)
    made = made.assign(
        start=range(0, 100 * len(made), 100), end=[100 * k + len(text) for k, text in enumerate(made["text"])]
    )
    return made.assign(source_start=0, source=made["speaker"], reached="named", role=None, relay=None)


def sources(quotes: pd.DataFrame, articles: pd.DataFrame = ARTICLES, **options) -> pd.DataFrame:
    return voices.sources(voices.attributed(quotes, articles, **options), articles, **options)


def quotations(quotes: pd.DataFrame, articles: pd.DataFrame = ARTICLES) -> pd.DataFrame:
    return voices.quotations(voices.attributed(quotes, articles), articles)


def verbs(quotes: pd.DataFrame, articles: pd.DataFrame = ARTICLES) -> pd.DataFrame:
    return voices.verbs(voices.attributed(quotes, articles), articles)


@pytest.mark.parametrize("count", ["sources", "quotations", "verbs", "anonymity"])
def test_who_counts_by_hand_may_give_the_span_table_of_quotations(count):
    quotes = table(*[("a", k, "direct", "“We will open the bridge”", "Anna Berg", "named") for k in (1, 2)])
    given, attributed = (
        getattr(voices, count)(told, ARTICLES) for told in (quotes, voices.attributed(quotes, ARTICLES))
    )
    assert len(given) and given.equals(attributed)


LONG = "“We will open the bridge again before the first snow of this winter falls”"

SAME = [
    (LONG, "“open the bridge again before the first snow”", 1, "trimmed at both ends"),
    (LONG, "“We will open the bridge again before the first snow this winter falls”", 1, "lightly edited"),
    (LONG, "“We will never open the road to the north for lorries”", 2, "other words"),
    (LONG, LONG.replace("“", '"').replace("”", '"'), 1, "other marks"),
]


@pytest.mark.parametrize(("one", "other", "count", "why"), SAME)
def test_the_same_words_are_one_quotation(one, other, count, why):
    quotes = table(("a", 1, "direct", one, "Anna Berg", "named"), ("b", 1, "direct", other, "Anna Berg", "named"))
    assert len(quotations(quotes, ARTICLES)) == count, why


def test_articles_without_quotations_have_an_empty_table_of_them():
    articles = corpus.articles("seeds")
    (quotes,) = annotate.run(articles, "quotes")
    assert quotations(quotes.iloc[:0], articles).empty


CONFLICTS = [
    ("Anna Berg", "Berg", False, "a surname and its full name"),
    ("Anna Berg", "Jonas Lind", True, "two people"),
    ("Anna Berg", None, False, "nobody named in one of them"),
    ("Anna Lindqvist", "Anne Lindquist", False, "one misspelt"),
    ("Rob McAdam", "Robert MacAdam", False, "Mc and Mac"),
    ("Karl Berg Jr.", "Karl Berg", False, "with and without Jr."),
]


@pytest.mark.parametrize(("one", "other", "expected", "why"), CONFLICTS)
def test_the_same_words_given_to_two_people_are_a_conflict(one, other, expected, why):
    quotes = table(("a", 1, "direct", LONG, one, "named"), ("b", 1, "direct", LONG, other, "named"))
    row = quotations(quotes, ARTICLES).iloc[0]
    assert row["conflict"] == expected, why
    assert row["groups"] == ("North", "South")
    assert [article for article, _, _ in row["evidence"]] == ["a", "b"]


def test_who_names_the_speaker_of_a_quotation_and_who_does_not():
    quotes = table(("a", 1, "direct", LONG, "Anna Berg", "named"), ("b", 1, "direct", LONG, "an aide", "anonymous"))
    row = quotations(quotes, ARTICLES).iloc[0]
    assert (row["speakers"], row["named_in"], row["unnamed_in"]) == (("Anna Berg",), ("North",), ("South",))


def test_who_speaks_together_is_named_and_a_paper_and_people_may_have_the_same_words():
    quotes = table(
        ("a", 1, "direct", LONG, "Anna Berg and Jonas Lind", "collective"), ("b", 1, "direct", LONG, None, None)
    )
    row = quotations(quotes, ARTICLES).iloc[0]
    assert (row["speakers"], row["named_in"]) == (("Anna Berg and Jonas Lind",), ("North",))
    quotes = table(("a", 1, "direct", LONG, "lawsuit", "document"), ("b", 1, "direct", LONG, "aides", "collective"))
    assert quotations(quotes, ARTICLES).iloc[0]["given"] == (("lawsuit", "North"), ("aides", "South"))


TRIMMED = "“open the bridge again before the first snow”"
MAY_BE = [
    (("Anna Berg", "2026-03-01"), ("Anna Berg", "2026-03-04"), 1, "three days"),
    (("Anna Berg", "2026-03-01"), ("Anna Berg", "2026-03-05"), 2, "four"),
    (("Anna Berg", "2026-03-01"), (None, "2026-03-01"), 1, "nobody named in one of them"),
    (("Anna Berg", "2026-03-01"), ("Jonas Lind", "2026-03-01"), 2, "a phrase of two people"),
]


def test_a_piece_of_a_quotation_is_no_wording_of_its_own():
    quotes = table(("a", 1, "direct", LONG, "Anna Berg", "named"), ("b", 1, "direct", TRIMMED, "Anna Berg", "named"))
    assert quotations(quotes, ARTICLES.assign(published=pd.Period("2026-03-01")))["wordings"].tolist() == [1]
    other = table(
        ("a", 1, "direct", LONG, "Anna Berg", "named"),
        ("b", 1, "direct", f"“never {TRIMMED[1:]}", "Anna Berg", "named"),
    )
    assert quotations(other, ARTICLES.assign(published=pd.Period("2026-03-01")))["wordings"].tolist() == [2]


@pytest.mark.parametrize(("one", "other", "count", "why"), MAY_BE)
def test_what_may_be_trimmed_from_another(one, other, count, why):
    quotes = table(("a", 1, "direct", LONG, one[0], "named"), ("b", 1, "direct", TRIMMED, other[0], "named"))
    days = [one[1], other[1], other[1]]
    assert len(quotations(quotes, ARTICLES.assign(published=[pd.Period(day) for day in days]))) == count, why


def test_a_turn_of_a_transcript_meets_its_quotation():
    turn = LONG.strip("“”") + " and so we go on."
    quotes = table(("a", 1, "direct", turn, "Anna Berg", "named"), ("b", 1, "direct", LONG, "Anna Berg", "named"))
    row = quotations(quotes, ARTICLES).iloc[0]
    assert (row["groups"], row["text"]) == (("North", "South"), LONG)
    assert quotations(quotes.iloc[:1], ARTICLES).empty, "a turn that nobody quotes is no quotation"


NO_CONFLICTS = [
    ({"reached": "surname"}, "a surname can be another person's"),
    ({"reached": "pronoun"}, "a pronoun can be traced to the wrong person"),
    ({"relay": "The Herald"}, "somebody passes the words on"),
    ({"source_class": "organisation"}, "a body speaks through people"),
    ({"source_start": 1900}, "named in another sentence"),
    ({"text": "“open the bridge again before the first snow”"}, "half of the other's words"),
]


@pytest.mark.parametrize(("change", "why"), NO_CONFLICTS)
def test_what_anything_else_explains_is_no_conflict(change, why):
    quotes = table(("a", 1, "direct", LONG, "Anna Berg", "named"), ("b", 1, "direct", LONG, "Jonas Lind", "named"))
    texts = [text[:1800] + ". " + text[:500] for text in ARTICLES["text"]]
    changed = pd.concat([quotes.iloc[:1], quotes.iloc[1:].assign(**change)])
    assert not quotations(changed, ARTICLES.assign(text=texts))["conflict"].any(), why


def test_two_stories_have_no_conflict():
    quotes = table(("a", 1, "direct", LONG, "Anna Berg", "named"), ("b", 1, "direct", LONG, "Jonas Lind", "named"))
    assert quotations(quotes, ARTICLES)["conflict"].any()
    assert not quotations(quotes, ARTICLES.assign(event=["storm", "flood", "fire"]))["conflict"].any()
    assert not quotations(quotes, ARTICLES.drop(columns="event"))["conflict"].any()


def test_a_short_phrase_in_two_mouths_is_no_conflict():
    quotes = table(
        ("a", 1, "partial", "“a very good day”", "Anna Berg", "named"),
        ("b", 1, "partial", "“a very good day”", "Jonas Lind", "named"),
    )
    assert not quotations(quotes, ARTICLES)["conflict"].any()


def test_speakers_with_their_words_by_outlet():
    quotes = table(
        ("a", 1, "direct", "“We will go home now”", "Anna Berg", "named"),
        ("a", 2, "mixed", "the road “was never safe” at all", "Berg", "named"),
        ("a", 2, "partial", "“was never safe”", "Berg", "named"),
        ("b", 1, "indirect", "the road was closed", "an official", "anonymous"),
        ("b", 2, "scare", "“peace”", None, None),
        ("b", 3, "attitude", "to go home", "Jonas Lind", "named"),
    )
    found = sources(quotes, ARTICLES)
    assert list(found[["group", "speaker", "attributions"]].itertuples(index=False, name=None)) == [
        ("North", "Anna Berg", 2),
        ("South", "an official", 1),
    ]
    assert list(found["words_quoted"]) == [8, 0]
    assert list(found["words_reported"]) == [4, 4], "the words in marks are counted once"
    assert list(found["share"]) == [1.0, 1.0]


def test_two_people_of_one_surname_stay_two():
    quotes = table(
        ("a", 1, "indirect", "it rained", "Anna Berg", "named"),
        ("b", 1, "indirect", "it snowed", "Peter Berg", "named"),
        ("c", 1, "indirect", "it was dry", "Berg", "named"),
    )
    assert set(sources(quotes, ARTICLES)["speaker"]) == {"Anna Berg", "Peter Berg", "Berg"}


def test_a_surname_is_the_only_person_of_that_name_in_the_collection_though_no_story_is_known():
    quotes = table(("a", 1, "indirect", "it rained", "Rand Lund", "named"), ("b", 1, "indirect", "no", "Lund", "named"))
    assert set(sources(quotes, ARTICLES)["speaker"]) == {"Rand Lund"}
    assert set(sources(quotes, ARTICLES.assign(event=""))["speaker"]) == {"Rand Lund"}


def test_verbs_of_saying_by_outlet():
    quotes = table(
        ("a", 1, "direct", "“Yes”", "Anna Berg", "named"),
        ("a", 2, "direct", "“No”", "Anna Berg", "named"),
        ("b", 1, "attitude", "to go", "Anna Berg", "named"),
    )
    found = verbs(quotes, ARTICLES)
    assert list(found[["group", "cue", "cue_class", "attributions"]].itertuples(index=False, name=None)) == [
        ("North", "said", "neutral", 2)
    ]


def test_nothing_quoted_gives_empty_tables():
    empty = table()
    assert quotations(empty, ARTICLES).empty
    assert sources(empty, ARTICLES).empty
    assert verbs(empty, ARTICLES).empty


def test_an_unknown_column_to_compare_by_is_named():
    with pytest.raises(ValueError, match="publisher"):
        sources(table(), ARTICLES, by="publisher")


OWN = [
    # source, kind, why
    ("North’s Anna Berg", "own reporter", "the outlet's"),
    ("Anna Berg, a North correspondent in Oslo", "own reporter", "its correspondent"),
    ("Anna Berg, in an interview with North", "person", "who speaks to it"),
    ("South’s Anna Berg", "person", "another's"),
]


@pytest.mark.parametrize(("source", "kind", "why"), OWN)
def test_an_outlets_own_reporter_is_said_to_be_one(source, kind, why):
    quotes = table(("a", 1, "direct", LONG, "Anna Berg", "named")).assign(source=source)
    assert list(sources(quotes, ARTICLES)["kind"]) == [kind], why


ITSELF = [
    # outlet, speaker, kind, why
    ("Osk News", "Osk News", "own reporter", "itself"),
    ("Osk Online News", "Osk News", "own reporter", "itself, in short"),
    ("Osk Street Journal", "Osk Street", "organisation", "a street that the paper is named after"),
    ("Osk Online News", "Lund News", "organisation", "another outlet"),
]


@pytest.mark.parametrize(("outlet", "speaker", "kind", "why"), ITSELF)
def test_an_outlet_that_speaks_in_its_own_article_is_no_source(outlet, speaker, kind, why):
    quotes = table(("a", 1, "direct", LONG, speaker, "organisation")).assign(source=speaker)
    assert list(sources(quotes, ARTICLES.assign(outlet=outlet))["kind"]) == [kind], why


def test_a_speaker_has_the_first_role_that_the_group_gives():
    quotes = table(*[("a", k, "direct", LONG, "Anna Berg", "named") for k in range(3)]).assign(
        role=[None, "mayor of Lund", "a former judge"]
    )
    assert list(sources(quotes, ARTICLES)["role"]) == ["mayor of Lund"]


def test_who_only_passes_words_on_has_not_said_them_and_a_thought_is_no_verb_of_saying():
    quotes = table(
        ("a", 1, "direct", LONG, "Anna Berg", "named"), ("b", 1, "direct", LONG, "The Herald", "organisation")
    )
    assert quotations(quotes)["speakers"].iloc[0] == ("Anna Berg",)
    assert verbs(quotes.assign(article_id="a", cue_class="opinion")).empty


ASKED = {"cue": "asked", "cue_class": "question", "form": "indirect"}


@pytest.mark.parametrize(("text", "kind"), [("why the bridge stood open", "question"), ("the toll", "denial")])
def test_whoever_questions_why_asks(text, kind):
    quotes = table(*[("a", k, "indirect", text, "Anna Berg", "named") for k in (1, 2)])
    assert set(verbs(quotes.assign(cue="questioned", cue_class="denial"))["cue_class"]) == {kind}


def test_the_words_that_both_print_and_no_title_of_a_work():
    told = [("a", 1, "direct", LONG, "Anna Berg", "named"), ("b", 1, "direct", TRIMMED, "Anna Berg", "named")]
    row = quotations(table(*told), ARTICLES).iloc[0]
    assert (row["shared"], row["shared_by"]) == (TRIMMED.strip("“”"), ("North", "South"))
    book = [(article, 1, "direct", "“The Long Winter: How Osk Was Saved”", None, None) for article in "ab"]
    assert quotations(table(*book), ARTICLES).empty


VERBS = [
    ({}, ["said"], "said twice"),
    ({"cue": "had previously said"}, ["said"], "auxiliaries and adverbs apart"),
    ({"cue": "According to"}, ["according to"], "a phrase"),
    ({"cue": "touting it as"}, [], "what stands before the preposition may be an object"),
    ({"cue": ["said", "claimed"]}, [], "each once: one use is no manner"),
    ({"cue": ["said", "says"], "cue_lemma": "say"}, ["said, says"], "a verb over its forms"),
    ({"cue": ["said", "said since"], "cue_lemma": "say"}, ["said"], "an adverb behind it"),
    ({"cue": '", said'}, ["said"], "without marks"),
    (ASKED | {"text": "whether it was safe"}, ["asked"], "a question"),
    (ASKED | {"text": "for a boat"}, [], "a wish"),
    ({"source_class": "document", "speaker": "a letter"}, [], "data and papers lend no colour"),
]


@pytest.mark.parametrize(("change", "cues", "why"), VERBS)
def test_a_verb_is_shown_that_an_outlet_uses_twice_of_people(change, cues, why):
    quotes = table(*[("a", k, "direct", LONG, "Anna Berg", "named") for k in (1, 2)]).assign(**change)
    assert list(verbs(quotes)["cue"]) == cues, why
