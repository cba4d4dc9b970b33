import pandas as pd
import pytest
from samestory.annotate import spans
from samestory.compare import framing
from samestory.compare.framing import omission
from samestory.corpus import language

COPY = "The ferry struck a sandbank at dawn and all sixty passengers were saved by lifeboats, the coast guard said."


def collection(texts, published=("2031-05-04",) * 3, outlets=("North", "South", "East")):
    return pd.DataFrame(
        {
            "article_id": [name.lower() for name in outlets[: len(texts)]],
            "outlet": list(outlets[: len(texts)]),
            "event": "the ferry",
            "published": [pd.Period(day) if day else None for day in published[: len(texts)]],
            "credit": None,
            "text": list(texts),
        }
    )


def coverage(articles, word, copies=None):
    def find(text):
        return [{"start": text.index(word), "end": text.index(word) + len(word), "item": word}] if word in text else []

    return omission.coverage(
        spans.table(articles, find, {"item": "str"}), articles, language.sizes(articles), "item", copies=copies
    )


REASONS = [
    (("2031-05-04", "2031-05-04"), "one inquiry", omission.ABSENT, "no reason in date, length or shared copy"),
    (("2031-05-04", "2031-05-03"), "one inquiry", omission.EARLIER, "published before any article that has it"),
    (("2031-05-04", "2031-05"), "one inquiry", omission.ABSENT, "its day is unknown: it may be older"),
    (("2031-05-04", None), "one inquiry", omission.ABSENT, "its day is unknown: it may be older"),
    (("2031-05-04", "2031-05-04"), "one more inquiry", omission.ABSENT, "no reason in date, length or shared copy"),
    (("2031-05-04", "2031-05-04"), "one more late inquiry", omission.ABSENT, "a shorter article (4 of 6 words)"),
    (("2031-05-04", "2031-05-04"), "one inquiry and much more said at length", omission.ABSENT, "a shorter article (4 of 10 words)"),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "status", "reason"), REASONS)
def test_an_absence_has_its_reason(published, text, status, reason):
    table = coverage(collection([f"There is {text}.", "Nothing of the kind."], published), "inquiry")
    assert list(table["status"]) == [omission.PRESENT, status]
    assert table["reason"][1] == reason


def test_both_directions():
    articles = collection(["Only north has the inquiry.", "Only south has the strike."])
    both = pd.concat([coverage(articles, word) for word in ("inquiry", "strike")])
    sided = omission.one_sided(both)
    assert dict(zip(sided["term"], sided["group"], strict=True)) == {"inquiry": "North", "strike": "South"}
    assert list(sided["lacking"]) == [["South"], ["North"]]


def test_those_who_lack_something_for_one_reason_stand_together():
    outlets = ("North", "South", "East", "West")
    texts = ["It was one inquiry.", "It was one strike.", "It was one strike.", "It was."]
    table = omission.one_sided(coverage(collection(texts, ("2031-05-04",) * 4, outlets), "inquiry"))
    assert list(table["why"]) == [f"South, East: {omission.NO_REASON}; West: a shorter article (2 of 4 words)"]


def test_cut_from_copy_that_others_print():
    texts = [COPY, COPY, COPY.replace(", the coast guard said", "")]
    articles = collection(texts)
    copies = framing.shared_copy(language.words(articles), articles)
    table = coverage(articles, "coast guard", copies)
    assert table.loc[table["article_id"].eq("east"), "status"].item() == omission.CUT


def test_words_that_stand_there_are_not_absent_because_an_annotator_missed_them():
    articles = collection(["It names Ada Lind.", "So does Ada Lind here."])
    spans_of_first = pd.DataFrame(
        {"article_id": ["north"], "start": [9], "end": [17], "text": ["Ada Lind"], "item": ["Ada Lind"]}
    )
    assert (
        list(omission.coverage(spans_of_first, articles, language.sizes(articles), "item")["status"])
        == [omission.PRESENT] * 2
    )


def test_a_story_told_by_one_outlet_has_no_omissions():
    assert coverage(collection(["The inquiry."]), "inquiry").empty


@pytest.mark.parametrize(
    ("term", "text", "there", "why"),
    [
        ("Harbour Safety Agency", "The H.S.A. was told.", True, "its initials, with dots"),
        ("Harbour Safety Agency", "An HSA inspector came.", True, "its initials"),
        ("American Harbour Safety Union", "An AHSU inspector came.", True, "those of its country with them"),
        ("HSA", "The Harbour Safety Agency was told.", True, "the name of an acronym"),
        ("HSA", "The Agency for the Safety of Harbours came.", False, "other initials"),
        ("Ada Lind", "Ms. Lind asked.", True, "a surname alone"),
        ("Ada Roe", "Ms. Roe asked.", False, "a word of three letters may be anything"),
        ("Ada Lind", "The linden trees fell.", False, "a word that begins like it"),
        ("Harbour Safety Agency", "The harbour was shut.", False, "a word of its name in small letters"),
        ("Republican Party", "The Republican mayor came.", True, "what its people are"),
        ("Harbour Safety Agency", "The Port Agency came.", False, "the last word of a body is of many"),
        ("the Courier", "The Courier wrote so.", True, "another article before it"),
    ],
)
def test_no_absence_is_said_of_a_name_in_another_form(term, text, there, why):
    assert bool(omission._written(term, text)) == there, why


def test_what_an_outlet_calls_itself_is_no_omission_of_the_others():
    table = pd.DataFrame(
        [
            ("the ferry", term, article, group, n, omission.PRESENT if n else omission.ABSENT, "")
            for term, article, group, n in [
                ("North", "north", "North Online News", 3), ("North", "south", "South", 0),
                ("Ada Lind", "north", "North Online News", 1), ("Ada Lind", "south", "South", 0),
            ]
        ],
        columns=["story", "term", "article_id", "group", "mentions", "status", "reason"],
    )  # fmt: skip
    assert omission.one_sided(table)["term"].tolist() == ["Ada Lind"]


def test_only_what_reports_of_one_event_lack_is_an_absence():
    """East reports another thing: that it lacks the inquiry says nothing, and it expects nothing of the others."""
    table = coverage(collection(["There is one inquiry.", "Nothing of the kind.", "Nothing at all."]), "inquiry")
    news = pd.DataFrame({"told": ["north", "south"], "other_id": ["south", "north"]})
    assert omission.one_sided(omission.expected(table, news))["lacking"].tolist() == [["South"]]
    assert omission.one_sided(omission.expected(table, news.iloc[:0])).empty


@pytest.mark.parametrize(
    ("kind", "name", "times", "kept", "why"),
    [
        ("person", "Ada Lind", 1, True, "a person named in full"),
        ("person", "Times Park", 1, False, "no first name"),
        ("person", "Oru Lind", 2, True, "an unknown first name, twice"),
        ("person", "Lind", 2, False, "one word in capitals may be anything"),
        ("organisation", "Harbour Safety Agency", 1, True, "its name says that it is a body"),
        ("organisation", "New Day", 1, False, "its name says nothing"),
        ("organisation", "Berg administration", 1, False, "an article may say “his administration”"),
        ("place", "Port Osk", 1, False, "places stand in datelines"),
        ("person", "Harbour Senators", 2, False, "ends with a title: half of a name"),
        ("organisation", "Osk Authority", 1, False, "spelled out from an abbreviation: it does not stand there"),
    ],
)
def test_whom_an_account_may_lack(kind, name, times, kept, why):
    named = pd.DataFrame({"article_id": ["north"] * times, "kind": kind, "merged": name})
    articles = collection(["A report (R-OA)." if name == "Osk Authority" else f"{name} was there."])
    assert len(omission.bodies(named, articles)) == (times if kept else 0), why


@pytest.mark.parametrize(
    ("term", "text", "found", "why"),
    [
        (
            "Fix Ferries Act",
            "They praised the Fix FERRIES bill.",
            True,
            "a law by what kind of text it is, in capitals",
        ),
        ("U.S. Coast Guard", "The Coast Guard came.", True, "without its country"),
        ("Union Ferries", "They told us nothing.", False, "“us” is no U.F."),
        ("Ada Lind", "Up next: LIND on ferries.", True, "a surname in a teaser's capitals"),
    ],
)
def test_a_name_is_found_in_whichever_form(term, text, found, why):
    assert bool(omission._written(term, text)) is found, why


@pytest.mark.parametrize(
    ("name", "text", "there", "why"),
    [
        ("Karim Vorsy", "Mr. Vorsi left Osk.", True, "y for i"),
        ("Ahmed Khattana", "Ahmed Abu Khatanah left.", True, "double letters and h"),
        ("Joan G. Rolber Jr.", "Chief Justice Joan Rolber left.", True, "Jr. is no surname"),
        ("Karim Vorsy", "Mr. Verdi left Osk.", False, "another name"),
        ("Karim Vorsy", "They left vorsi there.", False, "no name"),
        ("Bo Ek", "Mr. Ekk left.", False, "too short to tell"),
        ("Vorsy Council", "The Vorsi left.", False, "a body is called by other rules"),
    ],
)
def test_a_person_is_named_in_any_spelling_of_the_surname(name, text, there, why):
    articles = collection([f"We met {name} at dawn.", text])
    assert (coverage(articles, name)["status"][1] == omission.PRESENT) == there, why


@pytest.mark.parametrize(
    ("term", "text", "there", "why"),
    [
        ("Deustche Bank", "The Deutsche Bank sued.", 1, "two letters swapped in the name of a body"),
        ("Ida Thibault", "Ms. Thibualt came.", 1, "in a surname"),
        ("Osk Bank", "The Oks Bank sued.", 0, "in a short word it may be another"),
        ("Harbour Bank", "The Harvest Bank sued.", 0, "another word"),
    ],
)
def test_a_misspelt_name_is_the_name(term, text, there, why):
    assert omission._spelled_otherwise(term, text) == there, why
