"""The turns of interviews and transcripts: the words of a turn are whose label stands before them, and nothing else is one."""

import pytest
from samestory.annotate import quotes
from samestory.annotate.quotes import turns

ASKS = ["What did the harbour board decide?", "Why did it take so long?", "Who pays for it?"]
SAYS = ["I think we decided to rebuild the pier.", "The mayor said no at first.", "The town pays."]


def interview(asks: str, says: str, between: str) -> str:
    said = "\n\n".join(f"{asks}{between}{one}\n\n{says}{between}{two}" for one, two in zip(ASKS, SAYS, strict=True))
    return f"The pier of Lund was rebuilt. Ana Moss leads the board.\n\n{said}\n\nThe article goes on here."


LAYOUTS = [
    ("Carl Berg", "Ana Moss", "\n\n", "own reporter", "Ana Moss", "names on lines of their own"),
    ("Carl Berg", "Ana Moss", ": ", "own reporter", "Ana Moss", "names before the words"),
    ("Q", "A", ": ", "own reporter", None, "letters with a colon"),
    ("Q", "A", ". ", "own reporter", None, "letters with a point"),
]


@pytest.mark.parametrize(("asks", "says", "between", "kind", "name", "why"), LAYOUTS)
def test_the_words_of_a_turn_are_the_speakers(asks, says, between, kind, name, why):
    text = interview(asks, says, between)
    rows = [row for row in quotes.find(text) if row["form"] == "direct"]
    words = [text[row["start"] : row["end"]] for row in rows]
    assert words == [one for pair in zip(ASKS, SAYS, strict=True) for one in pair], why
    assert {row["source_class"] for row in rows[::2]} == {kind}
    assert {row["speaker"] for row in rows[1::2]} == {name}
    assert len({row["attribution"] for row in rows}) == 6


def test_a_cue_within_a_turn_is_the_speakers_own():
    found = list(quotes.find(interview("Carl Berg", "Ana Moss", "\n\n")))
    assert not [row for row in found if row.get("cue") in ("think", "said")]


NONE = [
    ("Watch: the film.\n\nRead: the book.\n\nWatch: more.\n\nRead: more.", "labels that name nobody"),
    ("Advertisement\n\nOne.\n\nRead More\n\nTwo.\n\nAdvertisement\n\nThree.\n\nRead More\n\nFour.", "furniture"),
    ("Ana Moss: one.\n\nAna Moss: two.\n\nAna Moss: three.\n\nAna Moss: four.", "one label alone"),
    ("Ana Moss: one.\n\nCarl Berg: two.\n\nIna Lund: three.\n\nEva Holm: four.", "a list: none comes again"),
    ("Ana Moss: one.\n\nCarl Berg: two.", "too few turns"),
]


@pytest.mark.parametrize(("text", "why"), NONE)
def test_what_is_no_interview_has_no_turns(text, why):
    assert turns.spoken(text, ["Ana Moss", "Carl Berg"]) == [], why


def test_the_turns_of_a_debate_are_all_of_people_by_name():
    said = ["LUND: Why?", "BERG: So.", "MOSS: No.", "LUND: And now?", "BERG: Yes.", "MOSS: Never.", "LUND: Thanks."]
    told = turns.spoken("\n\n".join(said), ["Ina Lund", "Carl Berg", "Ana Moss"])
    assert [turn.label for turn in told] == ["LUND", "BERG", "MOSS", "LUND", "BERG", "MOSS", "LUND"]
    assert turns.asker(told, "\n\n".join(said)) is None


def test_a_mark_may_stand_before_each_label():
    text = "\n\n".join(f"“{one}" for one in ("LUND: Why?", "BERG: So.", "LUND: And now?", "BERG: Yes."))
    told = turns.spoken(text, ["Ina Lund", "Carl Berg"])
    assert [text[turn.start : turn.start + 4] for turn in told] == ["LUND", "BERG", "LUND", "BERG"]


def test_of_the_last_turn_only_its_first_paragraph_is_surely_spoken():
    text = interview("Carl Berg", "Ana Moss", "\n\n")
    assert text[turns.turns(text)[-1].end :].strip() == "The article goes on here."


SIGNED = "(@moss) July 7, 2025"
LABELLED = "THE PRESIDENT: We did not decide it."
HANDED = [
    (
        f"The pier of Lund is shut.\n\nIt is safe again. — Ana Moss {SIGNED}\n\nIt is not.",
        ["It is safe again."],
        ["Ana Moss"],
        "a post",
    ),
    (
        f"It is safe again.\n\npic.twitter.com/ab1 — Ana Moss {SIGNED}",
        ["It is safe again."],
        ["Ana Moss"],
        "before its links",
    ),
    (f"Mayor Berg: “It is safe.” — Ana Moss {SIGNED}", ["Mayor Berg: “It is safe.”"], [None], "a post that quotes"),
    (f"RT @berg: It is safe. — Ana Moss {SIGNED}", ["RT @berg: It is safe."], [None], "one passed on"),
    (f"Carl Berg: It is safe. — Ana Moss {SIGNED}", ["Carl Berg: It is safe."], [None], "one with another's name"),
    (f"It is safe. — The Herald {SIGNED}", ["It is safe."], [None], "an account that bears no name of a person"),
    (
        f"{'It is safe, we say. ' * 20}— Ana Moss {SIGNED}",
        [("It is safe, we say. " * 20).strip()],
        [None],
        "too long for a post: whose is open",
    ),
    (
        f"President Ana Moss spoke.\n\n{LABELLED}\n\nAnd so we left.\n\nIt was late.\n\nBut Moss had decided it.",
        ["We did not decide it.", "And so we left.", "It was late."],
        ["Ana Moss", "Ana Moss", None],
        "an answer goes on while it speaks of us, up to where the speaker is named",
    ),
    (
        f"President Ana Moss spoke.\n\n{LABELLED}\n\nIt was late.",
        ["We did not decide it."],
        ["Ana Moss"],
        "where nothing shows where it ends, only its first paragraph is",
    ),
    (
        "Health expert Ana Moss writes:\n\nThe pier should have been closed long before that.\n\nThe town paid for it.",
        ["The pier should have been closed long before that."],
        ["Ana Moss"],
        "a block after a colon: its first paragraph",
    ),
    (
        "Senator Ana Moss met Carl Berg.\n\nBERG: Tell us, Mr. Moss. MOSS: It is. [laughter] BERG: Why?\n\nThe hall went.",
        ["Tell us, Mr. Moss.", "It is.", "Why?"],
        ["Carl Berg", "Ana Moss", "Carl Berg"],
        "turns in one paragraph, without what the hall does",
    ),
    (
        "Ana Moss met Carl Berg.\n\nMoss: I say so.\n\nAnd we will stay.\n\nBerg: Do you?\n\nWe have it from the board.",
        ["I say so.", "And we will stay.", "Do you?"],
        ["Ana Moss", "Ana Moss", "Carl Berg"],
        "in neighbouring paragraphs, up to the next label",
    ),
    (
        "Ana Moss met Carl Berg.\n\nMoss: I say so.\n\nWhile Moss spoke, it rained.\n\nBerg: Do you?\n\nMoss: I do.\n\nBerg: No?",
        ["I say so.", "Do you?", "I do.", "No?"],
        ["Ana Moss", "Carl Berg", "Ana Moss", "Carl Berg"],
        "up to where the narrator names who speaks",
    ),
    ("Ana Moss ran against Carl Berg.\n\nMoss: 45 percent. Berg: 55 percent.", [], [], "a list"),
    ("Ana Moss met Carl Berg.\n\nMoss: I say so. Lund: Do you?", [], [], "no two people of the article"),
    (
        "Emma Berg, one of the students of Lund High School, asked the mayor the following question:\n\n"
        "Why do you not close the pier of this town for good?",
        ["Why do you not close the pier of this town for good?"],
        ["Emma Berg"],
        "the name before a comma",
    ),
    ("Here is what Ana Moss has done:\n\nThe pier was closed long before that day.", [], [], "no verb of saying"),
    ("Ana Moss writes:\n\nThe pier", [], [], "a heading or an item"),
]


@pytest.mark.parametrize(("text", "words", "speakers", "why"), HANDED)
def test_words_that_are_somebodys_without_marks(text, words, speakers, why):
    rows = [row for row in quotes.find(text) if row["form"] == "direct"]
    assert [text[row["start"] : row["end"]] for row in rows] == words, why
    assert [row.get("speaker") for row in rows] == speakers, why
