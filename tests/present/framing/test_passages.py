import pandas as pd
from samestory.present.framing.passages import only_here, side_by_side

TEXT = "A first line.\n\nThe rebels freed <b>twelve</b> captives on Sunday."
ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b"],
        "outlet": ["North", "South"],
        "text": [TEXT, TEXT.replace("captives", "hostages")],
    }
)
START = TEXT.index("The rebels")
PAIR = {
    "story": "Osk", "article_a": "a", "start_a": START, "end_a": len(TEXT), "text_a": TEXT[START:],
    "article_b": "b", "start_b": START, "end_b": len(TEXT), "text_b": TEXT[START:], "score": 0.9, "evidence": 3.0,
    "shared": "rebels; freed", "numbers": None, "negation": False,
}  # fmt: skip


def edit(number, change):
    start = TEXT.index("captives")
    return {"pair": number, "change": change} | {
        f"{name}_{side}": value for side in "ab" for name, value in (("start", start), ("end", start + 8))
    }


def html(pairs, edits, **options):
    return side_by_side(pd.DataFrame(pairs), pd.DataFrame(edits), ARTICLES, **options).data


def test_what_differs_is_marked_in_both_and_the_text_stays_text():
    page = html([PAIR], [edit(0, "replaced")])
    assert "<mark>captives</mark>" in page and "<mark>hostages</mark>" in page
    assert "&lt;b&gt;twelve" in page
    assert "North" in page and "South" in page and "paragraph 2 of 2" in page
    assert "Aligned by: rebels; freed" in page


def test_what_both_word_alike_is_not_marked():
    assert "<mark>" not in html([PAIR], [edit(0, "same")])


def test_pairs_beyond_the_limit_are_counted():
    page = html([PAIR, PAIR, PAIR], [edit(0, "same")], limit=2)
    assert "2 of 3 aligned pairs are shown" in page


def test_no_pairs_no_html():
    assert html([], [edit(0, "same")]) == ""


def test_sentences_of_one_article_only_are_folded_by_article():
    sentences = pd.DataFrame({"article_id": ["a"], "start": [0], "end": [13], "text": ["A first line."]})
    page = only_here(sentences, ARTICLES).data
    assert page.count("<details") == 1 and "A first line." in page and "(1)" in page
