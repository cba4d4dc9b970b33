"""The sentences on what each outlet calls one thing in its own words."""

import pandas as pd
from samestory.present.words.own import own_words


def test_a_thing_stands_with_its_labels_and_who_has_each_how_often():
    rows = [("aid seekers", "crowd", f"Outlet {k}", k) for k in range(1, 9)] + [("aid seekers", "mob", "North", 1)]
    table = pd.DataFrame(rows, columns=["referent", "words", "group", "mentions"])
    table = table.assign(evidence=[[("a", k, k + 4), ("b", k, k + 4)] for k in range(9)])
    (one,) = own_words(table).to_dict("records")
    assert one["sentence"] == (
        "Aid seekers, outside quotation marks at least – crowd: Outlet 8 8, Outlet 7 7, Outlet 6 6, Outlet 5 5, Outlet 4 4, "
        "Outlet 3 3, 2 more; mob: North 1."
    )
    assert one["n"] == 37 and one["evidence"][-1] == ("a", 8, 12) and len(one["evidence"]) == 9


def test_of_many_words_for_one_thing_five_are_named():
    rows = [("aid seekers", f"word {k}", "North", 9 - k) for k in range(7)]
    table = pd.DataFrame(rows, columns=["referent", "words", "group", "mentions"]).assign(evidence=[[("a", 0, 4)]] * 7)
    (one,) = own_words(table).to_dict("records")
    assert one["sentence"].endswith("word 4: North 5; 2 more.") and "word 5" not in one["sentence"]


def test_where_nothing_is_named_otherwise_nothing_is_said():
    assert own_words(pd.DataFrame(columns=["referent", "words", "group", "mentions", "evidence"])).empty
