"""Who has the floor in one account only, and in whose name."""

import pandas as pd
import pytest
from samestory.compare.facts import floor

LIND = "“The harbour has no more use for ferries and never will again,” said Ada Lind."
HOLM = " “Whoever sold the ferries of this town will answer for it,” said Mary Holm."
NORTHERN = [("a0", "Ada Lind", LIND[:64], "mayor"), ("a0", "Mary Holm", HOLM[1:59], "sister")]
EK = "“Nobody has ever asked those of us who work here every day,” said David Ek."
LEDE = "The council of Osk voted on Monday to close the old ferry harbour for good."


def told(*texts):
    return pd.DataFrame(
        {
            "article_id": ["a0", "a1"], "outlet": ["North", "South"], "group": ["North", "South"], "event": "the town",
            "event_by": "found", "headline": "Osk votes", "text": texts, "published": pd.Period("2031-05-04"),
        }
    )  # fmt: skip


def quotes(articles, *said):
    rows = []
    for article, speaker, words, role in said:
        text = articles.set_index("article_id")["text"][article]
        start, at = text.index(words), text.index(speaker)
        rows.append(
            (article, start, start + len(words), words, "direct", speaker, speaker, at, at + len(speaker), role)
        )
    columns = ["article_id", "start", "end", "text", "form", "source", "speaker", "source_start", "source_end", "role"]
    return pd.DataFrame(rows, columns=columns)


def heard(articles, said, also=None):
    """What is found in one report; `also`: what else the two outlets published."""
    return list(floor.speakers([articles], said, articles if also is None else pd.concat([articles, also])))


@pytest.mark.parametrize(
    ("text", "role", "shown"),
    [
        ("Mayor Ada Lind spoke.", "Mayor", "Mayor Ada Lind"),
        ("The ORA President Ada Lind spoke.", "President", "ORA President Ada Lind"),
        ("Ada Lind, mayor of Osk, spoke.", "mayor of Osk", "Ada Lind, mayor of Osk"),
        ("The pilot and former mayor Ada Lind spoke.", "former mayor", "former mayor Ada Lind"),
        ("Ada Lind, head of the ferry union, spoke.", "head of the ferry union", "Ada Lind"),
        ("The group's director Ada Lind spoke.", "group's director", "Ada Lind"),
        ("Ada Lind, head of the Ferry Union, spoke.", "head of the Ferry Union", "Ada Lind, head of the Ferry Union"),
    ],
)
def test_a_speaker_stands_with_the_role_that_the_text_gives(text, role, shown):
    articles = told(f"{text} {LIND}{HOLM}", EK)
    said = quotes(articles, ("a0", "Ada Lind", LIND[:64], role), ("a1", "David Ek", EK[:50], "detective"))
    said = pd.concat([said, quotes(articles, ("a0", "Mary Holm", HOLM[1:59], None))], ignore_index=True)
    (one,) = heard(articles, said)
    assert shown in {side.source for side in one.sides}


@pytest.mark.parametrize(
    ("south", "speaker", "found", "why"),
    [
        (EK, "David Ek", True, "each has one of its own"),
        (f"{EK} “Never,” said Ms Lind.", "David Ek", False, "Lind is quoted there too"),
        (f"{EK} Lind called it “useless” in a letter.", "David Ek", False, "her name stands by quotation marks"),
        (
            EK.replace("David Ek", "David Ek Bo David Ek Mill"),
            "David Ek Bo David Ek Mill",
            False,
            "links run into a name",
        ),
        (EK.replace("David Ek", "a statement"), "a statement", False, "a statement is nobody"),
        (EK.replace("David Ek", "David Sun newspaper"), "David Sun newspaper", False, "a paper is nobody"),
        (EK.replace("said David Ek", "SRT’s David Ek said"), "David Ek", False, "a reporter of the newsroom"),
        (EK.replace("said David", "he said of David"), "David Ek", False, "it is said of Ek"),
    ],
)
def test_who_is_quoted_in_one_account_only(south, speaker, found, why):
    articles = told(LIND + HOLM, south)
    said = quotes(articles, NORTHERN[0], ("a1", speaker, south[:50], "detective"))
    apart = heard(articles, said)
    names = ["Ada Lind, mayor", "David Ek, detective"] if found else []
    assert [side.source for one in apart for side in one.sides] == names, why


@pytest.mark.parametrize(
    ("name", "role", "text", "person", "why"),
    [
        ("David Ek", None, "said David Ek.", True, "a first name that is known"),
        ("Zork Ek", None, "said Zork Ek.", False, "nothing says that it is a person"),
        ("Zork Ek", "detective", "said detective Zork Ek.", True, "a role before the name"),
        ("Zork Ek", "a detective", "said Zork Ek, a detective.", True, "a role behind it"),
        ("Zork Ek", "a detective", "said Zork Ek. He was a detective.", False, "a role that stands elsewhere"),
        ("Zork Ek", None, "said Zork Ek. Mr. Ek left.", True, "he is called Mr."),
        ("Ek", "detective", "said detective Ek.", False, "no full name"),
        ("David E.", "detective", "said detective David E.", False, "half of one"),
    ],
)
def test_who_is_surely_a_person(name, role, text, person, why):
    text = f"“Nobody has ever asked those of us who work here every day,” {text}"
    articles = told(f"{LIND}{HOLM}", text)
    said = quotes(articles, *NORTHERN, ("a1", name, text[:61], role))
    assert bool(heard(articles, said)) == person, why


def test_what_has_an_article_before_its_name_is_no_person():
    articles = told(f"{LIND}{HOLM}", EK.replace("David", "The David"))
    said = quotes(articles, *NORTHERN, ("a1", "David Ek", EK[:50], None))
    assert heard(articles, said)
    assert not heard(articles, said.assign(source=[*said["source"][:2], "The David Ek"]))


@pytest.mark.parametrize(
    ("outlet", "role", "heard_alone"),
    [
        ("TNN (Web)", "TNN analyst", False),
        ("TNN (Web)", "SRT analyst", True),
        ("The South", "a South columnist", False),
        ("The South", "a southern pilot", True),
    ],
)
def test_who_works_for_the_outlet_is_no_source_of_it(outlet, role, heard_alone):
    articles = told(f"{LIND}{HOLM}", EK).assign(group=["North", outlet])
    said = quotes(articles, *NORTHERN, ("a1", "David Ek", EK[:50], role))
    assert bool(heard(articles, said)) == heard_alone


def test_the_suffix_of_a_son_is_no_name_to_look_for():
    """North quotes Lind Jr.; South, which quotes Lind, says of another that he is a Jr."""
    north = LIND.replace("Ada Lind", "Ada Lind Jr.")
    for other, found in (("Bo Mill Jr. said “no”.", True), ("Lind said “no”.", False)):
        articles = told(north + HOLM, f"{EK}{' The town sleeps.' * 20} {other}")
        said = quotes(articles, ("a0", "Ada Lind Jr.", LIND[:64], None), NORTHERN[1], ("a1", "David Ek", EK[:50], None))
        assert bool(heard(articles, said.assign(role=None))) == found, other


def test_who_speaks_elsewhere_by_the_surname_alone_is_a_person():
    text = "“Nobody has ever asked those of us who work here every day,” said Zork Ek. “No one,” Ek said."
    articles = told(f"{LIND}{HOLM}", text)
    said = quotes(articles, *NORTHERN, ("a1", "Zork Ek", text[:61], None), ("a1", "Zork Ek", "“No one,”", None))
    assert not heard(articles, said)
    assert heard(articles, said.assign(source=[*said["source"][:3], "Ek"]))


def test_the_name_may_stand_right_behind_the_words_for_the_source():
    text = "“Nobody has ever asked those of us who work here every day,” said Representative David Ek."
    articles = told(f"{LIND}{HOLM}", text)
    said = quotes(articles, *NORTHERN, ("a1", "David Ek", text[:61], None))
    title = said.assign(source="Representative", source_start=text.index("Rep"), source_end=text.index(" David"))
    for source, found in (("Representative", True), ("he", False)):
        cut = said.copy()
        cut.loc[2, ["source", "source_start", "source_end"]] = (
            title.loc[2, ["source", "source_start", "source_end"]].tolist() if found else [source, 0, 2]
        )
        assert bool(heard(articles, cut)) == found, source


def test_whose_words_another_account_reports_has_not_the_floor_alone():
    south = f"{EK}{' The town sleeps.' * 20} The council has no use for ferries, Ada Lind thinks."
    articles = told(f"{LIND}{HOLM}", south)
    said = quotes(articles, *NORTHERN, ("a1", "David Ek", EK[:50], None))
    assert heard(articles, said)
    reported = quotes(articles, ("a1", "Ada Lind", "The council has no use for ferries", None)).assign(form="indirect")
    assert not heard(articles, pd.concat([said, reported], ignore_index=True)), "two are few"


def test_people_of_two_standings_stand_beside_each_other_though_others_may_be_of_them():
    """Of what standing Holm is nobody knows, so that it is not said that South alone quotes Democrats."""
    articles = told(f"Republican Ada Lind. {LIND}{HOLM}", f"Democrat David Ek. {EK} “Never,” said Ms Holm.")
    said = quotes(articles, *NORTHERN, ("a1", "David Ek", EK[:50], "Democrat")).assign(
        role=["Republican", None, "Democrat"]
    )
    (one,) = heard(articles, said)
    assert (one.subject, [side.source for side in one.sides]) == (
        "who is quoted",
        ["Republican Ada Lind", "Democrat David Ek"],
    )
    alike = said.assign(role=["Republican", None, "GOP"])
    assert not heard(articles, alike)


def test_of_three_accounts_each_shows_two_speakers_and_all_count():
    more = pd.DataFrame(
        {
            "article_id": ["a0", "a1", "a2"], "outlet": list("NSE"), "group": list("NSE"), "event": "the town",
            "event_by": "found", "headline": "Osk votes", "text": [LIND + HOLM, EK, "A choir sang."],
            "published": pd.Period("2031-05-04"),
        }
    )  # fmt: skip
    (one,) = heard(more, quotes(more, *NORTHERN, ("a1", "David Ek", EK[:50], None)).assign(role=None))
    assert [(side.article_id, side.source) for side in one.sides] == [
        ("a0", "Ada Lind"), ("a0", "Mary Holm"), ("a1", "David Ek"),
    ]  # fmt: skip


def test_words_beside_which_another_is_named_are_not_said_to_be_quoted():
    """David Ek did one thing, and whose letter it is that is quoted only a reader knows."""
    letter = "“Nobody has ever asked those of us who work here every day,”"
    articles = told(LIND + HOLM, f"David Ek left, and Peter Mill sent a letter: {letter} to the council.")
    for speaker, found in (("David Ek", False), ("Peter Mill", True)):
        said = quotes(articles, *NORTHERN, ("a1", speaker, letter, "detective"))
        assert bool(heard(articles, said)) == found, speaker


@pytest.mark.parametrize(
    ("north", "south", "shown", "why"),
    [
        ("mayor", "detective", ["mayor Ada Lind", "detective David Ek"], "one of the town, one of the police"),
        ("mayor", "governor", [], "both govern"),
        (None, "detective", [], "in whose name Lind speaks is not known, and two voices are few"),
        ("former mayor", "detective", [], "she is mayor no more"),
        ("Republican", "detective", ["Republican Ada Lind", "detective David Ek"], "a party here, and whoever speaks there is known"),
        ("Republican", None, [], "he may be of that party"),
    ],
)  # fmt: skip
def test_only_voices_of_other_standing_tell_accounts_apart(north, south, shown, why):
    articles = told(f"{north} Ada Lind. {LIND}", f"{south} David Ek. {EK}")
    said = quotes(articles, ("a0", "Ada Lind", LIND[:64], north), ("a1", "David Ek", EK[:50], south))
    assert [side.source for one in heard(articles, said) for side in one.sides] == shown, why


def test_who_is_of_a_standing_named_already_stands_behind():
    articles = told(f"{LIND}{HOLM}", EK)
    said = quotes(articles, *NORTHERN, ("a1", "David Ek", EK[:50], "detective"))
    (one,) = heard(articles, said.assign(role=["mayor", "governor", "detective"]))
    assert [side.source for side in one.sides] == ["Ada Lind, mayor", "Mary Holm, governor", "David Ek, detective"]
    assert one.subject == "who is quoted: governors and mayors at North, police and prosecutors at South"


@pytest.mark.parametrize(
    ("roles", "found", "why"),
    [
        ((None, None, None), True, "three of whom nothing is known"),
        (("mayor", None, "mayor"), True, "who is not known may be somebody else"),
        (("Rep.", "GOP Sen.", None), False, "most are politicians"),
        (("Rep.", None, None), True, "one is"),
        (("detective", "sheriff", "prosecutor"), False, "all are of one standing"),
    ],
)
def test_where_no_standing_tells_them_apart_three_voices_are_shown(roles, found, why):
    articles = told(f"{LIND}{HOLM}", EK)
    said = quotes(articles, *NORTHERN, ("a1", "David Ek", EK[:50], None)).assign(role=list(roles))
    apart = heard(articles, said)
    assert [one.subject for one in apart] == ["who is quoted"] * found, why
    assert [len(one.sides) for one in apart] == [3] * found, why


@pytest.mark.parametrize(("sentences", "found"), [(12, False), (20, True)])
def test_a_name_some_way_from_quotation_marks_is_not_quoted(sentences, found):
    articles = told(LIND + HOLM, f"{EK}{' The town sleeps.' * sentences} Lind slept too.")
    said = quotes(articles, *NORTHERN, ("a1", "David Ek", EK[:50], None)).assign(role=None)
    assert bool(heard(articles, said)) == found


@pytest.mark.parametrize(("words", "found"), [(10, True), (9, False)])
def test_from_ten_quoted_words_on_somebody_has_the_floor(words, found):
    text = f"“{' '.join(['ferry'] * words)}” said David Ek."
    articles = told(LIND + HOLM, text)
    said = quotes(articles, *NORTHERN, ("a1", "David Ek", text.partition(" said")[0], None)).assign(role=None)
    assert bool(heard(articles, said)) == found


def test_who_is_quoted_under_half_of_a_double_name_is_heard():
    north = LIND.replace("Lind", "Lind-Moss") + HOLM
    for name, found in (("Lind", False), ("Hill", True)):
        articles = told(north, f"{EK} “Never,” said Ada {name}.")
        said = quotes(articles, ("a0", "Ada Lind-Moss", LIND[:64], "mayor"), ("a1", "David Ek", EK[:50], "detective"))
        shown = [side.source for one in heard(articles, said) for side in one.sides]
        assert ("Ada Lind-Moss, mayor" in shown) == found, name


def test_what_is_copied_without_marks_is_not_said_to_stand_in_them():
    bare = EK.replace("“", "").replace("”", "")
    articles = told(LIND + HOLM, bare)
    said = quotes(articles, *NORTHERN, ("a1", "David Ek", bare[:49], "detective"))
    assert "David Ek" not in {side.source for one in heard(articles, said) for side in one.sides}


def test_of_each_of_two_accounts_four_are_named_and_others_said_to_be_there():
    words = "“Nobody will sail from this old town in winter any more,”"
    more = [f" {words.replace('winter', each)} said {name}." for each, name in
            (("May", "Peter Mill"), ("June", "Jane Moss"), ("July", "Anna Hill"))]  # fmt: skip
    articles = told(LIND + HOLM + "".join(more), EK)
    said = [
        ("a0", name, text.strip().partition(" said")[0], None)
        for text, name in zip(more, ("Peter Mill", "Jane Moss", "Anna Hill"), strict=True)
    ]
    (one,) = heard(articles, quotes(articles, *NORTHERN, *said, ("a1", "David Ek", EK[:50], None)).assign(role=None))
    assert [side.article_id for side in one.sides] == ["a0", "a0", "a0", "a0", "a1"]
    assert one.differs == "quoted in one only; others at North"


@pytest.mark.parametrize(
    ("there", "heard_there", "why"),
    [
        ("The harbour is closed.", False, "no word of hers"),
        ("“A step,” said Adda Lindt.", True, "her name, spelled nearly so, beside quotation marks"),
        ("“A step,” said Cleo Vang.", False, "another name"),
        ("The council says it has no more use for ferries and never will again.", True, "her words, from another"),
        (
            "The council says it has no more use for boats and never again.",
            False,
            "six words in a row are none of hers",
        ),
    ],
)
def test_who_is_heard_elsewhere_too(there, heard_there, why):
    assert floor._heard_there("Lind", [LIND[:64]], floor._read(there)) == heard_there, why


@pytest.mark.parametrize(
    ("there", "both", "shown", "why"),
    [
        (EK, True, 3, "two here and none of its own there, where somebody is quoted whom both have"),
        ("The council of Osk voted. The harbour closes.", False, 0, "nobody is quoted there at all"),
        ("“Go,” said David Ek.", True, 0, "a much shorter account"),
    ],
)
def test_whom_one_account_alone_quotes(there, both, shown, why):
    articles = told(f"{LIND}{HOLM} {EK}", there if "Go" in there else f"{there} {LEDE}")
    eks = ("a1", "David Ek", "“Go,”" if "Go" in there else EK[:50], None)
    said = quotes(articles, *NORTHERN, ("a0", "David Ek", EK[:50], None), *([eks] if both else []))
    apart = heard(articles, said.assign(role=None))
    assert [(len(one.sides), one.differs) for one in apart] == [
        (shown, "quoted in one only; looked for: Lind, Holm")
    ] * bool(shown), why


def test_nobody_is_quoted_in_one_only_whom_another_article_of_that_day_quotes():
    articles = told(f"{LIND}{HOLM}", EK)
    said = quotes(articles, *NORTHERN, ("a1", "David Ek", EK[:50], "detective"))
    later = articles.tail(1).assign(article_id="a2", text=f"“Never,” said Ms Lind. {HOLM}")
    assert len(heard(articles, said)) == 1
    assert heard(articles, said, later) == []
    assert len(heard(articles, said, later.assign(published=pd.Period("2031-05")))) == 1, "its day is not known"
    assert len(heard(articles, said, later.assign(published=pd.Period("2031-05-09")))) == 1
