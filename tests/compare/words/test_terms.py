"""Keyness, collocates and dispersion on counts with published values and on texts made up here."""

import math
from itertools import product

import numpy as np
import pandas as pd
import pytest
from samestory import corpus
from samestory.compare import inference
from samestory.compare.words import terms
from samestory.compare.words.terms import measures, null
from samestory.compare.words.terms.housestyle import own_names
from samestory.compare.words.terms.profile import Profile
from samestory.corpus import counting, known


def articles(*texts: str, outlets: str = "", events: tuple = ()) -> pd.DataFrame:
    told = list(events) or [None] * len(texts)
    ids = [f"a{k}" for k in range(len(texts))]
    return pd.DataFrame({"article_id": ids, "outlet": list(outlets), "event": told, "text": texts})


# Measures. Counts of speeches at the 2012 US party conventions (Democratic, Republican; 76,142 and 57,798 words) and
# reference values of independent implementations (quanteda, Shifterator and the formulas of the papers).

CONVENTIONS = 76142, 57798
A = 1605, 1349
HOW = 113, 86
AAA = 1, 0


@pytest.mark.parametrize(
    "measure, counts, value",
    [
        (measures.g2, A, -7.75473342819109),
        (measures.chi2, A, -7.78688465292137),
        (measures.pmi, A, -0.0452445060105442),
        (measures.log_odds, A, -1.61544227210113),
        (measures.jsd_contribution, A, 4.15227123460765e-05),
        (measures.g2, AAA, 1.12958950828369),
        (measures.chi2, AAA, 0.759087383110486),
        (measures.pmi, AAA, 0.564791921038859),
        (measures.log_odds, AAA, 0.491354097821694),
        (measures.jsd_contribution, AAA, 6.56667804890862e-06),
        (measures.jsd_contribution, HOW, 1.81897801849205e-09),
    ],
)
def test_measures_are_those_of_independent_implementations(measure, counts, value):
    assert measure(*counts, *CONVENTIONS) == pytest.approx(value, rel=1e-9)


def test_log_odds_with_the_variance_of_four_terms():
    assert measures.log_odds(*A, *CONVENTIONS, four_terms=True) == pytest.approx(-1.59750627273211, rel=1e-9)


@pytest.mark.parametrize(
    "a, b, size_a, size_b, value, why",
    [
        (20, 10, 1000, 1000, 1.0, "twice as often is 1"),
        (10, 10, 2000, 1000, -1.0, "half as often is -1"),
        (8, 0, 1000, 1000, 4.0, "0 counts as a half (Hardie)"),
    ],
)
def test_log_ratio(a, b, size_a, size_b, value, why):
    assert measures.log_ratio(a, b, size_a, size_b) == pytest.approx(value), why


def test_divergence_is_1_where_nothing_is_shared_and_0_where_all_is():
    assert measures.jsd_contribution([3, 7, 0], [0, 0, 5], 10, 5).sum() == pytest.approx(1)
    assert measures.jsd_contribution([3, 7], [6, 14], 10, 20).sum() == pytest.approx(0)


@pytest.mark.parametrize(
    "counts, sizes, value, why",
    [
        ([2, 2], [100, 100], 0.0, "even"),
        ([1, 3], [100, 300], 0.0, "even by length"),
        ([4, 0, 0, 0], [100] * 4, 0.75, "in one of four"),
        ([1, 2, 3, 4, 5], [9, 10, 10, 10, 11], 0.18, "the example of Gries (2008)"),
    ],
)
def test_dispersion_after_gries(counts, sizes, value, why):
    assert measures.dp(counts, sizes) == pytest.approx(value, abs=0.005), why


def test_log_dice_of_words_that_only_stand_together_is_14():
    assert list(measures.log_dice([4, 2], [4, 4], [4, 4])) == [14, 13]


# Keyness

WORDS = ["".join(pair) for pair in product("bcdfghklmnprst", "aeiou", "lmnrst")]


def made_up(number: int, seed: int, *, length: int = 400, doubled: str = "") -> list[str]:
    """Articles of sentences of 20 words with Zipf's frequencies; one word's rate is doubled in the first half."""
    rng = np.random.default_rng(seed)
    rates = 1 / (np.arange(len(WORDS)) + 10)
    twice = rates * np.where(np.array(WORDS) == doubled, 2, 1)
    drawn = [rng.choice(WORDS, length, p=rate / rate.sum()) for rate in [twice, rates] for _ in range(number // 2)]
    return [". ".join(" ".join(words[k : k + 20]) for k in range(0, length, 20)) for words in drawn]


def halves(texts: list[str]) -> pd.DataFrame:
    return articles(*texts, outlets="A" * (len(texts) // 2) + "B" * (len(texts) - len(texts) // 2))


def test_each_term_stands_once_under_the_outlet_that_uses_it_more():
    told = articles("Talks on a truce. A truce, Israel’s truce.", "Talks on a ceasefire, a ceasefire.", outlets="XY")
    table = terms.keyness(told, ngrams=[1], min_count=2).set_index("term")
    truce = table.loc["truce"]
    assert (truce.group, truce.other, truce["count"], truce.other_count) == ("X", "Y", 3, 0)
    assert (truce.words, truce.other_words, truce.documents, truce.other_documents) == (8, 6, 1, 0)
    assert table.loc["a", ["count", "other_count", "group"]].tolist() == [2, 2, "Y"]
    assert truce.log_ratio == pytest.approx(math.log2((3 / 8) / (0.5 / 6)))
    assert "israel's" not in table.index and "israel" not in table.index


def test_an_outlet_that_names_itself_makes_no_difference():
    told = articles("Ana Moss told Echo News of a truce.", "Ana Moss told nobody. The news is bad.", outlets="XY")
    told["outlet"] = ["The Echo News", "Star"]
    assert own_names(told) == ["echo news", "echo", "star"], "“news” mostly stands elsewhere"
    table = terms.keyness(told, ngrams=[1, 2], min_count=1)
    assert not table["term"].str.contains("echo").any() and "news" in set(table["term"])
    assert "echo" in set(terms.keyness(told, min_count=1, drop_housestyle=False)["term"])


@pytest.mark.parametrize(("number", "tested"), [(2, False), (8, False), (10, True)])
def test_below_what_a_test_needs_the_words_are_a_reading(number, tested):
    """Four articles a side reach 2 / 70 at best, more than the 1 in 50 that the terms may err; five reach 2 / 252."""
    table = terms.keyness(halves(made_up(number, seed=3)))
    assert table[["p", "p_adjusted", "log_ratio_low"]].notna().to_numpy().all() == tested
    assert table["p"].isna().all() != tested and not table["clears_floor"].any()
    assert table["statistic"].abs().round(9).is_monotonic_decreasing, "the most unequal first"


def test_on_the_seeds_some_words_have_a_high_g2_and_none_is_a_difference():
    """The textbook's 3.84 is passed; with one article a side that says nothing."""
    table = terms.keyness(corpus.articles(known.ROOT / "seeds"), ngrams=[1], min_count=1)
    assert table["g2"].max() > 3.84 and not table["clears_floor"].any() and table["p"].isna().all()


def test_ngrams_do_not_cross_sentences():
    told = articles("He left. Rome burned. He left. Rome burned.", "He left. Rome burned.", outlets="AB")
    assert set(terms.keyness(told, ngrams=[2])["term"]) == {"he left", "rome burned"}


def test_a_word_doubled_in_half_of_forty_articles_is_found():
    found = [
        WORDS[3] in set(table.loc[table["clears_floor"] & (table["group"] == "A"), "term"])
        for seed in range(10)
        for table in [terms.keyness(halves(made_up(40, seed, doubled=WORDS[3])), permutations=300)]
    ]
    assert np.mean(found) >= 0.9


def test_random_halves_show_a_difference_no_more_often_than_promised():
    texts = made_up(16, seed=5, length=200)
    rng = np.random.default_rng(1)
    shown = [
        terms.keyness(halves(list(rng.permutation(texts))), permutations=200, ngrams=[1, 2])["clears_floor"].any()
        for _ in range(40)
    ]
    assert np.mean(shown) <= 0.05


def test_the_moments_of_the_null_are_those_of_many_shuffles():
    """Mean and variance of the excess within blocks of unequal size, for a word all use and one that two articles use."""
    counts = Profile(np.array(["a", "b"]), np.repeat([0, 1], [6, 2]), np.array([*range(6), 1, 5]), np.array([3, 1, 4, 1, 5, 9, 2, 6]), np.array([20, 30, 40, 50, 60, 70]))  # fmt: skip
    labels, blocks = np.array([1, 0, 0, 1, 1, 0]), np.array([7, 7, 3, 3, 3, 3])
    shuffled = inference.shuffles(inference.Design(np.arange(6), labels == 1, blocks), n=20_000)
    uses = np.concatenate([block for _, block in null.shuffled_uses(counts, shuffled)])
    assert (uses[0] == shuffled @ [3, 1, 4, 1, 5, 9]).all() and (uses[1] == shuffled @ [0, 2, 0, 0, 0, 6]).all()
    excess = uses - np.outer([23 / 270, 8 / 270], shuffled @ counts.sizes)
    mean, variance, _ = null.moments(counts, labels, blocks)
    assert excess.mean(axis=1) == pytest.approx(mean, abs=0.03) and excess.var(axis=1) == pytest.approx(
        variance, rel=0.03
    )


def test_a_word_one_article_repeats_is_no_difference():
    texts = made_up(20, seed=7)
    texts[0] += " Steele said." * 30
    table = terms.keyness(halves(texts), ngrams=[1]).set_index("term")
    assert table.loc["steele", "g2"] > 30 and not table.loc["steele", "clears_floor"]


def test_within_events_a_difference_shows_that_the_events_would_hide():
    """Every event has its own number of truces; A writes a few more each time."""
    texts = [
        f"{' '.join(['truce'] * (30 * (k % 5) + 4 * side))} {' '.join(['talks'] * 200)}."
        for k in range(12)
        for side in (1, 0)
    ]
    events = tuple(k // 2 for k in range(24))
    paired = terms.keyness(articles(*texts, outlets="AB" * 12, events=events), ngrams=[1]).set_index("term")
    apart = terms.keyness(articles(*texts, outlets="AB" * 12), ngrams=[1]).set_index("term")
    assert paired.loc["truce", "p"] < 0.01 < 0.2 < apart.loc["truce", "p"]


def test_articles_on_one_event_are_one_unit_where_only_one_side_tells_it():
    """Three reports of one storm in May are one story of May, not three; six stories a month can be compared."""
    texts = [f"Talks on {name}. {name} again, {name}." for name in ["storm"] * 3 + list("abcdefghijk")]
    events = ("storm", "storm", "storm", *"abcdefghijk")
    table = terms.keyness(articles(*texts, outlets="M" * 8 + "J" * 6, events=events), ngrams=[1]).set_index("term")
    assert table.loc["storm", "unit"] == "story" and table.loc["storm", "p"] == 1.0
    assert table.loc["storm", ["count", "documents"]].tolist() == [9, 3]


def test_more_than_two_outlets_are_each_held_against_the_rest_or_in_pairs():
    told = articles(*["truce truce talks"] * 2, *["war war talks"] * 2, *["fighting talks talks"] * 2, outlets="AABBCC")
    rest = terms.keyness(told, ngrams=[1], min_count=1)
    assert set(rest["group"]) == {"A", "B", "C"} and set(rest["other"]) == {"the rest"}
    under = rest[(rest["group"] == "A") & (rest["term"] == "war")].iloc[0]
    assert under["log_ratio"] < 0 and under["g2"] < 0 and under["statistic"] < 0
    pairs = terms.keyness(told, ngrams=[1], min_count=1, pairwise=True)
    assert set(zip(pairs["group"], pairs["other"], strict=True)) >= {("A", "B"), ("B", "A"), ("C", "A"), ("C", "B")}


MANY = [
    ("tram tram tram", "A", True, "it uses the word three times"),
    ("tram tram", "A", False, "two uses of three are no more than a chance, and below what is counted"),
]


@pytest.mark.parametrize(("says", "group", "stands", "why"), MANY)
def test_of_many_groups_each_has_the_terms_that_it_uses_or_would(says, group, stands, why):
    """So the rows are as many as the words, not as the words times the outlets."""
    rest = ["rain fell on the town", "rain fell on the road", "rain fell on the tram"]
    table = terms.keyness(articles(f"rain fell {says}", *rest, outlets="ABCD"), ngrams=[1], permutations=50)
    assert table.query("term == 'tram'")["group"].eq(group).any() == stands, why
    assert set(table.query("term == 'rain'")["group"]) == set(), "four uses, one a group: below three everywhere"


def test_where_no_shuffle_could_decide_none_is_made():
    """Sixty groups share a level of 2 %: 300 shuffles show no chance of one in three thousand, so it is a reading."""
    table = terms.keyness(articles(*["rain rain rain fell"] * 60, outlets="".join(map(chr, range(256, 316)))),
                          ngrams=[1], permutations=300)  # fmt: skip
    assert len(table) and table["p"].isna().all() and not table["clears_floor"].any()


def test_house_style_is_left_out_and_shown():
    told = articles("Mr Smith met Sen. Jones. Mr Smith left.", "Smith met Jones. Smith left.", outlets="AB")
    assert not terms.keyness(told, min_count=1)["term"].str.contains(r"\bmr\b|\bsen\b").any()
    assert "mr smith" in set(terms.keyness(told, min_count=1, drop_housestyle=False)["term"])
    shown = terms.house_style(told).set_index("term")
    assert shown.loc["mr", ["kind", "group", "count"]].tolist() == ["courtesy title", "A", 2]


STYLE = [
    ("They miss him. Miss Lee stayed.", {"miss": 1}, "the verb is no title"),
    ("“Absolutely, sir,” he told Sir John. “Mr. Lee and Dr. Roe left.”", {"sir": 1}, "an address, and others' words"),
    ("Mr. President, Mr. Speaker and Mr. Brown.", {"mr": 1}, "an address by office"),
    ("It contributed to this surge, Reuters said. I am the UN man, un moment.", {"un": 1}, "no style, and a verb"),
    ("At 5 pm some 3 percent of the percent left by 6 p.m. from the U.S. and US.",
     {"pm": 1, "percent": 1, "p.m": 1, "u.s": 1}, "after a number"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "counts", "why"), STYLE)
def test_house_style_is_counted_where_it_is_written_as_style(text, counts, why):
    assert terms.house_style(articles(text, outlets="A")).set_index("term")["count"].to_dict() == counts, why


def test_months_can_be_compared():
    told = articles("truce talks", "war talks", outlets="AA").assign(
        published=[pd.Period("2025-02", "M"), pd.Period("2025-01", "M")]
    )
    table = terms.keyness(told, by="published", min_count=1).set_index("term")
    assert table.loc["truce", "group"] == "2025-02"


def test_articles_without_a_bigram_are_no_obstacle():
    table = terms.keyness(articles("Truce.", "War talks. War talks.", outlets="AB"), min_count=1)
    assert table.loc[table["ngram"] == 2, ["term", "group", "other_words"]].to_numpy().tolist() == [
        ["war talks", "B", 0]
    ]
    assert not table["clears_floor"].any()


def test_one_outlet_has_nothing_to_compare():
    assert terms.keyness(articles("truce talks", outlets="A")).empty


def test_a_background_list_becomes_the_prior(tmp_path):
    """A word the background is full of needs more than one it hardly knows."""
    told = articles("the the the truce truce truce talks", "talks talks", outlets="AB")
    background = tmp_path / "background.csv"
    background.write_text("term,count\nthe,9000\ntruce,10\ntalks,900\n")
    table = terms.keyness(told, ngrams=[1], min_count=1, background=str(background)).set_index("term")
    assert table.loc["truce", "z"] > table.loc["the", "z"]
    background.write_text("term,count\nthe,many\n")
    with pytest.raises(ValueError, match="row 2 has the count 'many'"):
        terms.keyness(told, background=str(background))


@pytest.mark.parametrize(
    "options, message",
    [
        ({"by": "paper"}, "no column 'paper'"),
        ({"ngrams": [4]}, "name some of 1, 2 and 3"),
        ({"statistic": "t"}, "use excess or g2"),
    ],
)
def test_what_cannot_be_done_is_said(options, message):
    with pytest.raises(ValueError, match=message):
        terms.keyness(articles("truce", "war", outlets="AB"), **options)


# Collocates and dispersion


def test_collocates_with_side_and_distance():
    told = articles("A fragile ceasefire deal. The deal is fragile.", "The ceasefire holds. A deal.", outlets="AA")
    table = terms.collocates(told, "ceasefire", span=1, min_count=1).set_index("collocate")
    assert set(table.index) == {"fragile", "deal", "the", "holds"}
    deal = table.loc["deal"]
    assert (deal.together, deal.left, deal.right, deal.node_count, deal["count"], deal.documents) == (1, 0, 1, 2, 3, 1)
    assert deal.log_dice == pytest.approx(14 + math.log2(2 / 5))


def test_collocates_of_a_word_nobody_uses_are_none():
    assert terms.collocates(articles("A truce.", outlets="A"), "ceasefire").empty
    with pytest.raises(ValueError, match="not one word"):
        terms.collocates(articles("A truce.", outlets="A"), "peace deal")


def test_dispersion_gives_each_use_its_place():
    told = articles("Truce talks. Talks on a truce’s end.", "No talks.", outlets="AA")
    table = terms.dispersion(told, "truce", "talks")
    assert table["text"].tolist() == ["Truce", "talks", "Talks", "truce", "talks"]
    assert all(told["text"][int(row.article_id[1])][row.start : row.end] == row.text for row in table.itertuples())
    assert table["position"].round(2).tolist() == [0.07, 0.21, 0.36, 0.79, 0.75]
    assert table.loc[0, "dp"] == pytest.approx(2 / 9)


def test_dispersion_of_several_words_stays_in_a_sentence():
    told = articles("They want peace talks. Peace. Talks begin.", outlets="A")
    assert terms.dispersion(told, "peace talks")["start"].tolist() == [10]


def test_house_style_is_written_as_counted_and_says_whose_style_it_is():
    listed = known.table("housestyle.csv", ["term", "kind", "written", "note", "source"])
    assert listed["term"].is_unique and listed["source"].notna().all()
    read = counting.words(pd.DataFrame({"text": listed["term"]}))
    spelled = pd.Series([read.vocabulary[k] for k in read.ids]).groupby(read.article).agg(" ".join)
    assert spelled.tolist() == listed["term"].tolist()


def test_words_stand_beside_a_word_within_five_words_and_more_than_once():
    text = "Truce one two three four five six. "
    beside = terms.collocates(articles(text * 2, outlets="A"), "truce")["collocate"]
    assert set(beside) == {"one", "two", "three", "four", "five"}
    assert terms.collocates(articles(text, outlets="A"), "truce").empty


@pytest.mark.parametrize(("times", "found"), [(3, True), (2, False)])
def test_a_term_is_compared_from_three_uses_on(times, found):
    told = articles("Truce. " * times + "War. " * 9, "War. " * 9, outlets="AB")
    assert ("truce" in set(terms.keyness(told, ngrams=[1])["term"])) == found
