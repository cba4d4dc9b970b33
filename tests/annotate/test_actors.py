"""Names, titles and pronouns traced to an actor where that is safe, and left alone where it is not."""

import clock
import pandas as pd
import pytest
from samestory.annotate import actors
from samestory.annotate.actors import forms, people
from samestory.annotate.actors.names import Name

TALKS = (
    "Ruritanian Prime Minister Anna Kessler met French President Paul Moreau in Geneva.\n\n"
    "Kessler said she would return to Paris. The French president thanked her."
)


def table(text: str) -> pd.DataFrame:
    return actors.actors(pd.DataFrame({"article_id": ["a"], "text": [text]}))


def meant(text: str) -> list[tuple[str, str, str]]:
    return [(r.text, r.actor, r.mention) for r in table(text).itertuples()]


MEANT = [
    # text, mention, actor, way, why
    (TALKS, "Kessler", "Anna Kessler", "name", "surname"),
    (TALKS, "she", "Anna Kessler", "pronoun", "the only person of the sentence"),
    (TALKS, "The French president", "Paul Moreau", "title", "the only French president here"),
    ("The US president spoke. President Joe Smith of the US left.", "US", "US", "name", "a place"),
    (
        "US President Donald Trump left. The US leader waved.",
        "The US leader",
        "Donald Trump",
        "title",
        "leader: a president",
    ),
    ("The International Criminal Court met. The ICC ruled.", "ICC", "International Criminal Court", "name", "capitals"),
    ("Special envoy Steve Marsh left. Marsh waved.", "Marsh", "Steve Marsh", "name", "role in small letters"),
    ("The Israeli military struck. Israelis fled.", "Israelis", "Israelis", "name", "a people"),
    ("Adam Schiff came. Schiff said he knew.", "Schiff", "Adam Schiff", "name", "a surname read as another word"),
    ("President Lund spoke. First lady Eva Lund left.", "Lund", "Lund", "name", "the title is another's"),
    ("President Lund spoke. First lady Eva Lund left. Lund waved.", "Lund", "Lund", "name", "so is the surname then"),
    (
        "President Lund spoke. First lady Eva Lund left. Eva Lund waved.",
        "Lund",
        "Lund",
        "name",
        "later without it, too",
    ),
    ("Lund spoke. His son, Karl Lund Jr., left.", "Lund", "Lund", "name", "not the son, who comes later"),
    ("Karl Lund Jr. spoke. Lund left.", "Lund", "Karl Lund Jr.", "name", "the only one, named before"),
    ("President Lund spoke. Karl Lund won in May.", "Lund", "Karl Lund", "name", "named in full without a title"),
    ("Anna Berg came. Mr. Berg left.", "Berg", "Berg", "name", "not of her gender"),
    ("Donald J. Trump spoke. Later Donald Trump left.", "Donald Trump", "Donald J. Trump", "name", "middle initial"),
]

REACHED = [
    # text, mention, how it was reached, why
    ("Anna Berg came.", "Anna Berg", "named", "its full name"),
    ("Anna Berg came. Berg left.", "Berg", "surname", "a surname"),
    ("Mayor Anna Berg came. The mayor left.", "The mayor", "title", "a title"),
    ("Anna Berg came. She left.", "She", "pronoun", "a pronoun"),
    ("The Ministry of Health spoke.", "Ministry of Health", "named", "a body"),
    ("Berg left.", "Berg", "surname", "one word that nothing explains is no full name"),
]

PRONOUNS = [
    # text, pronoun, person (None: left open), why
    ("Anna Berg met Karl Lund. She left.", "She", "Anna Berg", "the first names bar one of them"),
    ("Ms. Berg met Mr. Lund. He left.", "He", "Lund", "the titles bar one of them"),
    ("Karl Lund met Paul Berg. “He left,” a man said.", "He", None, "inside quotation marks"),
    ("Karl Lund spoke. “I know what Paul Berg went through,” he said.", "he", "Karl Lund", "no antecedent in marks"),
    ("Anna Berg spoke. She left. Her plan failed. She cried.", "Her", "Anna Berg", "a chain keeps its person"),
    ("Karl Lund spoke and Paul Berg listened. He left.", "He", None, "two that fit"),
    ("The plan failed. He left.", "He", None, "none"),
    ("Karl Lund came.\n\nIt rained.\n\nIt snowed.\n\nHe left.", "He", None, "too far back"),
    (
        "“We lost,” Karl Lund said. Paul Berg wept. “It hurts,” he said.",
        "he",
        None,
        "who spoke last is not the subject",
    ),
    ("Karl Lund spoke and Paul Berg sang. He wept. He left.", "He", None, "an open one keeps the next open"),
    ("A witness spoke to Karl Lund. He left.", "He", None, "somebody without a name may be meant"),
    ("The spokeswoman met Karl Lund. He left.", "He", "Karl Lund", "the noun bars her"),
    ("Read a letter from Linda Stasi. She left.", "She", "Linda Stasi", "a person after from is no place"),
    ("This is the first line of Defense. It fell. She left.", "She", None, "a noun in capitals is nobody"),
    ("Karl Lund praised the Berg administration. He left.", "He", "Karl Lund", "a name that only says which thing"),
]

PEOPLE = [
    # text, the actors there are, why
    ("Robert Lund came. Bob Lund left.", {"Robert Lund"}, "a short first name"),
    ("Karl Lund Jr. came. Lund left.", {"Karl Lund Jr."}, "a suffix"),
    ("Ian McAdam came. Ian MacAdam left.", {"Ian MacAdam"}, "two spellings are one person"),
    ("President Karl Lund came. Anna Lund left. President Lund spoke.", {"Karl Lund", "Anna Lund"}, "by the title"),
    ("Karl Lund came. Lund spoke. Anna Lund left.", {"Karl Lund", "Anna Lund"}, "who had been named by then"),
    ("Recep Erdog\u0306an came. Recep Erdo\u011fan left.", {"Recep Erdoğan"}, "one name in two codings"),
    ("Anna Berg left. Complaints came from Berg. Aides met Berg’s son. He saw Berg’s car.", {"Anna Berg"}, "no place"),
    (
        "Karl Berg left. Berg ran. Berg fell. Berg wept. Patrice Berg came. Then Berg slept.",
        {"Karl Berg", "Patrice Berg"},
        "a surname is his whom the text has called so before another comes",
    ),
    (
        "Karl Berg left. Berg ran. Berg fell. Patrice Berg came. Then Berg slept.",
        {"Karl Berg", "Patrice Berg", "Berg"},
        "two times are few",
    ),
    ("Ambassador to the European Union Karl Lund left.", {"European Union", "Karl Lund"}, "where he is one"),
    ("Lund Grill opened. Karl Lund left. Lund fell.", {"Lund Grill", "Karl Lund"}, "a grill is nobody's first name"),
    ("The Berg Doctrine failed. Berg left.", {"Berg Doctrine", "Berg"}, "a doctrine is nobody of that first name"),
    (
        "Anna Berg came.\n\n-- “Sources: No Signs Anna Berg Has Left.”\n\nKarl Moss spoke.",
        {"Anna Berg", "Karl Moss"},
        "of a headline what the text has for a name",
    ),
    ("Anna Berg came.\n\nMUST WATCH Berg: it is over\n\nBerg left.", {"Anna Berg"}, "a teaser"),
    ("Berg came.\n\nReplay More Videos\n\nBerg left.", {"Berg"}, "a line that names nobody"),
    ("Envoy Ban Ki-moon came. The Lund-backed plan failed.", {"Ban Ki-moon", "Lund"}, "a hyphen in a given name"),
    ("Pope Francis came. The church of St. Francis is old.", {"Francis", "St. Francis"}, "a pope is not his saint"),
]

NOT_MEANT = [
    # text, mention, why
    (
        "French President Paul Moreau met Greek President Nikos Vasilis. The president left.",
        "The president",
        "two presidents",
    ),
    ("Paul Moreau met Nikos Vasilis on Monday and he left early.", "he", "two people"),
    ("Anna Kessler spoke. “He is wrong,” a man shouted.", "He", "inside quotation marks"),
    ("A president must listen. President Paul Moreau left.", "A president", "indefinite"),
    ("INDIRECT NEGOTIATIONS ON a truce resumed in Qatar.", "INDIRECT NEGOTIATIONS ON", "an opening in capitals"),
    ("Talks begin on Monday in July.", "Monday", "a day"),
    ("Israeli officials spoke.", "Israeli", "a demonym that only modifies"),
]

BODIES_OF = [
    # text, the bodies it names and the persons, why
    ("Ida Berg won. The Berg campaign cheered.", ["Berg campaign"], ["Ida Berg"], "a body of its own"),
    ("Ida Berg won. The Ida Berg campaign cheered.", ["Berg campaign"], ["Ida Berg"], "under the full name"),
    ("Ida Berg won. The Berg Administration fined us.", ["Berg administration"], ["Ida Berg"], "in capitals"),
    ("Ida Berg won. Berg’s campaign cheered.", [], ["Ida Berg", "Ida Berg"], "her own campaign: she is named"),
    ("Ida Berg won. Berg campaigned.", [], ["Ida Berg", "Ida Berg"], "a verb"),
    ("Ida Berg won. The Osk campaign is over.", [], ["Ida Berg"], "a campaign in a place"),
]


@pytest.mark.parametrize(("text", "bodies", "persons", "why"), BODIES_OF)
def test_a_body_called_by_whose_it_is_names_no_person(text, bodies, persons, why):
    found = [row for row in actors.find(text) if row["mention"] == "name"]
    assert [row["actor"] for row in found if row["kind"] == "organisation"] == bodies, why
    assert [row["actor"] for row in found if row["kind"] == "person"] == persons, why


NOBODY = [
    # text, the actors there are, why
    ("Carl Moss, a former Marine who was arrested, left.", {"Carl Moss"}, "one of many, as Moss is"),
    ("Ida Berg & Carl Moss met.", {"Ida Berg", "Carl Moss"}, "two people, with a sign"),
    ("A defiant Moss left. Moss was arrested.", {"Moss"}, "a name with an article, as it stands without one, too"),
    ("In July talks failed. May came.", set(), "months"),
    ("Sen. John Brown, R-Ala., met Rep. Ann Hill (D-Calif.).", {"John Brown", "Ann Hill"}, "party tags"),
    ("A Russian nurse and two French officials spoke.", {"French officials"}, "demonyms"),
    ("However, it failed. Meanwhile, talks went on.", set(), "first words of sentences"),
    ("Many Senators left. Police Officers came. The Justices ruled.", set(), "roles in the plural"),
    ("House Republicans met. The New York Democrat spoke.", set(), "roles with a place or house"),
    ("Gunman Kills Three At Ardin School", set(), "a headline in capitals"),
    ("Officers Karl Lund and Paul Berg fired.", {"Karl Lund", "Paul Berg"}, "a role in the plural before a name"),
    ("White House Says Berg Is Wrong. Karl Berg left.", {"White House", "Karl Berg"}, "a verb in a headline"),
    ("It ended on Oct. 7 and on Jan. 5.", set(), "months cut short"),
    ("Porn star Ann Hill spoke. “Mama, look,” a boy said.", {"Ann Hill"}, "words that only begin something"),
    ("Slaves are meant in Article 1 of the charter.", set(), "what is numbered"),
    ("House Majority Whip Karl Lund left.", {"Karl Lund"}, "a long title"),
    ("Sen. Angus King of Maine spoke.", {"Angus King", "Maine"}, "a surname that is a title, too"),
]

WHOLE = [
    ("The firm Lund & Moss LLP won.", "Lund & Moss LLP"),
    ("The Center for Strategic Studies spoke.", "Center for Strategic Studies"),
    (
        "The House Committee on Oversight and Government Reform met.",
        "House Committee on Oversight and Government Reform",
    ),
    ("The Department of Health and Human Services ruled.", "Department of Health and Human Services"),
    ("The Office of the High Commissioner for Human Rights spoke.", "Office of the High Commissioner for Human Rights"),
    ("The Center for a New Harbour spoke.", "Center for a New Harbour"),
    ("Americans for Tax Reform objected.", "Americans for Tax Reform"),
    ("The House of Representatives voted.", "House of Representatives"),
    ("The Ministry of Health and Anna Berg agreed.", "Ministry of Health"),
    ("Politics Daily reported it.", "Politics Daily"),
    ("The Center on Budget and Policy Priorities spoke.", "Center on Budget and Policy Priorities"),
    ("The Health and Human Services Department ruled.", "Health and Human Services Department"),
    ("The Coalition to Stop Gun Violence met.", "Coalition to Stop Gun Violence"),
    ("The U.S. Conference of Catholic Bishops met.", "U.S. Conference of Catholic Bishops"),
    ("The U.S. Chamber of Commerce met.", "U.S. Chamber of Commerce"),
    ("The Office of Management and Budget ruled.", "Office of Management and Budget"),
    ("The Center for Science in the Public Interest spoke.", "Center for Science in the Public Interest"),
    ("The White House and State Department agreed.", "State Department"),
    ("The Council for Monday was full.", "Council"),
]

KINDS = [
    ("Karl Jackson left. It rained in Jackson.", "Jackson", "place"),
    ("Anna Kessler, who leads the country, spoke.", "Anna Kessler", "person"),
    ("The Ministry of Health spoke.", "Ministry of Health", "organisation"),
    ("Hamas spoke.", "Hamas", "organisation"),
    ("The Center on Budget Priorities spoke.", "Center on Budget Priorities", "organisation"),
    ("He lives in Trondheim near the sea.", "Trondheim", "place"),
    ("Palestinians fled.", "Palestinians", "people"),
    ("Israelis fled.", "Israelis", "people"),
]

DESCRIPTORS = [
    (TALKS, "Anna Kessler", "Ruritanian Prime Minister"),
    ("It is about the inquiry Special Counsel Karl Berg leads.", "Karl Berg", "Special Counsel"),
    ("Oslo’s mayor Kari Berg spoke.", "Kari Berg", "Oslo's mayor"),
    ("Kari Berg, a spokeswoman for the city, spoke.", "Kari Berg", "a spokeswoman for the city"),
    ("House Speaker Nancy Hill spoke.", "Nancy Hill", "House Speaker"),
]


@pytest.mark.parametrize(("text", "mention", "actor", "way", "why"), MEANT)
def test_mentions_are_traced(text, mention, actor, way, why):
    assert (mention, actor, way) in meant(text), why


@pytest.mark.parametrize(("text", "mention", "why"), NOT_MEANT)
def test_what_is_not_safe_is_left_out(text, mention, why):
    assert mention not in {found for found, _, _ in meant(text)}, why


@pytest.mark.parametrize(("text", "mention", "reached", "why"), REACHED)
def test_how_a_mention_was_reached(text, mention, reached, why):
    rows = table(text).set_index("text")
    assert rows.loc[mention, "reached"] == reached, why


@pytest.mark.parametrize(("text", "pronoun", "person", "why"), PRONOUNS)
def test_whom_a_pronoun_means(text, pronoun, person, why):
    found = [actor for mention, actor, way in meant(text) if way == "pronoun" and mention == pronoun]
    assert found[-1:] == ([person] if person else []), why


@pytest.mark.parametrize(("text", "expected", "why"), PEOPLE)
def test_who_is_one_person(text, expected, why):
    assert {actor for _, actor, _ in meant(text)} == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), NOBODY)
def test_who_is_no_actor(text, expected, why):
    assert {actor for _, actor, _ in meant(text)} == expected, why


@pytest.mark.parametrize(("text", "body"), WHOLE)
def test_bodies_are_whole(text, body):
    rows = table(text).set_index("text")
    assert rows.loc[body, "kind"] == "organisation"


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kinds(text, name, kind):
    rows = table(text).set_index("text")
    assert rows.loc[name, "kind"] == kind


@pytest.mark.parametrize(("text", "name", "descriptor"), DESCRIPTORS)
def test_descriptors(text, name, descriptor):
    rows = table(text).set_index("text")
    assert rows.loc[name, "descriptor"] == descriptor


def test_two_people_of_one_surname_stay_apart():
    found = {actor for _, actor, _ in meant("Ada Brown met Carl Brown in Oslo. Brown then left.")}
    assert found == {"Ada Brown", "Carl Brown", "Brown", "Oslo"}


def test_bodies_of_every_country_are_found_alike():
    for adjective in ("Israeli", "Palestinian", "Russian", "Ukrainian", "US"):
        assert (f"{adjective} forces", f"{adjective} forces", "title") in meant(f"The {adjective} forces advanced.")


def test_an_odd_number_of_quotation_marks_loses_nothing():
    assert ("she", "Anna Kessler", "pronoun") in meant("“A start, a man said.\n\nAnna Kessler said she agreed.")


def test_a_text_without_actors():
    assert table("It rained.").empty


@pytest.mark.parametrize(
    ("text", "title", "why"),
    [
        ("Vice presidential nominee Anna Berg spoke. The Republican nominee left.", None, "another office"),
        ("Deputy Mayor Anna Berg spoke. The mayor left.", None, "the deputy is not the mayor"),
        ("Former president Anna Berg spoke. The president left.", None, "no longer"),
        ("Vice President Anna Berg spoke. The vice president left.", "The vice president", "her own office"),
        ("Mayor Anna Berg spoke. The mayor left.", "The mayor", "her office"),
    ],
)
def test_a_word_that_makes_an_office_another_one(text, title, why):
    found = [text[row["start"] : row["end"]] for row in actors.find(text) if row["mention"] == "title"]
    assert found == ([title] if title else []), why


def test_whom_a_surname_of_many_means_is_found_in_linear_time():
    def of(number):
        full = [Name(5 * k, 5 * k + 2, "", None, 5 * k, (f"A{k}", f"Berg{k // 2}")) for k in range(number)]
        alone = [Name(5 * k + 3, 5 * k + 4, "", None, 5 * k + 3, (f"Berg{k // 2}",)) for k in range(number)]
        several = {f"Berg{k}": [{full[2 * k].words}, {full[2 * k + 1].words}] for k in range(number // 2)}
        return lambda: people._settled(several, full + alone)

    assert clock.seconds(of(8000)) < 32 * clock.seconds(of(1000))


def test_persons_of_one_surname_are_grouped_in_linear_time():
    def of(number):
        return lambda: forms.clusters([(f"A{k}", "Berg") for k in range(number)])

    assert clock.seconds(of(8000)) < 32 * clock.seconds(of(1000))
