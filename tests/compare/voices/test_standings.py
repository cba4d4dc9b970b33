"""In whose name those speak who are quoted, as far as the articles say it."""

import pandas as pd
import pytest
from samestory.compare import voices
from samestory.compare.voices import standings


@pytest.mark.parametrize(
    ("role", "text", "standing", "why"),
    [
        ("Sen.", "Sen. Bo Ek (R-Brin) spoke.", "Republicans", "the party stands behind the name"),
        ("Sen.", "Sen. Bo Ek, D-Brin, spoke.", "Democrats", "without brackets too"),
        ("Sen.", "Sen. Bo Ek spoke.", "lawmakers", "of which party is not said"),
        ("GOP Sen.", "", "Republicans", "the role says it"),
        ("U.N. Secretary-General", "", None, "a part of a word is no word"),
        ("attorney general", "", "the government", "the longer words before “attorney”"),
        ("an attorney from Osk", "", "lawyers", "else he is a lawyer"),
        ("whose son was killed", "", "relatives and neighbours", "a clause tells it too"),
        ("who lost his son", "", "relatives and neighbours", "also one that begins with who"),
        ("who called the police", "", None, "other clauses tell what somebody did"),
        ("a former detective", "", None, "no more"),
        ("attorney general nominee", "", None, "not yet"),
        ("Governor-elect", "", None, "not yet either"),
        ("the Democratic nominee", "", "Democrats", "whom a party has chosen"),
        ("White House Senior Correspondent", "", None, "who reports on it"),
        ("head of the Osk Police Reform Board", "", None, "who watches the police"),
        (None, "Bo Ek (R-Brin) spoke.", "Republicans", "without a role too"),
        ("mayor", "Bo Ek (R-Brin) spoke.", "governors and mayors", "a mayor speaks for the town first"),
        (None, "", None, "nothing is said"),
        ("Rep.", "Rep. Bo Ek, Osk Republican, spoke.", "Republicans", "in words"),
        ("Rep.", "Rep. Bo Ek, the top Democrat on the ferry panel, spoke.", "Democrats", "with what he is there"),
        ("Rep.", "Rep. Bo Ek, head of the Ferry Committee, R-Osk, spoke.", "Republicans", "behind an office"),
        ("Rep.", "The ranking Democrat on the panel, Rep. A. Bo Ek, spoke.", "Democrats", "before the name"),
        ("Rep.", "Rep. Bo Ek and Rep. Ada Lind, R-Brin, spoke.", "lawmakers", "of the other"),
        ("Rep.", "Rep. Bo Ek (R-Osk) and Sen. Ida Ek (D-Osk) spoke.", "lawmakers", "two parties of one surname"),
        (
            "Rep.",
            "Against Rep. Bo Ek, the Republican said, nobody runs.",
            "lawmakers",
            "somebody else, of whom it is said",
        ),
        (
            "Rep.",
            "Ek lost her patience as Ada Lind (R-Brin) asked on.",
            "lawmakers",
            "the party of somebody named between",
        ),
        ("Gen.", "The retired Gen. Bo Ek spoke.", None, "no more, as the text says before the role"),
        ("mayor", "Former Brin mayor Bo Ek spoke.", None, "nor such a mayor"),
        ("mayor", "Former aides to the mayor Bo Ek spoke, late Monday.", "governors and mayors", "they no longer are"),
        ("spokesman for County Prosecuting Attorney Ada Lind", "", "police and prosecutors", "no lawyer of anybody"),
        ("Highway Patrol Capt.", "", "police and prosecutors", "who patrols roads"),
        ("spokesman for the Social Democratic Party", "", None, "a party of another country"),
        ("head of South Korea's ruling Democratic Party", "", None, "another"),
        ("GOP voter", "", None, "who votes for a party does not speak for it"),
        ("Assistant State's Attorney", "", "police and prosecutors", "the longer words before “attorney”"),
        ("the representative in Osk for the institute", "", None, "no lawmaker"),
        ("a Osk resident", "", "residents", "no relative"),
        ("president", "Bo Ek, president of the ferry club, spoke.", None, "never called so before the name"),
        ("President", "When President Bo Ek spoke.", "the government", "of a state"),
        ("president", "The French president Bo Ek spoke.", "the government", "of another"),
        ("President", "Harvard President Bo Ek spoke.", None, "of a body"),
        ("President", "Former President Ada Bo Ek spoke.", None, "no more"),
        ("Vice President", "Vice President Ek spoke.", "the government", "the second too"),
        ("president of the Osk Society", "", None, "the role says of what"),
        ("an analyst at the Department of Roads", "", None, "one of its people, who studies nothing of it"),
        ("an analyst at Osk Bank", "", "scholars and analysts", "who does"),
    ],
)
def test_in_whose_name_somebody_speaks(role, text, standing, why):
    assert standings.standing(role, "Bo Ek", text) == standing, why


def test_lawmakers_may_be_of_any_party():
    assert standings.clash("lawmakers", "Democrats") and standings.clash("judges", "judges")
    assert not standings.clash("Republicans", "Democrats") and not standings.clash("lawmakers", "judges")


def quoted(*rows: tuple[str, ...]) -> pd.DataFrame:
    """Whom North (a0) and South (a1) quote, from the article, speaker, role and form of each, and the words if given."""
    whole = [(*row, "one two three four")[:5] for row in rows]
    said = pd.DataFrame(whole, columns=["article_id", "speaker", "role", "form", "text"]).assign(
        attribution=range(len(rows)), start=[20 * k for k in range(len(rows))], source_class="named",
        cue_start=None, relay=None, cue_class="neutral", reached="named",
    )  # fmt: skip
    said = said.assign(end=said["start"] + 18, source=said["speaker"])
    text = {"a0": "Sen. Bo Ek (R-Brin) spoke.", "a1": "Sen. Bo Ek spoke, and Ada Lind."}
    articles = pd.DataFrame(
        {"article_id": list(text), "text": text.values(), "outlet": ["North", "South"], "event": "e"}
    )
    return voices.quoted(voices.attributed(said, articles), articles)


def test_what_one_article_says_of_somebody_holds_in_the_collection():
    table = quoted(("a0", "Bo Ek", "Sen.", "direct"), ("a1", "Bo Ek", "Sen.", "direct"))
    assert table[["group", "standing"]].values.tolist() == [["North", "Republicans"], ["South", "Republicans"]]


@pytest.mark.parametrize(
    ("rows", "told", "why"),
    [
        (
            [("a0", "Ada Lind", "mayor", "direct"), ("a1", "Ada Lind", "professor", "direct")],
            [None, None],
            "two say two",
        ),
        (
            [("a0", "Ada Lind", "mayor", "direct"), ("a1", "Ada Lind", "gardener", "direct")],
            ["governors and mayors", None],
            "a mayor, and perhaps another of the name",
        ),
        ([("a1", "Ada Lind", "mayor", "indirect")], [], "no words of hers stand between marks"),
        ([("a1", "Lind", "mayor", "direct")], [], "a surname alone is nobody by name"),
        ([("a1", "Ada Lind", None, "direct")], [None], "no article says it"),
        ([("a1", "Ada Lind", "mayor", "direct", "one two three")], [], "three words are a label"),
    ],
)
def test_who_is_quoted_by_name_and_of_no_standing(rows, told, why):
    found = quoted(*rows)["standing"].astype("object")
    assert found.where(found.notna(), None).tolist() == told, why


def test_most_people_of_one_standing_come_first_and_of_none_last():
    rows = [
        ("a1", "Ida Moss", None),
        ("a1", "Cleo Day", "mayor"),
        ("a1", "Ada Lind", "professor"),
        ("a1", "Eva Holm", "professor"),
    ]
    table = quoted(*((*row, "direct") for row in rows))
    assert table["speaker"].tolist() == ["Ada Lind", "Eva Holm", "Cleo Day", "Ida Moss"]
    assert table["words"].tolist() == [4, 4, 4, 4] and table["articles"].eq(1).all()


@pytest.mark.parametrize(
    ("column", "value", "kept", "why"),
    [
        ("reached", "surname", True, "named"),
        ("reached", "pronoun", False, "he may be another"),
        ("cue_class", "other", False, "what is called so is nobody’s words"),
        ("source", "Ada Lind’s office", False, "an office speaks for itself"),
        ("source", "Ada Lind’s", True, "of herself"),
        ("speaker", "York City Ada Lind", False, "words of the page have run into the name"),
        ("speaker", "Ferry Lind", False, "no first name that is known"),
    ],
)
def test_words_are_somebodys_who_is_named_beside_them(column, value, kept, why):
    row = {"kind": "person", "form": "direct", "reached": "named", "cue_class": "neutral", "speaker": "Ada Lind",
           "source": "Ada Lind", "text": "It is all over now", "article_id": "a"}  # fmt: skip
    assert bool(len(standings._in_marks(pd.DataFrame([row | {column: value}])))) == kept, why
