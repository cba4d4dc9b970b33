"""Which texts are English, also short ones."""

import pytest
from samestory.collect.language import other

TEXTS = [
    ("At least 12 people were killed in Ardin, officials said.", None, "a sentence"),
    ("Alpha.", None, "too short to tell"),
    ("Arsenal 2-1 Chelsea, Leeds 0-0 Everton, Fulham 3-2 Burnley", None, "results: no other language"),
    ("El Niño and La Niña will return, the agency in Santa Fe de la Vera Cruz said.", None, "names of another"),
    ("Mindestens 1.200 Menschen wurden getötet, sagte ein Sprecher.", "German", "its thousands would be 1.2"),
    ("Au moins douze personnes ont été tuées dans une inondation, selon les autorités.", "French", ""),
    ("Al menos doce personas murieron el lunes en una inundación.", "Spanish", ""),
    ("Zeker twaalf mensen zijn om het leven gekomen bij een overstroming in de stad.", "Dutch", "shares in, is, was"),
    ("По меньшей мере 12 человек погибли", "another script", ""),
    ("Kufa kwa watu kumi na wawili " * 12, "another language", "a language without words in our table, and long"),
]


@pytest.mark.parametrize(("text", "language", "why"), TEXTS)
def test_the_language_of_a_text(text, language, why):
    assert other(text) == language, why


EN, FR = "the and of ", "les une dans "


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("les une les une the the", "French", "twice as often as English words"),
        ("les une les the the", None, "less than that"),
        ("les les les", None, "one word is in many languages"),
        (EN * 180 + FR * 700, None, "the first letters show it: English, and as much French"),
        (FR * 180 + EN * 700, None, "or French, and as much English"),
        (f"{'the ' * 5}{'xqzt ' * 55}", "another language", "a long text with hardly an English word"),
        (f"{'the ' * 6}{'xqzt ' * 54}", None, "one in ten is enough"),
        ("xqzt " * 59, None, "of a short one nothing is said"),
    ],
)
def test_from_which_words_on_a_text_is_of_another_language(text, found, why):
    assert other(text) == found, why
