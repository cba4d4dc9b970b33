"""What each kind of difference must be to be said, what it says of the other outlets, and what may explain it."""

import pandas as pd
import pytest
from samestory.compare.facts.across import EVERY
from samestory.compare.facts.sides import KINDS as ALL
from samestory.present.facts import innocent, words
from samestory.present.facts.kinds import KINDS, left_out, naming, readable


def test_every_kind_of_difference_has_its_module():
    assert set(KINDS) == set(ALL)


@pytest.mark.parametrize(
    ("text", "stands", "why"),
    [
        ("The mill in Osk closed in 2030 and 40 welders left.", True, "it can be read alone"),
        ("But the mill in Osk closed in 2030.", False, "it leans on what stands before"),
        ("Those welders left Osk in 2030.", False, "who they are was said before"),
        ("Lind also spoke in Osk.", False, "it adds to what was said before"),
        ("Lind won 40, Ek 30, Day 20 and Holm 9 of the seats in Osk.", False, "a list of figures"),
        ("Lind, a welder from Osk, told North that she would stay.", False, "every newsroom has its own witnesses"),
        ("“The mill in Osk will be shut in 2030,” said Lind.", False, "each has its own quotations"),
        ("From left, Ada Lind and Bo Ek in Osk.", False, "words under a picture"),
        ("In Osk I have seen 40 welders leave.", False, "the writer speaks of what the writer saw"),
        ("When he came, the mill in Osk was shut.", False, "who he is was said before"),
        ("Police in Osk said they found 40 rifles.", True, "they are the police"),
        (
            "In the end that vote in Osk closed the mill for good.",
            True,
            "known fault: what leans further in is not seen",
        ),
        ("Lind spoke of that vote in Osk.", False, "which vote was said before"),
        ('The mill in Osk shuts," said Lind.', False, "half of it is a quotation that begins elsewhere"),
        ("ET., Osk rang its bell.", False, "it begins in the middle"),
        ("• The mill in Osk closed in 2030.", False, "a point of a list"),
        ("Lind wrote of Osk that “I have seen 40 welders leave.”", True, "it is she who speaks"),
    ],
)
def test_a_sentence_left_out_stands_by_itself(text, stands, why):
    sides = pd.DataFrame({"group": ["North", "South"], "text": [text, None], "start": [0, pd.NA]})
    assert left_out.clears(sides) == stands, why


def test_of_two_that_tell_it_the_sentence_is_shown_that_stands_by_itself():
    leaning, alone = "But the mill in Osk closed in 2030.", "The mill in Osk closed in 2030."
    sides = pd.DataFrame(
        {
            "group": ["North", "South", "East"],
            "article_id": ["north", "south", "east"],
            "text": [leaning, alone, None],
            "start": [0, 0, pd.NA],
            "differs": "not told; looked for: mill",
        }
    )
    articles = pd.DataFrame(
        {"article_id": ["north", "south", "east"], "event": "a", "outlet": ["North", "South", "East"]}
    )
    assert left_out.clears(sides)
    said = "South (North too): “The mill in Osk closed in 2030”. East: not told (looked for: mill)."
    assert left_out.sentence(sides, articles, "outlet") == said


def _sides(differs, *texts, subject=""):
    """Sides of three outlets with these words, each of which is the sentence it stands in; None has nothing."""
    names = ["North", "South", "East"][: len(texts)]
    has = [text is not None for text in texts]
    ends = [len(text) if text else pd.NA for text in texts]
    sides = {
        "group": names,
        "article_id": names,
        "text": texts,
        "start": [0 if one else pd.NA for one in has],
        "end": ends,
    }
    places = {"sentence_start": sides["start"], "sentence_end": ends, "story": "a", "fact": pd.NA, "voice": "narrator"}
    return pd.DataFrame(sides | places | {"differs": differs, "subject": subject})


@pytest.mark.parametrize(
    ("kind", "sides", "said"),
    [
        ("own label", _sides("2 of 5 times; 3 of 3 times", "rioters", "protesters", subject="those gathered"),
         "Those gathered: North alone says “rioters” (2 of 5 times) in its own words; South “protesters” (3 of 3 times)."),
        ("quantity", _sides("all here, nearly all there", "all ships", "nearly all ships"),
         "How much of the same: North “all ships”, South “nearly all ships”."),
        ("called", _sides("1 of 1 times; 1 of 1 times", "a massacre", "the shooting", subject="an act of violence"),
         "An act of violence: North “a massacre”, South “the shooting”, each in its own words."),
        ("denial", _sides("no denial; looked for: Lind", "Lind denied it.", None, None, subject="Lind"),
         "North: “Lind denied it”. South and East name Lind and have no denial."),
    ],
)  # fmt: skip
def test_what_is_said_of_a_kind(kind, sides, said):
    names = ["North", "South", "East"]
    articles = pd.DataFrame({"article_id": names, "event": "a", "outlet": names, "text": ["Lind denied it.", "-", "-"]})
    articles = articles[articles["article_id"].isin(sides["article_id"])]
    assert KINDS[kind].sentence(sides, articles, "outlet") == said


@pytest.mark.parametrize(
    ("text", "reads", "why"),
    [
        ("Ada Lind spoke in Osk on Monday.", True, "a sentence"),
        ("Lind Ada May LindBo Ek wins seat Osk mill closes", False, "links run into a name"),
        ("Update at 9:40 p.m. The mill is closed.", False, "a stamp of a running log"),
        ("Lind met McLind in Osk.", True, "a name with a capital inside"),
    ],
)
def test_furniture_is_no_quotation(text, reads, why):
    assert readable(pd.DataFrame({"start": [0], "text": ["Yes"], "source": [text]})) == reads, why
    assert readable(pd.DataFrame({"start": [0], "text": [text]})) == reads, why


LONG = "The council of Osk voted on Monday night to close the old ferry harbour, {} the mill beside it and the road to the town of Brin"


@pytest.mark.parametrize(
    ("text", "quotation", "why"),
    [
        (LONG.format("together with all of"), "“The council of Osk voted on Monday night to close the old ferry harbour” …",
         "at the end of a clause"),
        ("word " * 22 + "closed of the mill", f"“{'word ' * 22}closed” …", "never on a word that leads to the next"),
        ("With the council of Osk about to vote on the old ferry harbour, Ada Lind, who has run it since 2011, asked for a delay "
         "of nine months.", "“With the council of Osk about to vote on the old ferry harbour, Ada Lind, who has run it since 2011, "
         "asked” …", "not at the end of what only leads to the main clause"),
        ("He saw “a city of tents.”", "“He saw “a city of tents.””", "a quotation in it is closed"),
    ],
)  # fmt: skip
def test_where_a_quotation_ends(text, quotation, why):
    assert words.quoted(text) == quotation, why


def articles(days, lengths=(100, 100, 100), credit=(None, None, None)):
    return pd.DataFrame(
        {
            "article_id": ["n", "s", "e"], "outlet": ["North", "South", "East"], "event": "the town", "event_by": "found", "credit": credit,
            "published": [pd.Period(day) for day in days], "text": ["word " * n for n in lengths], "headline": None,
        }
    )  # fmt: skip


def sides(*groups):
    ids = {"North": "n", "South": "s", "East": "e"}
    return pd.DataFrame({"group": groups, "article_id": [ids[group] for group in groups]})


@pytest.mark.parametrize(
    ("days", "lengths", "reason"),
    [
        (("2031-05-04", "2031-05-03", "2031-05-02"), (100, 50, 50), "South’s and East’s articles are older."),
        (("2031-05-04", "2031-05-03", "2031-05-04"), (100, 90, 40), "South’s article is older. East’s article is 60 % shorter."),
        (("2031-05-04", "2031-05-04", "2031-05-04"), (100, 90, 40), ""),
        (("2031-05-03", "2031-05-04", "2031-05-04"), (100, 100, 100), ""),
        (("2031-05-04", "2031-05-04", "2031-05-04"), (1000, 399, 390), "South’s article is 60 % shorter. East’s article is 61 % shorter."),
        (("2031-05-04", "2031-05-04", "2031-05-04"), (1000, 400, 390), ""),
    ],
)  # fmt: skip
def test_why_something_may_be_lacking_holds_for_all_that_lack_it(days, lengths, reason):
    assert innocent.lacking(sides("North"), sides("South", "East"), articles(days, lengths)) == reason


def test_the_days_are_said_where_they_differ():
    told = articles(("2031-05-04", "2031-05-03", "2031-05-04"))
    assert innocent.days(sides("North", "South", "East"), sides(), told) == (
        "South is of 3 May 2031, North and East are of 4 May 2031."
    )
    assert innocent.days(sides("North", "East"), sides(), told) == ""


COMMENT = "North’s article is comment or analysis, by its headline or its words."
CLAIM = "Of course we should ask what the harbour of this old town is for. "
REPORT = "The harbour of the town is closed to ferries, the mayor said on a visit. "
MORE = [
    ({"text": ["I go.\nI say so.", "It went.", "It went."]}, COMMENT, "its writer says I"),
    ({"text": [f"{CLAIM * 20}", f"{REPORT * 20}", ""]}, COMMENT, "it argues, and cites nobody"),
    ({"text": [f"{CLAIM * 20}{REPORT * 20}", f"{REPORT * 20}", ""]}, "", "it argues, and cites as a report does"),
    ({"text": [f"“{CLAIM * 20}”", f"{REPORT * 20}", ""]}, "", "who is quoted argues"),
    ({"text": [CLAIM, REPORT, ""]}, "", "too short to say so"),
    ({"headline": ["Five takeaways from Osk", "Osk votes", None]}, "North’s article is a list or guide.", "it is headed so"),
    ({"headline": ["Five dead in Osk", "Osk votes", None]}, "", "a number heads no list"),
    ({"text": ["“I go.\nI say so.”", "It went.", "It went."], "headline": None}, "", "who is quoted says I"),
    ({"headline": ["OPINION: Go", None, None]}, COMMENT, "it is headed so"),
    ({"headline": ["Osk is set to vote", None, None]}, "", "the other may be ahead too, in other words"),
    ({"text": ["Osk voted on Friday.", "Osk rests on Monday.", ""]}, "North opens with Friday, South with Monday.", "other days"),
    ({"text": ["Osk voted on Friday.", "On Friday Osk voted.", ""]}, "", "one day"),
]  # fmt: skip


@pytest.mark.parametrize(("other", "reason", "why"), MORE)
def test_what_kind_of_piece_an_article_is_may_explain_its_headline(other, reason, why):
    told = articles(["2031-05-04"] * 3).assign(**other)
    assert innocent.unlike(sides("North", "South"), sides(), told) == reason, why


def test_an_agency_explains_words_only_where_one_credits_it():
    one, both = (articles(["2031-05-04"] * 3, credit=c) for c in (("AFP", None, None), ("AFP", "AFP", None)))
    assert innocent.wire(sides("North", "South"), sides(), one) == "North credits AFP, whose wording it may be."
    assert innocent.wire(sides("North", "South"), sides(), both) == ""


def test_a_naming_says_what_the_third_outlet_has():
    told = articles(["2031-05-04"] * 3).assign(text=["A gunman.", "A suspect.", "Police sought a Suspect."])
    two = pd.DataFrame(
        {"group": ["North", "South"], "article_id": ["n", "s"], "text": ["gunman", "suspect"], "voice": "narrator",
         "fact": pd.NA, "story": "the town", "subject": "who attacked", "start": [2, 2]}
    )  # fmt: skip
    assert naming.sentence(two, told, "outlet").endswith("each in its own words. East has “Suspect” too.")
    none = told.assign(text=["A gunman.", "A suspect.", "Rain."])
    assert naming.sentence(two, none, "outlet").endswith("East has none of these words.")


def test_labels_across_a_collection_stand_with_who_prefers_them():
    sides = pd.DataFrame(
        {"group": ["North", "South", "East"], "story": EVERY, "subject": "those who fled", "text": ["gunmen", "men", "Men"],
         "differs": "9 times, in 4 articles; 5 of 6 times, in 3 articles; 3 times, in 2 articles"}
    )  # fmt: skip
    assert naming.sentence(sides, pd.DataFrame(), "outlet") == (
        "Those who fled: “gunmen” at North (9 times, in 4 articles), “men” at South (5 of 6 times, in 3 articles) and "
        "East (3 times, in 2 articles), in their own words."
    )


LOOKED = " ".join(["early"] * 30 + ["pilot", "of", "Osk"] + ["late"] * 9)


@pytest.mark.parametrize(
    ("text", "looked", "shown"),
    [
        ("Ada Lind spoke.", ["pilot"], "Ada Lind spoke."),
        (LOOKED, ["pilot", "Osk"], "early early pilot of Osk"),
        (LOOKED, [], "early early early early early"),
    ],
)
def test_a_long_sentence_is_cut_around_what_makes_the_difference(text, looked, shown):
    start, end = words.telling(text, looked, 5)
    assert text[start:end] == shown


@pytest.mark.parametrize(
    ("third", "neither"), [([], "Neither has the other’s words."), (["East"], "None has another’s words.")]
)
def test_what_each_quotes_of_a_person_is_told_in_a_row(third, neither):
    groups = ["North", "South", *third]
    sides = pd.DataFrame({"group": groups, "subject": "Ada Lind", "text": "“It shall stand,”"})
    told = "; ".join([f"{groups[0]} quotes “It shall stand”", *(f"{group} “It shall stand”" for group in groups[1:])])
    assert KINDS["speech"].sentence(sides, pd.DataFrame(), "outlet") == f"Of Ada Lind, {told}. {neither}"


def test_an_utterance_in_two_wordings_is_told_in_both():
    two = pd.DataFrame(
        {"group": ["North", "South"], "subject": "Ada Lind", "text": ["news gathered", "news collected"]}
    )
    assert KINDS["requoted"].sentence(two, pd.DataFrame(), "outlet") == (
        "Both quote Ada Lind, in other words: North “news gathered”, South “news collected”."
    )


@pytest.mark.parametrize(
    ("people", "more", "said"),
    [
        (["Ada Lind", "Bo Ek"], "", "Ada Lind: “No”; also Bo Ek. East has neither."),
        (["Ada Lind", "Bo Ek", "Cleo Day"], "", "Ada Lind: “No”; also Bo Ek; Cleo Day. East has none of them."),
        (
            ["Ada Lind", "Bo Ek", "Cleo Day"],
            "; others at North",
            "Ada Lind: “No”; also Bo Ek; Cleo Day; others. East has none of them.",
        ),
    ],
)
def test_whom_one_account_alone_quotes_is_told_with_how_many_more(people, more, said):
    rows = [{"group": "North", "start": 1, "source": name, "text": "“No.”"} for name in people]
    sides = pd.DataFrame([*rows, {"group": "East", "start": None}]).assign(differs=f"quoted in one only{more}")
    assert KINDS["speakers"].sentence(sides, pd.DataFrame(), "outlet") == f"In quotation marks only North has {said}"
