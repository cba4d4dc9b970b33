"""What one account tells and another does not, and what of that is worth saying."""

from types import SimpleNamespace

import pandas as pd
import pytest
from samestory.compare.facts import missing
from samestory.compare.facts.alignment import Sentence
from samestory.present.facts import ranking


def sentence(*terms, text="The mill burned.", numbers=(), article="a", start=0):
    written = dict.fromkeys(terms, "") | {term: term for term in terms}
    return Sentence(article, start, start + len(text), text, terms, written, frozenset(numbers), False)


def accounts(weights, **known):
    """The accounts of a story as far as they are asked for: what each term weighs, and what else is given."""
    story = SimpleNamespace(
        weights=weights, weight=lambda terms: sum(weights[term] for term in terms), places=known.pop("places", {})
    )
    plain = {"names": set(), "has": {}, "spelled": {"b": frozenset(), "c": frozenset()}, "read": {}, "best": {},
             "quoted": {}, "stated": {}, "charged": {}, "headed": frozenset(), "name": "the mill"}  # fmt: skip
    return SimpleNamespace(**{**plain, "story": story, **known})


ADDED = [  # a text, its place, figures, further sentences with a name of it, more, whether it is no trifle
    ("", 0, 1, 2, {}, True, "early, with a figure, of what is dwelt on"),
    ("", 0, 1, 1, {}, False, "its name stands in one more sentence only"),
    ("", 0, 0, 2, {}, False, "without a figure"),
    ("", 2000, 1, 3, {}, False, "late"),
    ("", 0, 1, 0, {"headed": 1, "grave": 1}, True, "early, with a figure, grave and headed"),
    ("", 0, 1, 0, {"headed": 1}, False, "of nothing grave"),
    ("", 0, 1, 0, {"grave": 1}, False, "of nothing that is headed"),
    ("", 2000, 0, 5, {"headed": 1}, False, "from the fourth sentence about a name on nothing is added"),
    ("", 2000, 0, 3, {"headed": 1, "grave": 1}, True, "three are enough, with what else is added"),
    ("", 0, 1, 3, {"headed": 1, "grave": 1, "stated": 1}, True, "what somebody says of it, where all else speaks for it"),
    ("", 0, 1, 3, {"headed": 1, "stated": 1}, False, "where one thing less does"),
    (" It may burn.", 0, 1, 3, {"headed": 1}, False, "what only may be counts like what is said"),
    (" It was built in 2029.", 0, 1, 3, {"headed": 1}, True, "what is long past, where the rest speaks for it"),
    (" It was built in 2029.", 0, 1, 3, {}, False, "where it speaks for it less"),
    (" It was built in 2030.", 0, 1, 2, {}, True, "last year is not long past"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "start", "figures", "dwelt", "marks", "worth", "why"), ADDED)
def test_what_makes_one_sentence_that_another_lacks_worth_saying(more, start, figures, dwelt, marks, worth, why):
    text = f"The mill burned.{more}"
    one = sentence("Osk", "31", text=text, numbers=["31"] * figures, start=start)
    span = {"a": [(start, start + len(text))]}
    about = accounts(
        {},
        own={"a": SimpleNamespace(text="x" * 3000, published=pd.Period("2031-05-04", freq="D"))},
        names={("a", "Osk", "name")}, places={"Osk": range(1 + dwelt)},
        headed=missing.stems("mill") if "headed" in marks else frozenset(),
        charged=span if "grave" in marks else {}, stated=span if "stated" in marks else {},
    )  # fmt: skip
    far = missing.TOLD_BY_ONE + missing.worth(frozenset({"Osk", "31"}), one, about)
    assert (round(far, 4) >= ranking.TRIVIAL) == worth, why


WEIGHTS = {"Osk": 1.0, "Brin": 1.0, "Varna": 1.0, "mill": 0.3, "crane": 0.2, "ferry": 0.1}
NAMES = {("a", term, "name") for term in ("Osk", "Brin", "Varna", "Lom", "Veld")}


@pytest.mark.parametrize(
    ("weights", "there", "own", "why"),
    [
        ({}, (), True, "weighty, and nothing of it stands there"),
        ({"mill": 0.15}, (), False, "not weighty enough"),
        ({}, ("mill", "crane"), True, "hardly anything of it stands there"),
        ({}, ("mill", "crane", "ferry"), False, "a sixth of it does"),
        ({"Osk": 0.1, "Brin": 0.1, "ferry": 2.0}, ("Osk", "Brin"), False, "of three names two stand there"),
        ({"Osk": 0.1, "ferry": 2.0}, ("Osk",), True, "of three names one does"),
    ],
)
def test_a_sentence_is_ones_own_where_it_is_weighty_and_most_of_it_is_not_there(weights, there, own, why):
    weights = WEIGHTS | weights
    about = accounts(weights, names=NAMES, has={"b": frozenset(there)})
    assert missing._own_matter(sentence(*weights), "b", about) == own, why


@pytest.mark.parametrize(
    ("there", "lacking", "why"), [(("Osk", "Brin", "Varna"), False, "two of five are not there"), (("Osk", "Brin"), True, "three of five")]
)  # fmt: skip
def test_half_of_the_names_must_not_be_there(there, lacking, why):
    weights = {"Osk": 0.1, "Brin": 0.1, "Varna": 0.1, "Lom": 2.0, "Veld": 2.0}
    about = accounts(weights, names=NAMES, has={"b": frozenset(there)})
    assert missing._own_matter(sentence(*weights), "b", about) == lacking, why


def lacking(score, told=("Osk", "Brin", "Varna", "Lom")):
    """How sure, and the articles of the sides, of a sentence of `a`, to which one of `b` has a score, and `c` has none."""
    weights = {"Osk": 1.5, "Brin": 1.0, "Varna": 1.0, "Lom": 1.0, "Veld": 0.5}
    own = {name: SimpleNamespace(article_id=name, group=name.upper(), text="x" * 90, published=None) for name in "abc"}
    about = accounts(
        weights, own=own, names=NAMES, best={("a", 0): {"b": (score, 5, 9)}}, places=dict.fromkeys(weights, ()),
        read={"b": [sentence(*told, article="b", start=5)]}, kinds=dict.fromkeys("abc", "report"),
        like=frozenset(map(frozenset, ("ab", "ac", "bc"))), has={"b": frozenset(told) if score >= 1 else frozenset()},
    )  # fmt: skip
    found = list(missing._lacking(sentence(*weights), about))
    return [(one.sure == missing.TWO, "".join(side.article_id for side in one.sides)) for one in found]


@pytest.mark.parametrize(
    ("score", "told", "sides", "why"),
    [
        (3.5, ("Osk", "Brin", "Varna"), [(True, "abc")], "the second tells it too: most of what is looked for stands there"),
        (3.5, ("Osk", "Brin"), [(False, "ac")], "near, but it has half of it only"),
        (3.3, ("Osk", "Brin", "Varna"), [(False, "ac")], "the second may tell it: it neither tells nor lacks it"),
        (0.15, (), [(False, "ac")], "hardly near, and not surely absent"),
        (0.14, (), [(False, "abc")], "nothing there is near: the second lacks it as well"),
    ],
)  # fmt: skip
def test_what_is_near_tells_it_and_what_is_a_little_near_is_neither_told_nor_lacking(score, told, sides, why):
    assert lacking(score, told) == sides, why


@pytest.mark.parametrize(
    ("terms", "shown", "why"),
    [
        (("Brin", "Lom", "Osk", "Varna", "Veld", "Arden"), 5, "five names are enough"),
        (("ferry", "mill"), 1, "a word of five letters, and so none of four"),
        (("mill", "dock"), 2, "short words where there is no other"),
    ],
)
def test_what_was_looked_for_is_shown_by_its_names_or_long_words(terms, shown, why):
    about = accounts(dict.fromkeys(terms, 1.0), names=NAMES | {("a", "Arden", "name")})
    assert len(missing.looked_for(frozenset(terms), sentence(*terms), about)) == shown, why


def test_a_day_of_the_week_is_no_name_and_a_word_that_is_not_there_is_none():
    about = accounts({}, names={("a", "osk", "name"), ("a", "tuesday", "name"), ("a", "osk tuesday", "name")})
    told = sentence("osk", "tuesday", "osk tuesday")
    proper = {term: missing.is_proper(term, told, about) for term in ("osk", "tuesday", "osk tuesday", "brin")}
    assert proper == {"osk": True, "tuesday": False, "osk tuesday": False, "brin": False}
    weighed = accounts({"osk": 1, "tuesday": 2}, names=about.names)
    assert missing.looked_for(frozenset({"osk", "tuesday"}), told, weighed) == ["osk"], "though the day is rarer"
