"""What two outlets call one thing, found without a list; and what they say a person is."""

import pytest
from samestory import annotate
from samestory.annotate import content
from samestory.compare import facts
from samestory.compare.facts import instead, manner, persons
from samestory.corpus import language
from story_made_up import story

COUNCIL = "The town council of Osk turned down the {} of the Varna shipyard after nine hours on Monday."
PLACES = [
    (COUNCIL.format("offer"), COUNCIL.format("bid"), {"North": "offer", "South": "bid"}, "in the same sentence"),
    (COUNCIL.format("offer"), COUNCIL.format("offers"), None, "another form of the word"),
    (COUNCIL.format("offer"), COUNCIL.format("offer").replace("nine", "ten"), None, "numbers have their own kind"),
    (COUNCIL.format("offer"), f"{COUNCIL.format('bid')} It was the third offer.", None, "the other has the word too"),
    (f"{COUNCIL.format('offer')} Whoever forbids it will pay.", COUNCIL.format("bid"),
     {"North": "offer", "South": "bid"}, "“bid” is no word of “forbids”"),
    ("Mayor Lind sent a coat of Varna wool to three clerks.",
     "On Monday Mayor Lind sent a jacket of Varna wool to three clerks in Osk.",
     {"North": "a coat", "South": "a jacket"}, "the object of one verb in one fact"),
    ("The Varna shipyard signed a historic agreement with 4,300 welders in the spring.",
     "In the spring, the Varna shipyard and 4,300 welders signed a landmark agreement.",
     {"North": "a historic agreement", "South": "a landmark agreement"}, "one noun with other words before it"),
    ("The Varna shipyard signed a historic agreement with 4,300 welders in the spring.",
     "In the spring, the Varna shipyard and 4,300 welders signed another agreement.", None, "another is not this one"),
    ("The Varna shipyard signed the new Osk agreement with 4,300 welders in the spring.",
     "In the spring, the Varna shipyard and 4,300 welders signed the latest Brin agreement.", None,
     "another name, or its turn, may be another thing's"),
    ("On Monday night the Varna shipyard dismissed 4,300 welders.",
     "The Varna shipyard dismissed 4,300 welders last night.", None, "times name nothing"),
    ("Deputy secretary Bo Ek spoke to 4,300 welders at Varna.",
     "A first secretary spoke to 4,300 welders at Varna.", None, "an office has many holders"),
    (f"“{COUNCIL.format('offer')}” Bo Ek said.", f"“{COUNCIL.format('bid')}” Bo Ek said.", None, "words of a speaker"),
]  # fmt: skip


def said(differences, articles):
    """The words of each difference, by outlet."""
    texts, names = (articles.set_index("article_id")[name] for name in ("text", "outlet"))
    return [{names[s.article_id]: texts[s.article_id][s.start : s.end] for s in one.sides} for one in differences]


def in_place(a, b):
    articles = story(a, b)
    phrases, labels, quotes = annotate.run(articles, "phrases", "labels", "quotes")
    found = facts.facts(facts.pairs(language.sentences(articles), content.terms(articles), articles))
    return said(instead.instead(phrases, facts.tellings(found, articles, quotes), labels, articles), articles)


def described(a, b):
    articles = story(a, b, filler=False)
    return said(persons.persons(*annotate.run(articles, "actors", "cues"), articles), articles)


@pytest.mark.parametrize(("a", "b", "differ", "why"), PLACES)
def test_words_in_one_anothers_place(a, b, differ, why):
    assert in_place(a, b) == ([differ] if differ else []), why


def test_words_used_alike_may_be_one_thing():
    """The bound holds *purchases* and *sales* apart from *discussion* and *reductions*."""
    alike = instead.likeness.likeness
    assert alike("discussion", "reductions") < instead.ALIKE < alike("purchases", "sales")


PERSONS = [
    ("President Ada Lind", "President Lind", None, "what is only fuller is no difference"),
    ("Senator Joe Lind", "Senator Joseph Lind", {"North": "Senator Joe Lind", "South": "Senator Joseph Lind"},
     "another form of the name"),
    ("Joe Lind, who opened a ferry,", "Joe Lind", None, "a clause on what somebody did describes nobody"),
    ("Joe Lind, a retired pilot,", "Joe Lind", None, "a bare name: the outlet may tell it elsewhere"),
    ("Joe Lind, a retired pilot,", "Joe Lind, a pilot,", None, "what is only fuller"),
    ("Joe Lind, a retired pilot,", "Joe Lind, a convicted smuggler,",
     {"North": "Joe Lind, a retired pilot", "South": "Joe Lind, a convicted smuggler"}, "described otherwise"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "differ", "why"), PERSONS)
def test_what_outlets_say_a_person_is(a, b, differ, why):
    texts = (f"{name} met crowds at the Osk ferry in the morning." for name in (a, b))
    assert described(*texts) == ([differ] if differ else []), why


def test_a_description_that_the_other_article_has_elsewhere_is_no_difference():
    a = "Joe Lind, a retired pilot, met crowds at the Osk ferry."
    b = "Joe Lind, a convicted smuggler, met crowds at the Osk ferry. The pilot retired in June."
    assert described(a, b) == []


def test_a_surname_with_a_title_is_the_only_full_name_with_both():
    """President Lind is Ada Lind, and not Bo Lind, who is premier."""
    a = "President Ada Lind spoke in Osk. Ada Lind, a retired pilot, sang. Premier Bo Lind, a former baker, sang."
    b = "President Lind spoke in Osk. Lind, a convicted smuggler, sang."
    assert described(a, b) == [{"North": "Ada Lind, a retired pilot", "South": "Lind, a convicted smuggler"}]


@pytest.mark.parametrize(
    ("between", "beside", "why"),
    [(", ", True, "a comma"), (" (", True, "brackets"), (": ", False, "a colon hands the word to who is named"),
     ("\n", False, "another line"), (" or a ", False, "more than a mark")],
)  # fmt: skip
def test_what_stands_between_a_name_and_what_describes_it(between, beside, why):
    assert bool(persons.BETWEEN.fullmatch(between)) is beside, why


@pytest.mark.parametrize(
    ("text", "somebody", "why"),
    [
        ("And I do support any law on ferries.", True, "an answer of a transcript"),
        ("The law on ferries was passed.", False, "nobody says I"),
        ("“I do,” he said of the law on ferries.", False, "who says I is quoted"),
        ("Highway I. was closed for weeks.", False, "a numeral"),
    ],
)
def test_what_says_i_is_no_outlets_own_voice(text, somebody, why):
    assert manner.speaks(text) is somebody, why
