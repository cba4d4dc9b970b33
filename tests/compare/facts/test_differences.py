import pandas as pd
import pytest
from samestory.compare.facts import missing, naming, people, persons, pieces, spellings, unnamed
from story_made_up import COMMON, read, story, words

ATTACK = "The {} fired on the ferry passengers from the harbour roof at dawn"


def test_words_of_one_class_in_one_fact_are_a_naming_difference_as_a_partition():
    """Three outlets, two words: those who share a word stand apart from the one that has another."""
    texts = [f"{ATTACK.format(word)}." for word in ("gunman", "suspect", "suspect")]
    _, apart = read(story(*texts))
    found = words(apart, "other word")
    assert [{group: text.split()[-1] for group, text in row.items()} for row in found] == [
        {"North": "gunman", "South": "suspect", "East": "suspect"}
    ]


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        (f"{ATTACK.format('gunman')}.", f"{ATTACK.format('gunman')}.", "the same word"),
        (f"{ATTACK.format('gunman')}. The suspect is 30.", f"{ATTACK.format('suspect')}. The gunman is 30.",
         "both outlets use both words"),
        (f"{ATTACK.format('gunman')}.", f"“{ATTACK.format('suspect')},” Mayor Ada Lind said.", "in quotation marks it is hers"),
        ("The gunman fired on the ferry passengers from the harbour roof.", "The suspect was born in Osk in 1999.",
         "no common fact"),
    ],
)  # fmt: skip
def test_no_naming_difference(a, b, why):
    _, apart = read(story(a, b))
    assert words(apart, "other word") == [], why


def test_what_outlets_say_one_person_is():
    a = "Ada Lind, a retired pilot, won the Osk election by nine votes."
    b = "Ada Lind, a convicted smuggler, won the Osk election by nine votes."
    _, apart = read(story(a, b))
    assert {"North": "Ada Lind, a retired pilot", "South": "Ada Lind, a convicted smuggler"} in words(
        apart, "description"
    )


def test_a_clause_about_somebody_in_one_account_only():
    a = "Ada Lind, who is wanted by a court in Brin, spoke in Osk."
    b = "Ada Lind spoke in Osk on Monday."
    _, apart = read(story(a, b))
    found = words(apart, "naming")
    assert [row["North"] for row in found] == ["Ada Lind, who is wanted by a court in Brin"]
    _, apart = read(story(a, f"{b} A court in Brin wants her arrested."))
    assert words(apart, "naming") == [], "the other account tells it too, though not in a clause"
    for said in (
        "The fugitive, Ada Lind, spoke.",
        "The double agent, Ada Lind, spoke.",
        "Ada Lind, the fugitive, spoke.",
    ):
        _, apart = read(story(a, said))
        assert words(apart, "naming") == [], "an apposition may say it in other words"
    _, apart = read(story(a, "At the harbour, Ada Lind spoke in Osk."))
    assert len(words(apart, "naming")) == 1, "that is none"


@pytest.mark.parametrize("clause", ["who has ordered an investigation of", "who is leading the investigation of"])
def test_whoever_orders_an_investigation_is_not_charged(clause):
    _, apart = read(story(f"Ada Lind, {clause} the fire, spoke in Osk.", "Ada Lind spoke in Osk on Monday."))
    assert words(apart, "naming") == []


TOLD = "The Varna shipyard in Osk dismissed 4,300 welders and sold three cranes to a rival."


def test_what_two_tell_and_a_third_does_not_is_left_out_by_the_third():
    _, apart = read(story(TOLD, TOLD.replace("dismissed", "has dismissed"), "The council met at noon."))
    found = words(apart, "left out")
    assert {"North": TOLD, "East": None} in [{k: row[k] for k in ("North", "East") if k in row} for row in found]
    assert not any(row["South"] is None for row in found if "South" in row and "welders" in str(row))


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        (TOLD, "In Osk 4,300 welders lost their work when the Varna yard cut its staff.", "told in other words"),
        ("“The Varna shipyard in Osk dismissed 4,300 welders and sold three cranes,” Ada Lind said.",
         "The council met at noon.", "each outlet has its own witnesses"),
        ("It was a day that nobody in the town will forget soon, whatever else may come.", "The council met at noon.",
         "no name and no figure that could be looked for"),
    ],
)  # fmt: skip
def test_not_left_out(a, b, why):
    _, apart = read(story(a, b))
    left_out = [row for row in words(apart, "left out") if a in row.values() or a.strip("“”") in row.values()]
    assert left_out == [], why


def test_of_two_stories_nothing_is_left_out():
    """Without a fact in common the accounts are of other things: what one has and the other lacks says nothing."""
    apart = read(story(TOLD, "The council of Brin met at noon to speak of the bridge.", filler=False))[1]
    assert words(apart, "left out") == words(apart, "never named") == []


def test_an_article_older_than_all_that_tell_it_leaves_nothing_out():
    texts = (TOLD, "The council met at noon.")
    older, newer = (read(story(*texts, days=["2031-05-04", day]))[1] for day in ("2031-05-02", "2031-05-04"))
    assert not any(row.get("South", "") is None for row in words(older, "left out"))
    assert any(row.get("South", "") is None for row in words(newer, "left out"))


def test_who_is_named_again_and_again_here_and_never_there():
    name = "Mayor Ada Lind opened the bridge. Ada Lind spoke. Ada Lind left. Later Ada Lind sang."
    _, apart = read(story(name, "The mayor opened the bridge in the morning."))
    assert {"North": "Ada Lind", "South": None} in words(apart, "never named")
    _, apart = read(story(name, "Lind opened the bridge in the morning."))
    assert words(apart, "never named") == []
    _, apart = read(story("The bridge is open. " * 40 + name, "The mayor opened the bridge in the morning." * 20))
    assert words(apart, "never named") == [], "a minor person: told by one, far down"


@pytest.mark.parametrize(
    ("two", "why"),
    [
        (
            "Ada R. Lind Jr., the mayor, came. “The bridge is open at long last,” Lind said.",
            "North does not quote her",
        ),
        ("The bridge is open. “It is open at long last,” Ada Lind said.", "a witness of one, named by both"),
        ("The bridge is open. Nobody came.", "nobody quotes her"),
    ],
)
def test_who_is_quoted_by_one_of_two_that_name_them_may_be_missed_by_a_third(two, why):
    name = "Mayor Ada Lind opened the bridge. Ada Lind left. Later Ada Lind sang. Then Ada Lind slept."
    _, apart = read(story(name, two, "The mayor opened the bridge in the morning."))
    assert any(said.get("North") == "Ada Lind" and "East" in said for said in words(apart, "never named")), why


def test_who_is_quoted_by_the_one_group_that_names_them_is_its_witness():
    name = "Ada Lind opened the bridge. Ada Lind left. Ada Lind sang. “The bridge is open at long last,” Ada Lind said."
    _, apart = read(story(name, "The mayor opened the bridge in the morning."))
    assert words(apart, "never named") == []


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("“Osk is dark,” NBN's Ada Lind says.", True),
        ("Ada Lind reports from Osk.", True),
        ("“Osk is dark,” NBN’s Lind says.", True),
        ("Ada Lind said that the NBN's mill is dark.", False),
    ],
)
def test_a_reporter_of_a_newsroom_is_nobody_whom_another_leaves_unnamed(text, ours):
    assert unnamed.reports("Ada Lind", text) == ours


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Lind", "Adele R. Lind Jr.", True),
        ("Ada Lind", "Ada Lind, Jr.", True),
        ("Ada Lind", "Bo Lind", False),
        ("Ada Lind", "Ada Lund", False),
        ("Ada Lind II", "Ada Lind", True),
    ],
)
def test_a_person_is_one_under_a_fuller_name(one, other, same):
    assert (people.person(one) == people.person(other)) == same


def test_a_name_is_looked_for_by_its_last_word_and_its_initials():
    assert unnamed._written({"Osk Rowing Association"}, "The ORA declined.")
    assert unnamed._written({"ORA"}, "The O.R.A. declined.")
    assert unnamed._written({"Republican Party", "Republicans"}, "A Republican declined.")
    assert unnamed._written({"Lind"}, "Lind’s sister sang.")
    assert not unnamed._written({"Lind"}, "Ada’s kind sister sang.")


def test_stated_here_and_attributed_there():
    fact = "The Varna shipyard closed two docks to 4,300 welders in the spring"
    _, apart = read(story(f"{fact}.", f"{fact}, according to a trade union."))
    rows = apart[apart["kind"].eq("voice")]
    assert rows["group"].tolist() == ["North", "South"]
    assert rows["source"].dropna().tolist() == ["a trade union"]


@pytest.mark.parametrize(
    ("before", "source", "found", "why"),
    [
        ("“We did,” the mayor said.", ", according to a trade union", True, "somebody else speaks beside it"),
        ("“We did,” a trade union said.", ", according to a trade union", False, "the same source stands beside it"),
        ("“We did,” the mayor said.", ", she said", False, "no source of its own"),
    ],
)
def test_the_same_sentence_but_for_its_source(before, source, found, why):
    fact = "The Varna shipyard closed two docks to 4,300 welders in the spring"
    _, apart = read(story(f"{before} {fact}.", f"{before} {fact}{source}."))
    assert bool(words(apart, "voice")) == found, why


def test_who_did_it_may_stand_elsewhere_in_the_article():
    act = "Two smugglers were shot near the Osk mill at dawn."
    by = "Border guards shot two smugglers near the Osk mill at dawn."
    _, apart = read(story(by, f"{act}\n\nGuards shot the smugglers without a warning."))
    assert words(apart, "agency") == []


def test_what_somebody_asked_for_is_not_a_fact_that_another_states():
    _, apart = read(
        story(
            "Lind called for a ban on 4,300 old trawlers off Osk.",
            "The mayor asked for a ban on 4,300 old trawlers off Osk.",
        )
    )
    assert words(apart, "voice") == []


def test_done_by_somebody_here_and_by_nobody_there():
    _, apart = read(
        story(
            "Border guards shot two smugglers near the Osk mill at dawn.",
            "Two smugglers were shot near the Osk mill at dawn.",
        )
    )
    assert words(apart, "agency") == [
        {"North": "Border guards shot two smugglers near the Osk mill", "South": "Two smugglers were shot"}
    ]


def test_what_is_only_possible_or_reported_is_no_act_to_compare():
    _, apart = read(
        story(
            "Border guards reportedly shot two smugglers near the Osk mill at dawn.",
            "Two smugglers were shot near the Osk mill at dawn.",
        )
    )
    assert words(apart, "agency") == []


def test_first_here_and_last_there():
    fact = "The Varna shipyard dismissed 4,300 welders in the spring."
    late = "\n\n".join(
        [
            *(
                f"Paragraph {word} is about the weather."
                for word in "one two three four five six seven eight nine".split()
            ),
            fact,
        ]
    )
    _, apart = read(story(fact, late, filler=False))
    assert words(apart, "order") == [{"North": fact, "South": fact}]


def test_a_figure_that_another_outlet_gives_otherwise():
    _, apart = read(
        story(
            "The fire in the Osk mill killed 40 people on Sunday.",
            "The fire in the Osk mill killed 60 people on Sunday.",
        )
    )
    found = words(apart, "number")
    assert found == [{"North": "40 people", "South": "60 people"}]


def test_headlines_of_one_story():
    texts = (
        "The council of Osk met at noon to speak of the bridge.",
        "At noon the bridge was what Osk’s council spoke of.",
    )
    _, apart = read(story(*texts, headlines=["Council speaks of bridge", "At noon the bridge cracks"]))
    assert len(words(apart, "headline")) == 1
    _, apart = read(story(*texts, headlines=["Opinion: Council speaks of bridge", "At noon the bridge cracks"]))
    assert words(apart, "headline") == [], "comment is headed otherwise than a report"
    _, apart = read(story(*texts, headlines=["Council speaks of bridge", "Council speaks of bridge at noon"]))
    assert words(apart, "headline") == [], "nearly the same"


def test_identical_articles_do_not_differ():
    text = f"{TOLD} {ATTACK.format('gunman')}. Ada Lind, a pilot, spoke: “We will build the whole yard anew by next winter.”"
    _, apart = read(story(text, text, filler=False))
    assert apart.empty


def test_swapping_the_outlets_swaps_the_sides():
    a, b = f"{ATTACK.format('gunman')}.", f"{ATTACK.format('suspect')}."
    one, other = words(read(story(a, b))[1], "other word"), words(read(story(b, a))[1], "other word")
    assert one == [{"North": row["South"], "South": row["North"]} for row in other]
    assert len(one) == 1


def test_every_word_of_a_side_is_a_slice_of_its_article():
    articles = story(f"{TOLD} {ATTACK.format('gunman')}.", f"{ATTACK.format('suspect')}. The council met.")
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    _, apart = read(articles)
    sides = apart[apart["start"].notna()]
    assert len(sides) > 2
    assert all(texts[row.article_id][row.start : row.end] == row.text for row in sides.itertuples())


@pytest.mark.parametrize(("score", "left_out"), [(0.14, True), (0.16, False)])
def test_what_is_near_is_not_called_absent(score, left_out):
    """The threshold of absence: below ABSENT nothing there is near enough to be a telling."""
    own = {"a": pd.Series({"article_id": "a", "group": "A"}), "b": pd.Series({"article_id": "b", "group": "B"})}
    assert (score < missing.ABSENT) is left_out
    assert own["a"]["group"] != own["b"]["group"]


def test_contested_words_are_further_apart_than_style():
    table = naming.known.table("namings.csv", ["what", "word", "weight", "source"])
    assert set(table["weight"]) == {"contested", "style", "loose"}
    assert naming.STYLE < 0.3 <= persons.DESCRIBED < naming.CONTESTED


def test_one_small_word_beside_a_name_describes_nobody():
    """“at an event Ada Lind spoke”: the parser takes the noun before a name for a title."""
    stray = [text for text in ("event", "elect Mr.", "event Mr") if persons.STRAY.fullmatch(text)]
    assert stray == ["event", "elect Mr.", "event Mr"]
    assert not persons.STRAY.fullmatch("former pilot")


def test_an_outlet_that_names_itself_is_not_missed_elsewhere():
    said = "Ada Lind told North News of it. North News asked. North News wrote. North News heard."
    articles = story(said, "Ada Lind told us of it in the morning.")
    articles["outlet"] = ["North News", "South"]
    assert not any("North News" in str(row) for row in words(read(articles)[1], "never named") if None in row.values())


AHEAD = [
    ("Osk is set to dismiss welders on Friday, the yard said.", True, "written before the event"),
    ("The yard in Osk dismissed welders on Friday.", False, "written after it"),
]


def test_a_headline_says_whether_an_article_is_written_ahead_of_the_event():
    rows = pd.DataFrame(
        {"headline": ["Osk yard set to close", "Osk yard closes"], "text": "Osk met ahead of the vote."}
    )
    assert [pieces.ahead(row) for row in rows.itertuples()] == [True, False]


@pytest.mark.parametrize(("text", "ahead", "why"), AHEAD)
def test_what_is_written_ahead_of_an_event_lacks_nothing_of_it(text, ahead, why):
    article = pd.DataFrame({"headline": [None], "text": [text]}).iloc[0]
    assert pieces.ahead(article) is ahead, why


def test_an_outlet_that_names_itself_names_nobody():
    assert unnamed._is_outlet("CNN", {"CNN (Web News)"}) and unnamed._is_outlet("The Osk Times", {"Osk Times"})
    assert not unnamed._is_outlet("Ada Lind", {"Osk Times"})


def test_another_spelling_of_a_name_is_the_name():
    assert unnamed._near({"Ahmed Morsi"}, "The crowd called for Morsy.")
    assert not unnamed._near({"Ahmed Morsi"}, "The crowd called for Moss.")
    assert unnamed._near({"Tea Party"}, "The tea party wing won."), "small letters"
    assert spellings.ALIKE == 0.75, "Khattala and Khatallah are one, Lind and Landau are not"
    assert unnamed._near({"Khattala"}, "Khatallah was held.") and not unnamed._near({"Lind"}, "Landau was held.")


def test_a_label_inside_a_name_is_not_the_outlets_word():
    """NARAL Pro-Choice America calls itself so; a name that is the label and no more is the outlet's."""
    labels = pd.DataFrame({"article_id": ["a", "a"], "start": [6, 40], "end": [16, 50], "text": ["Pro-Choice"] * 2})
    names = pd.DataFrame(
        {"article_id": ["a", "a"], "start": [0, 40], "end": [24, 50], "mention": "name",
         "text": ["NARAL Pro-Choice America", "Pro-Choice"]}
    )  # fmt: skip
    assert naming.in_names(labels, names).tolist() == [0]


@pytest.mark.parametrize(
    ("here", "there", "why"),
    [
        ("The Hotshots of Osk lost four Varna trucks in the Brin hills.",
         "Four trucks of the Varna Hot Shot team of Osk burned in Brin.", "one word here, two there"),
        ("The Hot Shots of Osk lost four Varna trucks in Brin.", "Four trucks of the Varna Hotshots of Osk burned at Brin.",
         "two words here, one there"),
        ("Ada Lind sent 40 e-mails to Varna from Brin.", "From Brin came 40 emails of Ada Lind, sent to Varna.",
         "with a hyphen and without"),
    ],
)  # fmt: skip
def test_what_is_spelled_otherwise_is_found(here, there, why):
    found = spellings.spelled(there)
    words = {"Hotshots": here, "Shots": here, "e-mails": here}
    looked = [word for word in words if word in here]
    assert looked and all(not spellings.around(word, here).isdisjoint(found) for word in looked), why


def test_another_word_is_not_found_as_a_spelling():
    assert spellings.around("Shot", "the Hot Shot crew").isdisjoint(spellings.spelled("The crew shut a hot door."))


def test_accounts_of_other_events_are_said_to_be_so_and_no_more():
    """North and South tell one fact under like headlines; East tells of a choir, under its own."""
    heads = ["Cracks shut the Tarn viaduct", "Engineers shut Tarn viaduct", "Choir of forty sings in Brin"]
    texts = (*COMMON[:2], "The choir of Brin sang for an hour on the steps of the hall.")
    _, apart = read(story(*texts, headlines=heads, filler=False))
    assert [set(row) for row in words(apart, "other event")] == [{"East"}]
    assert not any("East" in row for row in words(apart, "headline") + words(apart, "left out"))


def test_who_quotes_the_same_words_writes_of_one_occasion():
    """East tells of a choir, and quotes at length what South quotes: it is not said to tell of another event."""
    said = "“Nobody in this town should ever have to cross that bridge again,” said Ada Lind."
    heads = ["Cracks shut the Tarn viaduct", "Engineers shut Tarn viaduct", "Choir of forty sings in Brin"]
    choir = "The choir of Brin sang for an hour on the steps of the hall."
    _, apart = read(story(COMMON[0], f"{COMMON[1]} {said}", f"{choir} {said}", headlines=heads, filler=False))
    assert not words(apart, "other event")


def test_a_word_that_one_account_never_has_stands_beside_its_other_word_there():
    """One account says massacre and attack, the other attack only: of one fact they have two words."""
    one = f"{ATTACK.format('shooter')}. The gunman is 30."
    _, apart = read(story(one, f"{ATTACK.format('gunman')}."))
    assert [{group: text.split()[-1] for group, text in row.items()} for row in words(apart, "other word")] == [
        {"North": "shooter", "South": "gunman"}
    ]


def test_a_first_name_of_somebody_else_is_no_name_of_a_person():
    """Joe Orn is never named by who writes of Joe Bell."""
    a = "Joe Orn won. Orn thanked Osk. Joe said so. Orn sang. Orn danced in the rain for a whole hour."
    _, apart = read(story(a, "Joe Bell, a baker from Brin, lost his hat at sea."))
    assert {"North": "Joe Orn", "South": None} in words(apart, "never named")
