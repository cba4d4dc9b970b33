"""What outlets call the same person, body, thing or act, on small made-up stories."""

from types import SimpleNamespace

import pytest
import samestory
from samestory.compare.words.names import _form
from samestory.present.words import views
from samestory.story import SETTINGS
from story_made_up import story

SHOT = "The {} hit nine ferry passengers from the harbour roof at dawn"


def names(*texts):
    """The table of names of a story."""
    return samestory.Story(story(*texts), SETTINGS)["names"]


def called(*texts):
    """For each referent what each outlet calls it, with how often; quoted words in marks."""
    table = names(*texts)
    forms = [
        f"“{row.text}”" * (row.voice in ("quoted", "scare")) or f"{row.text} {row.n}" for row in table.itertuples()
    ]
    rows = table.assign(form=forms).groupby(["referent", "group"], sort=False, observed=True)["form"].agg(list)
    return [rows[number].to_dict() for number in table["referent"].unique()]


def test_three_outlets_call_one_act_by_words_of_a_class():
    """Each form as it stands, with how often; what is quoted apart; those who say the same stand there, too."""
    texts = [
        f"{SHOT.format('bloody massacre')}. The massacre lasted a minute.",
        f"{SHOT.format('attack')}. “This massacre must be the last,” Ada Lind said.",
        f"{SHOT.format('attack')}.",
    ]
    assert called(*texts)[0] == {
        "North": ["The bloody massacre 1", "The massacre 1"],
        "South": ["The attack 1"],
        "East": ["The attack 1"],
    }


@pytest.mark.parametrize(
    ("one", "other", "wanted", "why"),
    [
        ("The council rejected the tax bill by nine votes in Osk.", "The tax measure was rejected by nine votes in Osk.",
         {"the tax bill", "The tax measure"}, "a class of words, in sentences that tell one fact"),
        ("Osk police released a lewd photo of the pilot Tuesday.", "Osk police released a suggestive photo of the pilot Tuesday.",
         {"a lewd photo", "a suggestive photo"}, "one noun, other words before it"),
        ("The mayor met angry dog-rights advocates in Osk at noon.", "The mayor met angry dog-rights groups in Osk at noon.",
         {"angry dog-rights advocates", "angry dog-rights groups"}, "another noun, described alike, in one place"),
        ("The council voted in Osk for nine days on illegal immigrants.",
         "For nine days the council voted in Osk to help undocumented immigrants.",
         {"illegal immigrants", "undocumented immigrants"}, "labels of one referent"),
        ("The council voted in Osk for nine days on military cuts.",
         "For nine days the council voted in Osk to ban savage cuts.", None, "of many, described otherwise: may be others"),
        ("The council rejected the bill by nine votes in Osk.", "The bill was rejected by nine votes in Osk.", None,
         "both say the same"),
        (f"{SHOT.format('attack')}.", f"“{SHOT.format('massacre')},” Ada Lind said in the town hall.", None,
         "the word is hers alone: none of the outlet’s own"),
        ("Nine passengers died in the attack on the Osk ferry at dawn.", "The shooting club of Brin sold its house.", None,
         "no sentences that tell one fact"),
        ("The council rejected nine bills on Monday in Osk.", "The council rejected nine measures on Monday in Osk.", None,
         "counted, they may be others"),
        ("The council of Osk rejected the bill by nine votes.", "The council of Osk rejected bills by nine votes.", None,
         "one here, several there"),
        ("Osk police buried the nerve agent in the harbour for nine days.",
         "Osk police buried the double agent, Bo Lind, in the harbour for nine days.", None, "who is named behind is a person"),
        ("The council began the second step in Osk after nine votes.", "The council began the next step in Osk after nine votes.",
         None, "which of several is told, and it is another"),
        ("The council felt their loss in the race for the White House for nine days.", "The council felt the defeat for nine days.",
         None, "of something that the other sentence does not name"),
        ("The council felt the loss in the race for nine days.", "The council felt the defeat for nine days.",
         {"the loss", "the defeat"}, "of nothing named"),
        ("Osk voted for nine days on Centers for Harbour Control rules.", "Osk voted for nine days on strict rules.", None,
         "half a name tells nothing"),
        ("The Attack Fund of Osk paid for nine new lifeboats.", "The shooting fund of Osk paid for nine new lifeboats.", None,
         "a word of the class in the name of a body"),
    ],
)  # fmt: skip
def test_things(one, other, wanted, why):
    table = names(one, other)
    things = [set(rows["text"]) for _, rows in table[table["kind"].eq("thing")].groupby("referent")]
    assert things == ([wanted] if wanted else []), why


def test_two_bills_of_one_story_are_two_things():
    """The bill that a noun tells apart from another is joined with what is told of that one alone."""
    one = "The council rejected the tax bill by nine votes in Osk. The school bill was passed by the council. The bill is old. The school needs the tax."
    other = "The tax measure was rejected by nine votes in Osk. The school legislation was passed by the council."
    found = [{form[:-2] for forms in row.values() for form in forms} for row in called(one, other)]
    assert {"the tax bill", "The tax measure"} in found
    assert {"The school bill", "The school legislation"} in found
    assert not any("The bill" in forms for forms in found), "it may be either"


def test_two_attacks_that_an_article_tells_apart_are_not_joined_by_another():
    one = "The Osk attack killed nine passengers on the ferry at dawn. The Brin attack killed four guests of a bank."
    other = "The shooting killed nine passengers on the ferry at dawn. The shooting killed four guests of a bank."
    assert [row for row in called(one, other) if len(row) > 1] == []


def test_two_persons_of_one_surname_stay_apart():
    """A surname alone that may be either is neither."""
    one = "Ada Lind, a retired pilot, won in Osk. Bo Lind, a baker, lost."
    other = "Mayor Ada Lind won in Osk. The butcher Bo Lind lost. Lind was glad."
    found = called(one, other)
    assert {"North": ["Ada Lind, a retired pilot 1"], "South": ["Mayor Ada Lind 1"]} in found
    assert not any("Lind 1" in forms for row in found for forms in row.values())


@pytest.mark.parametrize(
    ("one", "other", "wanted", "why"),
    [
        ("Controversial Gov. Ada Lind won in Osk. The governor was glad.", "Gov. Ada Lind (R) won in Osk.",
         {"North": ["Controversial Gov. Ada Lind 1", "The governor 1"], "South": ["Gov. Ada Lind (R) 1"]},
         "title, adjective, party and role as they stand"),
        ("Ada Lind, who won in Osk, smiled.", "Ada Lind, the mayor of Osk, smiled.",
         {"North": ["Ada Lind 1"], "South": ["Ada Lind, the mayor of Osk 1"]}, "a clause is no name"),
        ("Ida Berg and Mayor Bo Lind won in Osk.", "Mayor Bo Lind won in Osk.", None, "another’s name is no part of it"),
        ("The Harbour and Bridge Committee Chairman Bo Lind won in Osk.", "Bo Lind won in Osk.",
         {"North": ["The Harbour and Bridge Committee Chairman Bo Lind 1"], "South": ["Bo Lind 1"]}, "a whole title"),
        ("He knew of the $900,000 Bo Lind paid in Osk.", "Bo Lind won in Osk.", None, "nor is an amount"),
        ("Mr. Bo Lind won in Osk.", "Bo Lind won in Osk.",
         {"North": ["Mr. Bo Lind 1"], "South": ["Bo Lind 1"]}, "a courtesy: hardly a difference"),
        ("Bo Lind won in Osk.", "Bo Lind won in Osk by nine votes.", None, "both say the same"),
        ("“Bo Lind won,” the pilot of the Osk ferry said.", "Mayor Bo Lind won in Osk.", None, "named in a quotation only"),
    ],
)  # fmt: skip
def test_persons(one, other, wanted, why):
    found = [row for row in called(one, other) if "Lind" in str(row)]
    assert found == ([wanted] if wanted else []), why


@pytest.mark.parametrize(
    ("text", "phrase", "form", "why"),
    [
        ("It isn’t Ada Lind.", "n’t", "Ada Lind", "a form begins with a word, not within one"),
        ("He met pilot Ada Lind.", "pilot", "pilot Ada Lind", "what stands before a name in its phrase"),
    ],
)
def test_where_a_form_begins(text, phrase, form, why):
    start = text.index("Ada")
    row = SimpleNamespace(
        mention="name",
        whole=text,
        start=start,
        end=start + 8,
        phrase=text.index(phrase),
        kind="person",
        descriptor=None,
    )
    assert _form(row)[2] == form, why


def test_a_body_is_named_in_full_by_one_and_by_its_letters_by_another_and_its_members_are_not_it():
    one = "The National Ferry Association won in Osk. The NFA was glad."
    other = "The NFA won in Osk."
    row = next(row for row in called(one, other) if "NFA" in str(row))
    assert row == {"North": ["The National Ferry Association 1", "The NFA 1"], "South": ["The NFA 1"]}


def test_those_furthest_apart_come_first_and_a_page_shows_no_mere_courtesy():
    one = f"{SHOT.format('massacre')}. Mr. Bo Lind won in Osk."
    other = f"{SHOT.format('attack')}. Bo Lind won in Osk."
    table = names(one, other)
    assert table.drop_duplicates("referent")["subject"].tolist() == ["massacre", "Bo Lind"]
    shown = views.names(table)
    assert shown[["North", "South"]].to_numpy().tolist() == [["The massacre", "The attack"]]


def test_a_page_shows_the_fullest_form_first_and_quotations_in_marks():
    one = f"{SHOT.format('massacre')}. The massacre lasted. Then the massacre ended. “The massacre was seen,” Ada Lind said."
    other = f"{SHOT.format('attack')}. The savage attack lasted. The attack was seen."
    shown = views.names(names(one, other)).iloc[0]
    assert (shown["North"], shown["South"]) == ("The massacre (3); “The massacre”", "The savage attack; The attack (2)")


def test_of_many_outlets_each_has_a_row_of_its_own(monkeypatch):
    monkeypatch.setattr(views, "BESIDE", 1)
    shown = views.names(names(f"{SHOT.format('massacre')}.", f"{SHOT.format('attack')}."))
    assert shown.to_numpy().tolist() == [
        ["massacre (the town)", "North", "The massacre"],
        ["massacre (the town)", "South", "The attack"],
    ]


def test_where_all_say_the_same_and_in_one_account_there_is_nothing_to_show():
    assert names("Bo Lind won in Osk.").empty
    assert views.names(names("Mr. Bo Lind won in Osk.", "Bo Lind won in Osk.")).empty
