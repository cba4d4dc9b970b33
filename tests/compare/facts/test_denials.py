import pytest
from samestory.compare.facts import denials
from story_made_up import read, story, words

CHARGE = "Mayor Ada Lind took money from a builder for the ninth pillar, an engineer said on Thursday."
AGAIN = "An engineer said on Thursday that Mayor Ada Lind took money from a builder for the ninth pillar."
DENIED = "Lind denied on Friday that she took money from a builder."


def denied(*texts):
    return words(read(story(*texts))[1], "denial")


def test_a_denial_that_one_account_has_and_the_other_not_is_a_difference():
    assert denied(f"{CHARGE} {DENIED}", AGAIN) == [{"North": DENIED, "South": None}]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (f"{AGAIN} The mayor rejected the claim.", "a denial in another word, beside her name"),
        (f"{AGAIN} “It is not true,” Lind said.", "she is quoted with a “not”"),
        (f"{AGAIN} Lind said she had never met him.", "she is reported with a “never”"),
        ("Mayor Ada Lind shut the viaduct, an engineer said.", "what is denied is not told there"),
        ("An engineer said on Thursday that money was taken from a builder for the ninth pillar.", "she is not named"),
    ],
)
def test_who_may_have_it_or_does_not_name_who_denies_lacks_nothing(other, why):
    assert denied(f"{CHARGE} {DENIED}", other) == [], why


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("Lind denied the builder a permit for money on Friday, two clerks said.", "refused, not denied"),
        ("Lind did not deny on Friday that she took money from a builder.", "no denial"),
        ("Engineers of Osk denied on Friday that she took money from a builder.", "no person"),
        ("Lind may deny on Friday that she took money from a builder.", "not told as done"),
        ("On Friday she denied that she took money from a builder.", "by a pronoun"),
    ],
)
def test_what_is_no_denial_of_somebody_named(told, why):
    assert denied(f"{CHARGE} {told}", AGAIN) == [], why


def test_an_older_article_cannot_have_the_denial():
    articles = story(f"{CHARGE} {DENIED}", AGAIN, days=["2031-05-04", "2031-05-02"])
    assert words(read(articles)[1], "denial") == []


def test_the_bounds_are_those_measured():
    assert (denials.TOLD, denials.NEAR, denials.SURE, denials.FAR) == (2, 1, 0.92, 0.75)
