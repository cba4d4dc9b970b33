"""Choices: which label for a referent, by whom, in whose voice; a zero is not a silence."""

import pandas as pd
import pytest
from samestory import annotate, corpus
from samestory.compare.words.choices import choices, compared, contrasts, referents, written

ARTICLES = pd.DataFrame(
    {
        "article_id": ["a1", "a2", "b1", "c1"],
        "outlet": ["A", "A", "B", "C"],
        "month": ["1", "2", "1", None],
        "event": ["e", "e", "e", "e"],
    }
)
SPOKEN = [
    ("a1", "held", "captives", "narrator", "mention"),
    ("a1", "held", "captives", "attributed", "mention"),
    ("a2", "held", "captives", "narrator", "modifier"),
    ("a2", "held", "hostages", "quoted", "mention"),
    ("b1", "held", "hostages", "narrator", "mention"),
    ("b1", "war", "conflict", "narrator", "mention"),
]


@pytest.fixture
def labels():
    table = pd.DataFrame(SPOKEN, columns=["article_id", "referent", "label", "voice", "use"])
    return table.assign(start=range(len(table)), end=range(1, len(table) + 1), text=table["label"])


def row(table, label, group, voice):
    return table[table["label"].eq(label) & table["group"].eq(group) & table["voice"].eq(voice)].iloc[0]


@pytest.mark.parametrize(
    ("label", "group", "voice", "n", "of", "status", "why"),
    [
        ("captives", "A", "narrator", 2, 2, "mentioned", "one a modifier, both counted"),
        ("captives", "A", "attributed", 1, 1, "mentioned", "reported speech is kept apart"),
        ("captives", "B", "narrator", 0, 1, "other label", "a true 0 %: B says hostages"),
        ("captives", "B", "attributed", 0, 0, "other voice", "B mentions them, but nobody in B reports it"),
        ("captives", "C", "narrator", None, 0, "no listed word", "C is silent: no n, no share"),
        ("hostages", "A", "quoted", 1, 1, "mentioned", "the word of someone quoted"),
    ],
)
def test_choices(labels, label, group, voice, n, of, status, why):
    found = row(choices(labels, ARTICLES), label, group, voice)
    assert (None if pd.isna(found["n"]) else found["n"], found["of"], found["status"]) == (n, of, status), why


def test_share_and_interval_only_where_there_is_something_to_share(labels):
    table = choices(labels, ARTICLES)
    assert row(table, "captives", "A", "narrator")["share"] == 1
    zero = row(table, "captives", "B", "narrator")
    assert zero["share"] == 0
    assert (zero["low"], round(zero["high"], 4)) == (0, 0.7935)  # Wilson 1927 for 0 of 1
    assert row(table, "captives", "C", "narrator")[["share", "low", "high"]].isna().all()


def test_counts_stand_beside_everything(labels):
    found = row(choices(labels, ARTICLES), "captives", "A", "narrator")
    columns = ["modifiers", "articles", "referent_articles", "group_articles"]
    assert found[columns].tolist() == [1, 2, 2, 2]


def test_marks_join_what_stands_outside_quotation_marks(labels):
    table = choices(labels, ARTICLES, marks=True)
    assert row(table, "captives", "A", "outside marks")["n"] == 3
    assert row(table, "hostages", "A", "inside marks")["n"] == 1


def test_any_column_compares_and_rows_without_a_value_are_a_group(labels):
    table = choices(labels, ARTICLES, by="month")
    assert table["group"].unique().tolist() == ["1", "2", "month unknown"]
    with pytest.raises(ValueError, match="no column 'mood' to compare by"):
        choices(labels, ARTICLES, by="mood")


def test_no_labels_give_an_empty_table(labels):
    table = choices(labels.iloc[:0], ARTICLES)
    assert table.empty
    assert referents(table).empty


def test_referents_say_who_is_silent(labels):
    table = referents(choices(labels, ARTICLES)).set_index(["referent", "group"])
    assert table.loc[("held", "A"), "labels"] == ["captives", "hostages"]
    assert table.loc[("held", "A"), "n"] == 4
    assert table.loc[("war", "A"), "status"] == "no listed word"
    assert pd.isna(table.loc[("war", "A"), "n"])


@pytest.mark.parametrize(
    ("events", "status", "why"),
    [
        (["e", "f", "e", "f"], "no listed word", "A names them in an article of the event that C tells, too"),
        (["e", "e", "e", "f"], "other events", "C tells another event: it had nothing to name"),
        (["e", "e", "e", None], "other events", "nobody knows what event C tells"),
    ],
)
def test_a_silence_is_one_only_beside_an_article_of_the_same_event(labels, events, status, why):
    table = choices(labels, ARTICLES.assign(event=events))
    assert row(table, "captives", "C", "narrator")["status"] == status, why
    assert referents(table).set_index(["referent", "group"]).loc[("held", "C"), "status"] == status


def test_only_what_two_groups_name_is_compared(labels):
    assert set(compared(choices(labels, ARTICLES))["referent"]) == {"held"}, "B alone names the war"
    assert compared(choices(labels.iloc[:4], ARTICLES)).empty, "two articles of A are one group"


SEEDS = {  # counts a careful reader makes: (outside quotation marks, inside), by outlet
    ("people held in Gaza", "captives"): {"Al Jazeera": (6, 0)},
    ("people held in Gaza", "hostages"): {"Al Jazeera": (0, 2)},
    ("Palestinian armed groups' members", "fighters"): {"Al Jazeera": (1, 0)},
    ("Palestinians held by Israel", "Palestinian prisoners"): {"Al Jazeera": (2, 0)},
    ("stopping the fighting", "ceasefire"): {"The Journal": (2, 1), "Al Jazeera": (6, 0)},
    ("stopping the fighting", "truce"): {"The Journal": (1, 0), "Al Jazeera": (3, 0)},
    ("stopping the fighting", "halt in the fighting"): {"Al Jazeera": (1, 0)},
    ("the war", "war"): {"The Journal": (2, 0), "Al Jazeera": (5, 0)},
    ("the war", "conflict"): {"The Journal": (2, 0), "Al Jazeera": (1, 0)},  # one in Hamas's reported demand
    ("the war", "the fighting"): {"Al Jazeera": (1, 0)},
    ("Israel's campaign", "counteroffensive"): {"The Journal": (1, 0)},
    ("Israel's campaign", "offensive"): {"Al Jazeera": (1, 0)},
    ("Israel's campaign", "genocidal campaign"): {"Al Jazeera": (1, 0)},
    ("the attack of 7 October 2023", "attack"): {"The Journal": (1, 0), "Al Jazeera": (1, 0)},
    ("the attack of 7 October 2023", "Hamas's attack"): {"Al Jazeera": (1, 0)},
    ("the deaths", "people killed"): {"The Journal": (1, 0)},
    ("the deaths", "Palestinians killed"): {"Al Jazeera": (1, 0)},
    ("the source of the Gaza death toll", "Gaza's health ministry"): {"The Journal": (1, 0)},
    ("the source of the Gaza death toll", "Gaza's health authorities"): {"Al Jazeera": (1, 0)},
    ("Israeli withdrawal", "pull-out"): {"The Journal": (1, 0)},
    ("Israeli withdrawal", "withdrawal"): {"The Journal": (1, 0), "Al Jazeera": (1, 0)},
}


@pytest.fixture(scope="module")
def seeds():
    texts = corpus.articles("seeds")
    return choices(annotate.run(texts, "labels")[0], texts, marks=True)


@pytest.mark.parametrize(("referent", "label"), SEEDS)
def test_the_seeds_as_a_careful_reader_finds_them(seeds, referent, label):
    rows = seeds[seeds["referent"].eq(referent) & seeds["label"].eq(label) & seeds["status"].eq("mentioned")]
    found: dict = {}
    for row in rows.itertuples():
        outside, inside = found.get(row.group, (0, 0))
        found[row.group] = (outside + row.n, inside) if row.voice == "outside marks" else (outside, inside + row.n)
    assert found == SEEDS[referent, label]


def test_the_journal_does_not_mention_the_people_held(seeds):
    rows = seeds[seeds["referent"].eq("people held in Gaza") & seeds["group"].eq("The Journal")]
    assert set(rows["status"]) == {"no listed word"}
    assert rows["n"].isna().all()


def collection(shares):
    """Articles of A and B, each with ten mentions, of which so many are `x` and the rest `y`."""
    articles = pd.DataFrame(
        {
            "article_id": [f"{outlet}{k}" for outlet in "AB" for k in range(len(shares[outlet]))],
            "outlet": [outlet for outlet in "AB" for _ in shares[outlet]],
            "event": None,
        }
    )
    counts = dict(zip(articles["article_id"], [*shares["A"], *shares["B"]], strict=True))
    rows = [(a, "r", "x" if k < x else "y", "narrator") for a, x in counts.items() for k in range(10)]
    table = pd.DataFrame(rows, columns=["article_id", "referent", "label", "voice"])
    return table.assign(start=range(len(table)), end=range(1, len(table) + 1), text=table["label"]), articles


@pytest.mark.parametrize(
    ("shares", "differs", "why"),
    [
        ({"A": [9, 8, 9, 10, 8, 7], "B": [1, 2, 1, 0, 2, 3]}, True, "every article of A beyond every article of B"),
        ({"A": [9, 1, 5, 4, 6, 5], "B": [1, 9, 4, 6, 5, 5]}, False, "as much within as between"),
    ],
)
def test_contrasts_shuffle_articles_not_mentions(shares, differs, why):
    table = contrasts(*collection(shares), permutations=500)
    assert bool(table["p_adjusted"].iloc[0] <= 0.05) is differs, why
    assert table["of"].iloc[0] == 60


def test_contrasts_say_nothing_of_too_few_articles():
    table = contrasts(*collection({"A": [10], "B": [0]}), permutations=10)
    assert table["p"].isna().all()


@pytest.mark.parametrize(
    ("label", "texts", "said", "why"),
    [
        ("gun rights", ["Second Amendment"], ["Second Amendment"], "what stands there, not what the row is called"),
        ("gun rights", ["Second Amendment rights"], ["Second Amendment rights"], "one noun in common is not the label"),
        ("gun restrictions", ["Gun regulation"], ["gun regulation"], "in small letters"),
        ("protesters", ["protester"], ["protesters"], "a form of the label"),
        ("protesters", ["peaceful protestors"], ["protesters"], "the label in another spelling, and more"),
        ("gun control", ["gun-control laws"], ["gun control"], "the label and more"),
        ("health ministry in Gaza", ["health ministry"], ["health ministry in Gaza"], "a part of the label"),
        ("assault weapons", ["semi-automatic rifle", "semiautomatic rifle", "Semiautomatic rifle"],
         ["semiautomatic rifle"] * 3, "forms of one wording stand under the commonest"),
        ("militia", ["WEAPON OF WAR", "weapon of war"], ["weapon of war"] * 2, "of two as frequent that in small letters"),
        ("offensive", ["Israel’s genocidal campaign"], ["Israel’s genocidal campaign"], "whose it is keeps its capital"),
        ("soldiers", ["Israeli troops"], ["Israeli troops"], "so does where they are from"),
        ("defence act", ["Right to bear", "right to bear"], ["right to bear"] * 2, "capitals are no other wording"),
    ],
)  # fmt: skip
def test_a_label_is_said_in_words_that_stand_there(label, texts, said, why):
    assert written(pd.DataFrame({"referent": "r", "label": label, "text": texts})).tolist() == said, why


def test_a_wording_stands_as_the_group_has_it(labels):
    table = choices(labels.assign(text=labels["text"].replace("captives", "captive")), ARTICLES)
    assert row(table, "captives", "A", "narrator")["words"] == "captive"
    assert pd.isna(row(table, "captives", "B", "narrator")["words"]), "B does not say it"
