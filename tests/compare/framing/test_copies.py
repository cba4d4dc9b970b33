import pandas as pd
import pytest
from passages_made_up import articles
from samestory.compare import framing
from samestory.compare.framing.copies import COLUMNS
from samestory.corpus import language

COPY = "The ferry struck a sandbank off the coast at dawn and all sixty passengers were brought to safety by lifeboats from two harbours"
WHOLE = f"{COPY}. Divers then searched the hull until evening"  # a paragraph's worth: 30 words
OWN = "Relatives waited on the quay, where volunteers handed out tea and blankets to the children."
OTHER = "An inquiry will ask why the captain left the marked channel in good weather."


def read(table):
    words = language.words(table)
    return words, framing.shared_copy(words, table)


def test_a_shared_passage_is_found_once_from_either_side():
    table = articles(f"{OWN} {COPY}.", f"{COPY}, officials said. {OTHER}")
    _, copies = read(table)
    assert list(copies["text"]) == [COPY, COPY]
    assert list(copies["article_id"]) == list(copies["other"])[::-1]


def test_small_changes_do_not_break_a_passage():
    _, copies = read(articles(COPY, COPY.replace("all sixty passengers", "all the passengers")))
    assert len(copies) == 2
    assert copies["text"].iloc[0] == COPY


def test_a_quotation_both_carry_is_no_shared_copy():
    table = articles(f"“{COPY},” she said.", f"He read out: “{COPY}.”")
    starts = table["text"].map(lambda text: text.index("“"))
    quotes = pd.DataFrame({"article_id": table["article_id"], "start": starts, "end": starts + len(COPY) + 2})
    quotes["form"] = "direct"
    assert framing.shared_copy(language.words(table), table, quotes=quotes).empty


def test_shares_and_likely_source():
    table = articles(f"{OWN} {WHOLE}.", f"{WHOLE}. {OTHER}")
    table["credit"] = ["AFP", None]
    words, copies = read(table)
    shares = framing.shares(copies, words, table)
    assert list(shares["shared"]) == [30, 30]
    assert list(shares["likely_source"]) == ["AFP", "AFP"]
    less = articles(f"{OWN} {COPY}.", f"{COPY}. {OTHER}").assign(credit=["AFP", None])
    short = framing.shares(read(less)[1], read(less)[0], less)
    assert not short["shared"].any() and short["likely_source"].isna().all(), (
        "23 words: a set phrase or a third paper's"
    )
    parts = copies.assign(words=14)
    assert framing.shares(pd.concat([parts, parts, parts]), words, table)["shared"].eq(0).all(), (
        "names, again and again"
    )
    alone = framing.shares(copies.iloc[:0], words, table)
    assert alone["likely_source"].isna().all()


def test_without_shared_copy_leaves_an_outlets_own_words():
    table = articles(f"{OWN} {COPY}.", f"{COPY}. {OTHER}")
    words, copies = read(table)
    own = framing.without(words, copies)
    assert "quay" in set(own["text"])
    assert "sandbank" not in set(own["text"])


def test_an_agency_text_is_the_likely_source(tmp_path):
    folder = tmp_path / "wire" / "DPA"
    folder.mkdir(parents=True)
    (folder / "ferry.txt").write_text(f"{WHOLE}.", encoding="utf-8")
    wire = framing.wire_texts(tmp_path / "wire")
    table = articles(f"{OWN} {WHOLE}.", OTHER)
    words, copies = read(table)
    assert copies.empty
    both = framing.from_wire(words, table, wire)
    shares = framing.shares(both, words, table, wire=wire)
    assert list(shares["likely_source"].fillna("")) == ["DPA", ""]


def test_no_agency_texts(tmp_path):
    assert framing.wire_texts(tmp_path).empty
    assert framing.from_wire(language.words(articles(OWN)), articles(OWN), framing.wire_texts(tmp_path)).empty


def test_masked_articles_keep_their_offsets():
    table = articles(f"{OWN} {COPY}. {OTHER}", f"{COPY}.")
    _, copies = read(table)
    own = framing.masked(table.assign(sha256=""), copies)
    assert "sandbank" not in own["text"][0]
    assert own["text"][0].index("An inquiry") == table["text"][0].index("An inquiry")
    assert len(own["text"][0]) == len(table["text"][0])
    assert own["sha256"].is_unique


@pytest.mark.parametrize(("score", "kept"), [(0.75, 1), (0.749, 0)])
def test_only_sentences_surely_of_one_fact_are_laid_side_by_side(score, kept):
    table = articles("Rain fell.", "Rain came.")
    pairs = pd.DataFrame([("x", "a0", "a1", score)], columns=["story", "article_a", "article_b", "score"])
    none = pd.DataFrame(columns=COLUMNS)
    assert len(framing.one_text(none, language.words(table), pairs, table)) == kept


WORDS = "one ferry struck sandbanks off this coast today before many people woke".split()


def passages(first, second):
    """How many words each passage has that two texts share, on the first side."""
    table = articles(" ".join(first), " ".join(second))
    _, copies = read(table)
    return copies.loc[copies["article_id"].eq(table["article_id"].iloc[0]), "words"].tolist()


@pytest.mark.parametrize(("shared", "found"), [(8, [8]), (7, [])])
def test_eight_words_in_a_row_are_no_chance(shared, found):
    assert passages(["so", *WORDS[:shared], "then"], ["now", *WORDS[:shared], "again"]) == found


@pytest.mark.parametrize(("between", "found"), [(3, [16]), (4, [8, 8])])
def test_passages_join_over_a_few_words(between, found):
    more = "relatives waited beside tall quays until evening fell".split()
    one, other = ([*WORDS[:8], *[f"{letter}{k}" for k in "abcd"[:between]], *more] for letter in "xy")
    assert passages(one, other) == found


@pytest.mark.parametrize(
    ("own", "pairs", "why"), [(7, 1, "most of either is shared"), (8, 0, "half is"), (12, 0, "less is")]
)
def test_two_articles_are_one_text_where_most_of_it_is_shared(own, pairs, why):
    one, other = ([*WORDS[:8], *[f"{letter}{chr(97 + k)}" for k in range(own)]] for letter in "xy")
    table = articles(" ".join(one), " ".join(other))
    words, copies = read(table)
    none = pd.DataFrame(columns=["story", "article_a", "article_b", "score"])
    assert len(framing.one_text(copies, words, none, table)) == pairs, why
