import pandas as pd
import pytest
from passages_made_up import FILLER, aligned, articles, edited
from samestory import annotate
from samestory.annotate import content
from samestory.compare import framing
from samestory.compare.framing.edits import Unit, _aligned, _alike, _compared, _counts, _loose
from samestory.compare.unchanged import unchanged
from samestory.corpus import language

TEXT = """Rebels freed twelve captives near the town of Osk on Sunday, the army said.

The captives had been held in a mountain camp for nine weeks, according to relatives.

A spokesman for the rebels said that the release was a gesture of goodwill before the talks.

The army has shelled the valley since March, killing at least 230 people, mostly farmers.

Negotiators are to meet in the capital on Tuesday to discuss a lasting truce.

Both sides have broken earlier promises, and few in the valley expect much from the meeting."""

ONE_EDIT = [
    ("captives near", "hostages near", ("replaced", "captives", "hostages"), "a label"),
    (", mostly farmers", "", ("only_a", "mostly farmers", None), "a qualification left out"),
    ("lasting truce", "lasting and fair truce", ("only_b", None, "and fair"), "words put in"),
    ("at least 230", "about 200", ("replaced", "at least 230", "about 200"), "a figure and its bound"),
    ("The army has shelled", "The army had shelled", ("replaced", "has", "had"), "a function word in one text, edited"),
    ("said that the release was", "claimed that the release was", ("replaced", "said", "claimed"), "a verb of saying"),
]


def rows(found):
    return [
        (change, *(words if isinstance(words, str) else None for words in pair))
        for change, *pair in found[["change", "words_a", "words_b"]].itertuples(index=False)
    ]


@pytest.mark.parametrize(("before", "after", "edit", "why"), ONE_EDIT)
def test_one_edit_is_found_alone(before, after, edit, why):
    assert rows(edited(articles(TEXT, TEXT.replace(before, after)))) == [edit], why


def test_identical_articles_have_no_edits():
    assert edited(articles(TEXT, TEXT)).empty


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("earlier promises", "earlier promise", "another form of the same word"),
        ("captives had", "captive had", "a plural"),
        ("gesture of goodwill", "gesture of good-will", "a hyphen"),
        ("the talks.", "the talks, he said.", "a bare “he said”"),
        ("a lasting truce", "a lasting truce, they added", "and another verb of saying"),
    ],
)
def test_what_is_no_edit(before, after, why):
    assert rows(edited(articles(TEXT, TEXT.replace(before, after)))) == [], why


@pytest.mark.parametrize(
    ("a", "b", "same", "why"),
    [
        ("the u.s. labour leaders", "the us labor leader", True, "dots, spelling and number"),
        ("at bárta", "at barta", True, "an accent"),
        ("organised", "organizes", True, "spelling and form"),
        ("1,400", "1400", True, "the same digits"),
        ("60", "66", False, "another number"),
        ("protest", "protect", False, "nearly the same letters are another word"),
        ("claimed", "said", False, "another verb of saying"),
        ("he claimed", None, False, "no neutral verb"),
        ("lind said", None, False, "somebody is named"),
    ],
)
def test_unchanged(a, b, same, why):
    assert unchanged(a, b) == same, why


def test_an_article_and_its_copy_with_five_edits():
    copy = TEXT
    for before, after, *_ in ONE_EDIT[:5]:
        copy = copy.replace(before, after)
    assert sorted(rows(edited(articles(TEXT, copy))), key=str) == sorted(
        (edit for *_, edit, _ in ONE_EDIT[:5]), key=str
    )


def test_a_paragraph_moved_is_one_move():
    paragraphs = TEXT.split("\n\n")
    moved = "\n\n".join([paragraphs[3], *paragraphs[:3], *paragraphs[4:]])
    assert [row[0] for row in rows(edited(articles(TEXT, moved)))] == ["moved"]


def test_a_paragraph_moved_and_edited_is_a_move_and_its_edit():
    paragraphs = TEXT.split("\n\n")
    moved = "\n\n".join([*paragraphs[:3], *paragraphs[4:], paragraphs[3].replace(", mostly farmers", "")])
    assert [row[0] for row in rows(edited(articles(TEXT, moved)))] == ["moved", "only_a"]


def test_a_sentence_left_out_is_one_edit():
    paragraphs = TEXT.split("\n\n")
    found = rows(edited(articles(TEXT, "\n\n".join(paragraphs[:4] + paragraphs[5:]))))
    assert len(found) == 1
    assert found[0][1].startswith("negotiators are to meet")


def test_the_offsets_of_an_edit_hold_its_words():
    table = articles(TEXT, TEXT.replace("captives near", "hostages near"))
    row = edited(table).iloc[0]
    assert table["text"][1][int(row["start_b"]) : int(row["end_b"])] == "hostages"


def test_loosely_aligned_sentences_show_choices_not_function_words():
    table = articles(
        "One term is that the army and the rebels pull out of the valley entirely, which lets farmers return. "
        + " ".join(FILLER[:3]),
        "The term foresees an army withdrawal from parts of the valley and talks on ending the siege entirely. "
        + " ".join(FILLER[3:]),
    )
    found = rows(framing.edits(aligned(table, level="propose"), content.terms(table), language.words(table)))
    assert ("only_a", "entirely", None) in found
    assert ("replaced", "pull out", "withdrawal") in found
    assert any(words_b and "parts" in words_b for change, _, words_b in found if change != "same")


TOWNS = ["Osk", "Varna", "Malin", "Ardin", "Tarsk", "Lund", "Kerak", "Brin", "Solva"]


def test_choices_count_over_aligned_pairs_whichever_side_comes_first():
    who = ["Rebels", "Miners", "Pirates", "Guards", "Deserters", "Smugglers", "Bandits", "Soldiers", "Nomads"]
    some = []
    for k, (people, town) in enumerate(zip(who, TOWNS, strict=True)):
        texts = [f"{people} freed {label} near {town}. {FILLER[0]} {FILLER[1]}" for label in ("captives", "hostages")]
        some.append(
            articles(*(texts if k % 3 else texts[::-1]), event=f"event {k}", outlets=("North", "South"))
        )  # what all stories tell is of the topic, so each has its own people and town
    table = pd.concat(some, ignore_index=True)
    words, terms = language.words(table), content.terms(table)
    chosen = framing.choices(framing.edits(aligned(table, level="propose"), terms, words), table)
    top = chosen.iloc[0]
    assert (top["group_a"], top["words_a"], top["group_b"], top["words_b"]) == (
        "North",
        "captives",
        "South",
        "hostages",
    )
    assert (top["pairs"], top["of"]) == (6, 9)
    assert len(top["evidence"]) == 12


IN_PLACE = [
    ("the mayor hired a lawyer for the town", "the mayor hired an attorney for the town", True, "two nouns"),
    (
        "The council wants Orn to resign from the board",
        "The council wants Orn to step down from the board",
        True,
        "verbs",
    ),
    ("The council bought a company for the town", "The council bought a camera for the town", False, "unlike things"),
    ("The council met on Monday in the town", "The council met on Tuesday in the town", False, "another day"),
    ("She was the former head of the board", "She was the chief head of the board", False, "its turn is another thing"),
    ("The council hired lawyers in the town", "The council hired attorneys near the town", False, "other words around"),
    ("The council spoke of a fight with the town", "The council spoke of fighting with the town", False, "one word"),
]


@pytest.mark.parametrize(("one", "other", "kept", "why"), IN_PLACE)
def test_only_words_in_one_anothers_place_are_choices(one, other, kept, why):
    table = articles(
        *(TEXT.replace("A spokesman for the rebels said", f"{words}, and he said") for words in (one, other))
    )
    phrases, clauses = annotate.run(table, "phrases", "clauses")
    quotes = pd.DataFrame({"article_id": [], "start": [], "end": [], "form": []})
    sure = pd.DataFrame({"score": [0.88]})
    found = framing.in_place(edited(table), sure, phrases, clauses, quotes, table)
    for less in (sure - 0.01, sure):
        marked = (
            quotes
            if less is not sure
            else pd.DataFrame(
                {
                    "article_id": [table["article_id"][0]],
                    "start": [0],
                    "end": [len(table["text"][0])],
                    "form": ["direct"],
                }
            )
        )
        left = framing.in_place(edited(table), less, phrases, clauses, marked, table)
        assert not left["change"].eq("replaced").any(), "of two claims, or a quotation beside what retells it"
    assert found["change"].eq("replaced").any() == kept, why


def units(words, *, content=True):
    """Words as units of a passage; those in capitals tell something, unless none does."""
    return [
        Unit(10 * k, 10 * k + 9, word.lower(), word.lower(), content and word.isupper(), False)
        for k, word in enumerate(words.split())
    ]


@pytest.mark.parametrize(
    ("shared", "counts", "why"),
    [("A B C D E F", True, "one text, edited: every word counts"), ("A B C D E", False, "two tellings: they do not")],
)
def test_from_how_many_words_in_common_two_passages_are_one_text(shared, counts, why):
    own = 10 - len(shared.split())
    one, other = (units(f"{shared} {' '.join(f'{letter}{k}' for k in range(own))}") for letter in "xy")
    assert any(change == "replaced" for change, *_ in _compared(one, other)) == counts, why


@pytest.mark.parametrize(("length", "counts"), [(8, True), (9, False)])
def test_a_long_stretch_is_other_content_and_no_edit(length, counts):
    assert _counts(("only_a", units("A " * length), [])) == counts


@pytest.mark.parametrize(
    ("one", "other", "moved", "why"),
    [
        ("A B C D", "A B C D", True, "four words"),
        ("A B C", "A B C", False, "three may stand anywhere"),
        ("A B C D E", "A B X D E", True, "four of five alike"),
        ("A B C D", "A B X D", False, "three of four"),
    ],
)
def test_what_stands_elsewhere_nearly_in_the_same_words_was_moved(one, other, moved, why):
    assert _alike(units(one), units(other)) == moved, why


@pytest.mark.parametrize(
    ("one", "other", "again", "why"),
    [
        ("A B C D", "C D A B", True, "two words that tell something, out of order"),
        ("A B C", "C A B", False, "one word"),
    ],
)
def test_clauses_in_another_order_are_laid_side_by_side_again(one, other, again, why):
    found = _loose(units(one), units(other))
    assert all(change == "same" for change, *_ in found) == again, why


CHAINS = [
    ("f g h A", "A f g h", [(3, 0)], "a word that tells something outweighs three that do not"),
    ("f g h i A", "A f g h i", [(0, 1), (1, 2), (2, 3), (3, 4)], "but not four"),
    ("A B", "A x x x B", [(0, 0), (1, 4)], "three words between, on one side"),
    ("A B", "A x x x x x B", [(0, 0)], "five are too many for one word"),
    ("A B C D", f"A B {'x ' * 30}C D", [(0, 0), (1, 1), (2, 32), (3, 33)], "for two no jump is too far"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "places", "why"), CHAINS)
def test_what_is_laid_side_by_side(one, other, places, why):
    found = _aligned(units(one), units(other))
    assert found == places, why
