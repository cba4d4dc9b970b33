"""Labels: each referent under each of its names, traps left out, no mention twice."""

import pickle

import pandas as pd
import pytest
from samestory import unexpected
from samestory.annotate import labels as room
from samestory.annotate.labels import find, labels, rules


def found(text, path=""):
    return [(text[row["start"] : row["end"]], row["label"]) for row in find(text, rules(path))]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Gaza: the war goes on.", [("war", "war")], "the plain label"),
        ("Gaza: he is sought for alleged war crimes.", [], "a crime is not the war"),
        ("Hamas said the Iran war was another matter.", [], "another war"),
        ("The war goes on in Spain.", [], "an article without Gaza or Hamas is out of scope"),
        (
            "Gaza waits.\n\nThe war goes on.\n\nThe war in Gaza.",
            [("war", "war")],
            "without words of its own in its paragraph it may be another war",
        ),
        (
            "Gaza waits. Gaza and Hamas.\n\nThe war goes on.",
            [("war", "war")],
            "an article that begins with Gaza and names it three times is about it",
        ),
        (
            "x" * 600 + " Gaza waits. Gaza and Hamas.\n\nThe war goes on.",
            [],
            "what is named later only it is not about",
        ),
        (
            "Gaza waits. Gaza and Hamas." + " x" * 4_000 + "\n\nThe war goes on.",
            [],
            "what is named three times in a long text it is not about",
        ),
        ("At Beth Israel hospital they spoke of war.", [], "a hospital's name is no word of the referent"),
        ("Gaza waits.\nThe war goes on.", [], "lines are paragraphs where no empty lines part them"),
        ("Gaza: the Israeli-Palestinian conflict.", [], "the conflict of decades is not the war"),
        ("Gaza: they kill every day; he wishes they would die.", [], "no death is told"),
        ("In Gaza: Jewish neighborhoods of the Old City of Jerusalem.", [], "not in the West Bank"),
        (
            "Jewish neighborhoods in the West Bank",
            [("Jewish neighborhoods", "neighbourhoods"), ("West Bank", "West Bank")],
            "in the West Bank",
        ),
        ("Europe has government-run health care.", [], "not the health law of the US"),
        ("Obamacare Lite is health care reform, he said.", [], "another bill, and whoever reforms"),
        ("Obama's health care overhaul", [("Obama's health care overhaul", "health care law")], "his reform"),
        ("From Gaza to Imbaba, on the west bank of the Nile.", [], "a bank of another river"),
        (
            "Republicans call Obamacare a government takeover of health care.",
            [("Obamacare", "Obamacare"), ("government takeover of health care", "government takeover")],
            "the health law of the US",
        ),
        ("Gaza: within their own territory.", [], "land of others"),
        ("Gaza: the territory is small.", [("territory", "territory")], "Gaza by an epithet"),
        ("Hamas freed a captive.", [("captive", "captives")], "singular"),
        ("GAZA: TRUCE AGREED", [("TRUCE", "truce")], "capitals"),
        (
            "Hamas: “a pro-war party”, post-truce, ceasefires",
            [("ceasefires", "ceasefire")],
            "parts of compounds are none",
        ),
        ("Gaza: two halts in the fighting.", [("halts in the fighting", "halt in the fighting")], "the longest wins"),
        ("Gaza: an end to the fighting.", [("fighting", "the fighting")], "alone it is the war"),
        (
            "Hamas holds Israeli prisoners",
            [("Israeli prisoners", "Israeli prisoners")],
            "one word, either side: Israeli",
        ),
        ("Palestinian prisoners left Gaza", [("Palestinian prisoners", "Palestinian prisoners")], "… and Palestinian"),
        (
            "Palestinian captives left Gaza",
            [("Palestinian captives", "Palestinian captives")],
            "not the people in Gaza",
        ),
        (
            "Gaza\u2019s health ministry",
            [("Gaza\u2019s health ministry", "Gaza's health ministry")],
            "a curly apostrophe is an apostrophe",
        ),
        ("Gaza\nStrip", [("Gaza\nStrip", "Gaza Strip")], "a line break is a space"),
        ("Gaza\n\nStrip", [], "a new paragraph is not"),
        ("Hamas and the IDF", [("IDF", "IDF")], "an abbreviation keeps its capitals"),
        ("Gaza hostage-taking", [], "a trap of its own"),
        (
            "The Oct. 7, 2023, attack by Hamas",
            [("The Oct. 7, 2023, attack by Hamas", "Hamas's attack")],
            "the actor is named after it",
        ),
        ("Gaza: the 7 October attacks", [("the 7 October attacks", "attack")], "no actor is named"),
        ("Gaza: we are fighting on", [], "a verb is not the noun"),
        ("Hezbollah fighters left Gaza", [], "members of another group"),
        ("For Gaza she now leads and speaks for the Hostages and Families Forum.", [], "the name of a body"),
        ("In Gaza she leads Families for Hostages and talks.", [], "the name of a body behind its first word"),
        ("Hostages in Gaza spoke.", [("Hostages", "hostages")], "the capital of a sentence's first word"),
        ("Gaza: Israeli Hostages Come Home", [("Hostages", "hostages")], "the capitals of a headline"),
        ("GAZA HOSTAGES FREED", [("HOSTAGES", "hostages")], "set in capitals"),
        (
            "In Gaza the Israeli Prime Minister Benjamin Netanyahu spoke.",
            [("the Israeli Prime Minister", "prime minister")],
            "a title before a name",
        ),
    ],
)
def test_labels(text, expected, why):
    assert found(text) == expected, why


@pytest.mark.parametrize(
    ("text", "use"),
    [("a captive deal in Gaza", "modifier"), ("Gaza hostage talks", "modifier"), ("a captive of Hamas", "mention")],
)
def test_label_before_a_noun_is_a_modifier(text, use):
    (row,) = [row for row in find(text, rules()) if row["referent"] == "people held in Gaza"]
    assert row["use"] == use


def test_offsets_hold_the_text_even_where_lower_case_has_another_length():
    articles = pd.DataFrame({"article_id": ["a"], "text": ["İİİ 🙂 in GAZA a Truce"]})
    table = labels(articles)
    assert table["text"].tolist() == ["Truce"]
    assert list(table.columns) == ["article_id", "start", "end", "text", "referent", "label", "use"]


def written(tmp_path, rows):
    file = tmp_path / "mine.csv"
    columns = ["referent", "label", "pattern", "note", "source"]
    pd.DataFrame(rows, columns=columns).to_csv(file, index=False)
    return str(file)


def test_own_table_without_scope(tmp_path):
    path = written(tmp_path, [("the talks", "talks", "talks?", "", ""), ("the talks", "", "small talk", "", "")])
    assert found("Small talk before the talks.", path) == [("talks", "talks")]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("a", "x", "x", "", ""), ("a", "y", "(y", "", "")], "mine.csv, row 3: the pattern '\\(y' is not a regular"),
        ([("a", "x", "x", "", ""), ("a", "x", "z", "", "")], "mine.csv, row 3: the label 'x' of 'a' stands twice"),
        ([("a", "x", "", "", "")], "mine.csv, row 2: the pattern is empty"),
        ([("", "x", "x", "", "")], "mine.csv, row 2: the referent is empty"),
        ([("a", "x", "x?", "", "")], "mine.csv, row 2: .* matches nothing at all"),
        ([("a", "x", r"(x)\1", "", "")], r"mine.csv, row 2: .* backreferences"),
    ],
)
def test_a_wrong_table_is_one_sentence_naming_file_and_row(tmp_path, rows, message):
    with pytest.raises(ValueError, match=message):
        rules(written(tmp_path, rows))


def test_missing_column_and_missing_file(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("referent,label\na,b\n")
    with pytest.raises(ValueError, match=r"mine\.csv lacks the column pattern"):
        rules(str(file))
    with pytest.raises(ValueError, match=r"nowhere\.csv"):
        rules("nowhere.csv")


def test_capitals_in_a_pattern_matter_only_where_it_says_so(tmp_path):
    path = written(tmp_path, [("a", "war", "War|\\bBattles?", "", ""), ("a", "US", "(?-i:US)", "", "")])
    assert found("The WAR, battles, and us in the US", path) == [("WAR", "war"), ("battles", "war"), ("US", "US")]


def test_an_edited_table_is_read_again(tmp_path):
    path = written(tmp_path, [("a", "x", "x", "", "")])
    rules(path)
    file = tmp_path / "mine.csv"
    file.write_text("referent,label,pattern,note,source\na,y,y,,\n")
    assert [row.label for row in rules(path).rows] == ["y"]


def test_the_table_is_sourced_and_symmetrical():
    table = room.known.table("referents.csv", [*room.REFERENTS, "scope"])
    assert table["source"].notna().all()
    per = table[table["label"].notna()].groupby("referent")["label"].nunique()
    pairs = [
        ("people held in Gaza", "Palestinians held by Israel"),
        ("Israel's military", "Palestinian armed groups' members"),
        ("Israel's campaign", "the attack of 7 October 2023"),
        ("Hamas", "Israel's government"),
    ]
    assert all(per[a] >= 6 and per[b] >= 6 for a, b in pairs)
    strong = {"massacre", "terrorist", "genocid", "aggression"}
    both = table["label"].fillna("").map(lambda label: any(word in label.lower() for word in strong))
    assert {"Israel's campaign", "the attack of 7 October 2023", "Israel's military"} <= set(table["referent"][both])


PACKS = [
    ("protest", "Protesters marched, and rioters burned a car.", ["protesters", "rioters"], "two names"),
    (
        "protest",
        "Rioters stormed in on January 6, and counter-protesters came.",
        ["rioters"],
        "the other side is a trap",
    ),
    (
        "economy",
        "Tax relief, or a tax giveaway: food stamps go.",
        ["tax relief", "tax giveaway", "food stamps"],
        "three",
    ),
    ("economy", "A cold snap. Food stamps are SNAP now.", ["food stamps", "SNAP"], "only in capitals"),
    ("crime", "An officer-involved shooting; a police shooting suspect.", ["officer-involved shooting"], "a trap"),
    ("crime", "Ex-cons are returning citizens.", ["ex-convicts", "formerly incarcerated people"], "two names"),
    (
        "migration",
        "Chain migration, or family-based immigration.",
        ["chain migration", "family-based immigration"],
        "two",
    ),
    ("economy, migration", "Tax cuts for illegal immigrants.", ["tax cuts", "illegal immigrants"], "two packs"),
    ("economy", "Illegal immigrants came.", [], "another pack"),
]


@pytest.mark.parametrize(("packs", "text", "expected", "why"), PACKS)
def test_packs_are_named_with_commas(packs, text, expected, why):
    assert [label for _, label in found(text, packs)] == expected, why


def test_a_pack_has_a_choice_and_what_is_none_is_named():
    table = room.table()
    assert table.groupby("pack")["label"].nunique().min() >= 3 and table["pack"].notna().all()
    assert len(room.table("war, climate")) == table["pack"].isin(["war", "climate"]).sum()
    with pytest.raises(ValueError, match="there is no pack 'weather'; there are middle east, "):
        room.table("war, weather")
    with pytest.raises(ValueError, match="there is no pack 'weather'; there are middle east"):
        room.table("weather")


ENDLESS = [
    (r"cry,cry,(?:\w|\w\w| )+[!?],,us,", "a pattern that repeats what repeats"),
    (r"cry,cry,\w+,,us,(?:\w|\w\w| )+[!?]", "a scope that does"),
]


@pytest.mark.parametrize(("row", "why"), ENDLESS)
def test_a_pattern_of_a_user_that_does_not_end_is_named_with_its_row(row, why, tmp_path, monkeypatch):
    monkeypatch.setattr(room, "SECONDS", 0.2)
    file = tmp_path / "mine.csv"
    file.write_text(f"referent,label,pattern,note,source,scope\nwar,war,war,,us,\n{row}\n")
    article = pd.DataFrame({"article_id": ["a"], "text": ["they went on and on about the war " * 9], "sha256": ["0"]})
    with pytest.raises(ValueError, match=r"mine.csv, row 3: the pattern takes longer than 0.2 seconds") as told:
        labels(article, referents=str(file))
    assert unexpected.is_told(pickle.loads(pickle.dumps(told.value))), f"{why}; also where another process raised it"


def test_a_users_table_finds_what_ours_does(tmp_path):
    text = (
        "Hostages’ families fear the war in Gaza. Israel’s military says a cease-fire holds; the captive deal is off."
    )
    copied = tmp_path / "mine.csv"
    copied.write_bytes((room.known.DATA / "referents.csv").read_bytes())
    ours, theirs = found(text), found(text, str(copied))
    assert len(ours) > 2 and theirs == ours, "the engine with a time limit reads our patterns as the other does"
