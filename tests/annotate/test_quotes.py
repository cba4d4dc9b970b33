"""Quotations: what stands in marks, who says it with which verb, and what only looks like a quotation."""

from pathlib import Path

import clock
import pandas as pd
import pytest
from samestory import corpus
from samestory.annotate import marks, reporting, spans
from samestory.annotate.quotes import find, quotes
from samestory.annotate.quotes.attributions import attributions
from samestory.corpus import parser

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def articles(*texts: str) -> pd.DataFrame:
    return pd.DataFrame({"article_id": [f"a{k}" for k in range(len(texts))], "text": list(texts)})


def runs(text: str) -> list[str]:
    return [text[run.start : run.end] for run in marks.runs(text)]


RUNS = [
    ("She said “no” twice.", ["“no”"], "curly marks"),
    ('She said "no" and "never".', ['"no"', '"never"'], "straight marks pair off"),
    ("She said ''no'' and left.", ["''no''"], "two single marks for a double one"),
    ("She said ‘we can’t go’ and left.", ["‘we can’t go’"], "British marks around an apostrophe"),
    ("He called it 'a mess' again.", ["'a mess'"], "straight single marks"),
    ("Israel’s army and the players’ union didn’t agree.", [], "apostrophes open nothing"),
    ("The ’90s and rock ‘n’ roll were over.", [], "elisions open nothing"),
    ("‘The players’ union said no’, he wrote.", ["‘The players’ union said no’"], "a plural possessive closes nothing"),
    ("“He told me ‘go away’ and left.”", ["“He told me ‘go away’ and left.”"], "inner marks stay inside"),
    ('A 5" pipe burst.', [], "inches"),
    ("“One.\n\n“Two.”\n\nThree.", ["“One.", "“Two.”"], "reopened without being closed: it runs on"),
    ("He said “one thing.\n\nNothing else.", [], "a mark never closed costs one quotation"),
    ("He said, “This is all.\n\nNothing else.", ["“This is all."], "only the closing mark is missing"),
    ('Odd " mark. He said "yes" then.', ['"yes"'], "a stray mark does not turn the others round"),
    ("«Never», he said.", ["«Never»"], "angle marks"),
    ("»Never«, he said. »Ever«.", ["»Never«", "»Ever«"], "angle marks that point in"),
    ("« Never », he said. « Ever ».", ["« Never »", "« Ever »"], "spaced ones"),
    ("„Never“, he said.", ["„Never“"], "low and high"),
    ("He said ″never″ and ＂ever＂.", ["″never″", "＂ever＂"], "primes and full-width marks"),
    ("‘He said, “Go,” and I ran,’ she said.", ["‘He said, “Go,” and I ran,’"], "British marks around double ones"),
    ("She left.\n\n” None of it is so,” he said.", ["” None of it is so,”"], "a wrong mark at the beginning"),
    ("", [], "no text"),
    (
        "She said, “It is late.\n\nNot a Karl Lund.”\n\n“Go,” she said.",
        ["“It is late.", "Not a Karl Lund.”", "“Go,”"],
        "left open, and gone on without a mark",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), RUNS)
def test_runs(text, expected, why):
    assert runs(text) == expected, why


def test_a_reopened_run_continues_the_one_before():
    assert [run.continues for run in marks.runs("“One.\n\n“Two.\n\n“Three.” Then “four”.")] == [
        False,
        True,
        True,
        False,
    ]


SAID = [
    ("“We will go home,” said Anna Berg.", "direct", "“We will go home,”", "Anna Berg", "said", "inverted"),
    ("“We will go home,” Anna Berg said.", "direct", "“We will go home,”", "Anna Berg", "said", "cue after"),
    ("Anna Berg said: “We will go home.”", "direct", "“We will go home.”", "Anna Berg", "said", "colon"),
    ("Anna Berg told AFP, “We will go home.”", "direct", "“We will go home.”", "Anna Berg", "told", "told an agency"),
    ("Anna Berg said that the road was closed.", "indirect", "that the road was closed", "Anna Berg", "said", "that"),
    ("The road was closed, Anna Berg said.", "indirect", "The road was closed", "Anna Berg", "said", "comment clause"),
    (
        "According to the ministry, the road was closed.",
        "indirect",
        "the road was closed",
        "the ministry",
        "According to",
        "according to",
    ),
    (
        "In the words of Anna Berg, the road is a disgrace.",
        "indirect",
        "the road is a disgrace",
        "Anna Berg",
        "In the words of",
        "a phrase of saying",
    ),
    ("As Anna Berg put it, “the road is bad”.", "direct", "“the road is bad”", "Anna Berg", "put", "as X put it"),
    ("Anna Berg: We will go home.\n\nThe rest came.", "indirect", "We will go home", "Anna Berg", ":", "colon alone"),
    ("“We will go home now.”\n\n— Anna Berg", "direct", "“We will go home now.”", "Anna Berg", "—", "a dash"),
    ("“We,” said Anna Berg, “will go home.”", "direct", "“We,”", "Anna Berg", "said", "interrupted"),
    ("Anna Berg denied that she lied.", "indirect", "that she lied", "Anna Berg", "denied", "a denial"),
    (
        "Radio host Anna Berg argued that the bridge must go.",
        "indirect",
        "that the bridge must go",
        "Radio host Anna Berg",
        "argued",
        "with the name behind what she is",
    ),
    (
        "Anna Berg said the plan was “a long way off” on Friday.",
        "mixed",
        "the plan was “a long way off”",
        "Anna Berg",
        "said",
        "some words in marks",
    ),
]


@pytest.mark.parametrize(("text", "form", "content", "source", "cue", "why"), SAID)
def test_who_says_what(text, form, content, source, cue, why):
    found = quotes(articles(text))
    row = found[found["form"].eq(form)].iloc[0]
    assert row["text"].startswith(content), why
    assert (row["source"], row["cue"]) == (source, cue), why


def test_the_words_in_marks_have_a_row_of_their_own_inside_a_mixed_one():
    found = quotes(articles("Anna Berg said the plan was “a long way off” on Friday."))
    partial = found[found["form"].eq("partial")].iloc[0]
    mixed = found[found["form"].eq("mixed")].iloc[0]
    assert partial["text"] == "“a long way off”"
    assert partial["attribution"] == mixed["attribution"]


def test_an_interrupted_quotation_is_one_attribution_in_two_pieces():
    found = quotes(articles("“We will go home,” Anna Berg said. “Nobody will stop us on the road.”"))
    assert list(found["text"]) == ["“We will go home,”", "“Nobody will stop us on the road.”"]
    assert list(found["speaker"]) == ["Anna Berg"] * 2


def test_a_running_quotation_keeps_its_speaker_over_paragraphs():
    text = "Anna Berg said: “We will go home.\n\n“Nobody will stop us on the road.\n\n“That is a promise.”"
    found = quotes(articles(text))
    assert list(found["speaker"]) == ["Anna Berg"] * 3


def test_pronouns_and_surnames_mean_the_fullest_name():
    text = "Anna Berg came to the meeting. “We will go home,” she said.\n\n“It is late,” Berg added."
    found = quotes(articles(text))
    assert set(found.loc[found["form"].eq("direct"), "speaker"]) == {"Anna Berg"}


def test_scare_quotes_are_nobodys_words():
    found = quotes(articles("The so-called “peace plan” had no friends in the capital."))
    assert not found["form"].isin(["direct", "mixed", "indirect"]).any()


def test_time_grows_no_faster_than_the_text():
    """Four times the quotations cost about four times as much; sixteen times would be each compared with each."""
    few, many = (spent("\n\n".join(f"“We go {k},” said Anna Berg." for k in range(n))) for n in (60, 240))
    assert many < 9 * few


def spent(text: str) -> float:
    """The processor time that the quotations of a parsed text take."""
    doc = parser.parse(text)

    def once():
        attributions.cache_clear()
        list(find(doc.text))

    return clock.seconds(once)


CONDITIONS = [
    ("If Ana Moss had claimed “total authority” over the harbour, critics would have cried foul.", "attitude"),
    ("If the mayor says “go home now”, people will go.", "attitude"),
    ("As if to prove it, Ana Moss said “no more of this”.", "direct"),
]


@pytest.mark.parametrize(("text", "form"), CONDITIONS)
def test_what_would_be_said_under_a_condition_is_not_said(text, form):
    assert next(find(text))["form"] == form


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg spoke ahead of her visit this week to the town that includes a dinner.",
        "Anna Berg decided that the road was closed.",
    ],
)
def test_talk_and_decisions_tell_no_words(text):
    assert {row["form"] for row in find(text)} <= {"attitude"}


def test_what_someone_wants_is_an_attitude_not_a_statement():
    found = quotes(articles("The minister wants to close the old bridge."))
    assert set(found["form"]) <= {"attitude"}
    label = pd.DataFrame({"article_id": ["a0"], "start": [31], "end": [42], "text": ["old bridge"]})
    assert list(spans.voice(label, found)) == ["narrator"]


CLASSES = [
    ("An official who asked not to be named said the road was closed.", "anonymous", "a hidden official"),
    ("A source said the road was closed.", "anonymous", "a source"),
    ("The ministry said the road was closed.", "organisation", "a ministry"),
    ("The report said the road was closed.", "document", "a report"),
    ("Many residents said the road was closed.", "collective", "residents"),
    ("Anna Berg said the road was closed.", "named", "a name"),
    ("Our correspondent Jonas Lind said the road was closed.", "own reporter", "the outlet's own"),
    ("The road was closed, according to three officials.", "anonymous", "officials without a name"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CLASSES)
def test_source_classes(text, expected, why):
    found = quotes(articles(text))
    assert found.loc[found["form"].eq("indirect"), "source_class"].iloc[0] == expected, why


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Many residents claim asylum at the border.", False),
        ("Residents claimed a refund in May.", False),
        ("Many residents claimed that the road was closed.", True),
    ],
)
def test_whoever_claims_what_is_due_says_nothing(text, told):
    assert quotes(articles(text))["source_class"].notna().any() == told


CUES = [
    ("say", "VERB", "neutral"),
    ("claim", "VERB", "claim"),
    ("admit", "VERB", "concession"),
    ("deny", "VERB", "denial"),
    ("urge", "VERB", "urging"),
    ("claim", "NOUN", "claim"),
    ("dance", "VERB", "other"),
]


@pytest.mark.parametrize(("lemma", "pos", "expected"), CUES)
def test_cue_classes(lemma, pos, expected):
    assert reporting.cue_class(lemma, pos) == expected


AWKWARD = [
    '"One" said A. "Two. "Three," said B. "',
    "“““”””",
    "“Only.”\n\n“Quotations.”\n\n“Here.”",
    "'",
    ":",
    "…” she said.",
    "“",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_odd_marks_never_lose_the_article(text):
    found = quotes(articles(text, "“We will go home,” said Anna Berg."))
    assert found["article_id"].eq("a1").any()


def test_the_narrator_goes_on_after_according_to():
    text = "The vicious storm has killed ten people, according to the ministry, led to floods and displaced thousands."
    found = quotes(articles(text))
    assert "has killed ten people" in set(found["text"])
    assert not found["text"].str.contains("vicious|floods").any()


def test_the_anonymous_sources_of_a_seed_stay_two():
    found = seed("003d92")
    assert {"a Palestinian source", "a different Palestinian source"} <= set(
        found.loc[found["source_class"].eq("anonymous"), "speaker"]
    )


def test_what_a_careful_reader_finds_in_the_second_seed():
    found = seed("5c629d")
    hostages = found[found["text"].str.startswith("“We’ve gotten a lot of the hostages out")].iloc[0]
    assert hostages["speaker"] == "Benjamin Netanyahu"
    reporter = found[found["source_class"].eq("own reporter")]
    assert set(reporter["speaker"]) == {"Nour Odeh"}
    assert reporter["cue_start"].nunique() >= 3
    assert {"White House", "Israeli military", "Gaza's health authorities"} <= set(found["speaker"].dropna())


def seed(name: str) -> pd.DataFrame:
    table = corpus.articles(SEEDS)
    return quotes(table[table["path"].astype(str).str.contains(name)])


SILENT = [
    ("Anna Berg declined to comment.", "Anna Berg", "declined"),
    ("The ministry did not immediately respond to a request for comment.", "ministry", "no response"),
    ("Karl Lund could not be reached for comment.", "Karl Lund", "not reached"),
    ("Karl Lund has declined to say whether he will run.", "Karl Lund", "declined to say"),
]


@pytest.mark.parametrize(("text", "speaker", "why"), SILENT)
def test_who_says_nothing_makes_no_statement(text, speaker, why):
    found = quotes(articles(text))
    assert list(found["form"]) == ["silence"], why
    assert list(found["speaker"]) == [speaker], why
    assert spans.statements(found).empty, why


ENDS = [
    ("Berg said the war must end, and the army shelled the camp.", "the war must end", "a clause of its own"),
    ("Berg said the war must end, and that it would.", "the war must end, and that it would", "that goes on"),
    ("Berg said he had met Lund, who lives in Oslo.", "he had met Lund", "a relative clause set off"),
    (
        "Berg said he would end the war, which has killed 50 people, according to the ministry.",
        "he would end the war",
        "somebody else vouches for it",
    ),
    ("Berg said the war must end, his latest bold threat.", "the war must end", "a remark of the narrator"),
    ("Berg said the war must end, and, as the Echo notes, it is old.", "the war must end", "what another remarks"),
    (
        "Berg told NBC’s “Morning” show on Monday that the war must end.",
        "that the war must end",
        "the programme that is told",
    ),
    ("Berg told “Good Morning Lund” the war must end.", "the war must end", "the programme alone"),
]


VOUCHED = [
    # a sentence, what is vouched for by the phrase of saying in it, why
    (
        "The suspect had stayed in a motel with a woman who was later found dead, according to officials.",
        "The suspect had stayed in a motel with a woman who was later found dead",
        "the phrase hangs on a relative clause in the parse only",
    ),
    (
        "Officers found guns in the car, which had been stolen in Ohio, according to two officials who asked for silence.",
        "Officers found guns in the car, which had been stolen in Ohio",
        "a relative clause set off",
    ),
    (
        "A man opened fire there Friday, killing three people before he was shot by guards, according to police.",
        "A man opened fire there Friday, killing three people before he was shot by guards",
        "a participle and a clause of time",
    ),
    (
        "The tax is low, but the cost has risen, according to the bank.",
        "but the cost has risen",
        "set against the rest",
    ),
    (
        "Berg said he would end the war, which has killed 50 people, according to the ministry.",
        "which has killed 50 people",
        "another source speaks before it",
    ),
    (
        "A gunman shot two men at a school, where he hid a rifle, officials said.",
        "A gunman shot two men at a school, where he hid a rifle",
        "officials said, at the end",
    ),
]


@pytest.mark.parametrize(("text", "content", "why"), VOUCHED)
def test_what_a_source_at_the_end_of_a_sentence_vouches_for(text, content, why):
    assert list(quotes(articles(text)).query("form == 'indirect'")["text"])[-1] == content, why


@pytest.mark.parametrize(("text", "content", "why"), ENDS)
def test_where_indirect_speech_ends(text, content, why):
    found = quotes(articles(text))
    assert found.loc[found["speaker"].eq("Berg"), "text"].iloc[0] == content, why


WHO = [
    # text, speaker, reached, relay, why
    ("“We go,” said Anna Berg.", "Anna Berg", "named", None, "a name"),
    ("Anna Berg came. “We go,” Berg said.", "Anna Berg", "surname", None, "a surname"),
    ("Mayor Anna Berg came. “We go,” the mayor said.", "Anna Berg", "title", None, "a title"),
    ("Anna Berg came. “We go,” she said.", "Anna Berg", "pronoun", None, "a pronoun"),
    ("“We go,” a witness said.", "a witness", None, None, "a description"),
    (
        "Anna Berg criticized Paul Lund for saying “we go home.”",
        "Paul Lund",
        "named",
        "Anna Berg",
        "who is blamed for it",
    ),
    (
        "Anna Berg accused Paul Lund of saying “we go home.”",
        "Paul Lund",
        "named",
        "Anna Berg",
        "who is accused of it",
    ),
    ("“We go,” said Anna Berg, a lawyer for Karl Lund.", "Anna Berg", "named", None, "an apposition after the name"),
    (
        "That differs from the account of Moss, a wealthy businessman who donated $1 million to Berg's inauguration and "
        'testified before the harbour investigators that no one from the HSC "ever expressed any concerns." Ida Moss left.',
        "Ida Moss",
        "surname",
        None,
        "a relative clause behind her apposition",
    ),
    ("“We go,” said the leader of the group, Anna Berg.", "Anna Berg", "named", None, "an apposition before it"),
    ("“We go,” Anna Berg, a spokeswoman for Lund, a firm, said.", "Anna Berg", "named", None, "two appositions"),
    ("“We go,” Anna Berg, who lives in Oslo, told The Herald.", "Anna Berg", "named", None, "who, and a listener"),
    (
        "Anna Berg has also said the town council should extend the road, but stressed that she opposes a toll.",
        "Anna Berg",
        "named",
        None,
        "who said the first says the second, not whose duty it is",
    ),
    (
        "Retired agent and former spokesman Karl Berg said that the road was shut.",
        "Karl Berg",
        "named",
        None,
        "two roles before a name",
    ),
    (
        "Paul Lund met Karl Berg. “We go,” said Lund. “We stay,” he added.",
        "Paul Lund",
        "pronoun",
        None,
        "who spoke last",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "reached", "relay", "why"), WHO)
def test_who_is_quoted_and_how_that_is_known(text, speaker, reached, relay, why):
    last = quotes(articles(text)).iloc[-1]
    assert last["speaker"] == speaker, why
    assert (None if pd.isna(last["reached"]) else last["reached"]) == reached, why
    assert (None if pd.isna(last["relay"]) else last["relay"]) == relay, why


NAMED = [
    # text, speaker, source class, why
    ("But newly released emails show that they go.", "newly released emails", "document", "an adverb before the verb"),
    ("“We go,” said the legislator, Representative Carl Seel.", "Carl Seel", "named", "a title in an apposition"),
    (
        "After the vote, Carl Lund, the top member of the committee and a supporter of the wall, said that they go.",
        "Carl Lund",
        "named",
        "further appositions",
    ),
    (
        "On Wednesday, Representative Carl Brady, Republican of Ohio and the chairman of the House Ways Committee, "
        "acknowledged that they go.",
        "Carl Brady",
        "named",
        "the body in an apposition does not speak",
    ),
    ("Rep. Karl Lund’s attorney, Bill Berg, said that they go.", "Bill Berg", "named", "not whose attorney it is"),
    ("Karl Lund, Ida Berg’s spokesman, said that they go.", "Karl Lund", "named", "nor whose spokesman"),
    ("Maria Lund and Ida Berg, who met on Monday, said they go.", "Maria Lund and Ida Berg", "collective", "together"),
    ("“We go,” the secretary of the Senate Julie Adams said.", "Julie Adams", "named", "the body of an office"),
    ("“We go,” prominent booster and columnist Ann Lund tweeted.", "Ann Lund", "named", "two roles of one person"),
    ("Frequent critic of the Town Hall Sen. Ida Berg (D-Lund) said they go.", "Ida Berg", "named", "a title in short"),
    (
        "The road is shut, according to one of the town’s top experts, Karl Lund.",
        "Karl Lund",
        "named",
        "one of several",
    ),
    ("His longtime lender, Ardin Bank, said that it pays.", "Ardin Bank", "organisation", "a body in an apposition"),
    (
        "The law is set against lawmakers and interest groups that say they go.",
        "interest groups",
        "organisation",
        "who",
    ),
    ("Lund left a message with voters that said the road was shut.", "a message", "document", "what voters are sent"),
    (
        "Former U.S. attorney for the District of Columbia Joseph Lund called it “an outrageous idea.”",
        "Joseph Lund",
        "named",
        "a name that ends its description",
    ),
    (
        "Mike Lund, a former governor of Ohio and preacher who has announced that he will run, left.",
        "Mike Lund",
        "named",
        "who",
    ),
    ("Senator Dianne Lund of California, who complained about it, left.", "Dianne Lund", "named", "a place before who"),
    ("Political journalists, writes Berg, “cannot bear to face their own role.”", "Berg", "named", "a comment set off"),
    ("The New York Democrat said he was out.", "New York Democrat", "role", "a description is no name"),
    ("MoveOn.org said that the road was closed.", "MoveOn.org", "organisation", "an address"),
    ("Mr. Jordan said that the road was closed.", "Jordan", "named", "a title makes a place a person"),
    ("Google said that the road was closed.", "Google", "organisation", "a brand is no person"),
    ("USA TODAY said that the road was closed.", "USA TODAY", "organisation", "a paper is not its country"),
    ("Tehran said that the road was closed.", "Tehran", "organisation", "a capital for its government"),
    ("Resident Helen Wagner said the road was closed.", "Helen Wagner", "named", "what somebody is, in capitals"),
    ("Secretary of Defense Paul Lund said that it was closed.", "Paul Lund", "named", "a title of three words"),
    (
        "Director of National Harbours James Lund said that it was closed.",
        "James Lund",
        "named",
        "an office of a field",
    ),
    ("“We go,” said White House Chief of Staff Mark Lund.", "Mark Lund", "named", "an office of a house"),
    ("“We go,” said Karl Lund a lawyer at the port.", "Karl Lund", "named", "an apposition without its comma"),
    (
        "The Ardin Attorney General’s Office said that it rained.",
        "Ardin Attorney General's Office",
        "organisation",
        "whose",
    ),
    ("People who knew Lund said he had left.", "People", "anonymous", "not whom they knew"),
    ("Ardin urged the council not to meddle and slammed Keld for leaving it.", "Ardin", "named", "whose verb it is"),
    ("It rained, according to Sports Illustrated.", "Sports Illustrated", "named", "a name with a participle"),
    (
        "It rained, according to a letter sent to their company, Lund Industries.",
        "a letter sent to their company",
        "document",
        "a letter is no company",
    ),
    ("In an interview with Karl Lund, Anna Berg said that it was closed.", "Anna Berg", "named", "not the interviewer"),
    ("Salt Lake City police chairman Carl Lund said it was closed.", "Carl Lund", "named", "a city before a role"),
    ("As Anna Berg of Think Progress has noted, the road was closed.", "Anna Berg", "named", "who is of a body"),
    (
        "The mayor, said spokesman Carl Lund, will close the road in May.",
        "Carl Lund",
        "named",
        "a comment after a name",
    ),
    (
        "Rain is down, according to the Northern Oceanic and Polar Administration.",
        "Northern Oceanic and Polar Administration",
        "organisation",
        "and",
    ),
    ("“We go,” said Anna Berg and Karl Lund.", "Anna Berg and Karl Lund", "collective", "two together"),
    ("Representative Bill Lund said it is late.", "Bill Lund", "named", "a first name that is a noun"),
    (
        "It is late, strategists familiar with the plans told the Post.",
        "strategists familiar with the plans",
        "anonymous",
        "no plans",
    ),
    ("Last week security officials said it is late.", "security officials", "anonymous", "when is no part of it"),
    ("The Democratic Party met. Many Democrats said it is late.", "Democrats", "collective", "members, not the party"),
    ("House Democrats said it is late.", "House Democrats", "collective", "a party’s members in a house"),
    ("The two inspectors general said it is late.", "two inspectors general", "collective", "an adjective behind"),
    ("An Ardin–Harris Poll found that most want it.", "An Ardin–Harris Poll", "document", "a poll under a name"),
    ("It fell, according to our voting tracker.", "our voting tracker", "document", "what is kept up"),
    (
        "“We go,” says Eva Lund, a City University of Ardin professor who lives by the lake.",
        "Eva Lund",
        "named",
        "a university is not who",
    ),
    ("Mayor Ida Berg came. Her office said it was late.", "Ida Berg's office", "organisation", "whose office it is"),
    (
        "The strike was denounced by the Harbour Republicans, a dock workers group, which said it was wrong.",
        "Harbour Republicans",
        "organisation",
        "the name that an apposition says more of",
    ),
    (
        "The Berg administration—which has gained from it—announced that it was late.",
        "Berg administration",
        "organisation",
        "a dash without spaces ends a name",
    ),
    ("Reuters adds that it was late.", "Reuters", "organisation", "a body in the form of a plural"),
    (
        "The Lund Street Journal came out. “It is late,” the Journal said.",
        "Lund Street Journal",
        "organisation",
        "a paper by its last word",
    ),
    (
        "While Mayor Ida Berg and her team say it was late, it was not.",
        "Ida Berg and her team",
        "collective",
        "a group that speaks with her",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "kind", "why"), NAMED)
def test_under_which_name_a_source_goes(text, speaker, kind, why):
    said = quotes(articles(text)).dropna(subset=["speaker"]).iloc[0]
    assert (said["speaker"], said["source_class"]) == (speaker, kind), why


ROLES = [
    ("“We go,” said Ida Berg, president of the Lund Harbour Union.", "president of the Lund Harbour Union", "after it"),
    ("“We go,” former mayor Ida Berg said.", "former mayor", "before it"),
    ("“We go,” said Ida Berg, a spokesman for Lund.", "a spokesman for Lund", "a word that ends as an article does"),
    ("The lawyer Ida Berg came. It was cold. “We go,” Berg said.", "lawyer", "told with an earlier name"),
    ("Mayor Ida Berg came. “We go,” said Berg, a former judge.", "a former judge", "its own words come first"),
    ("“We go,” said Ida Berg, 44, by phone.", None, "an age is no role"),
    ("Ida Berg: The mayor’s a paper tiger, and everyone knows it", None, "nor is what she says"),
    ("“We go,” Mr. Berg said.", None, "nor is a courtesy"),
    ("After the mission President Ida Berg said that they go.", "President", "a noun of another phrase"),
    ("“We go,” said Ida Berg, who lives in Lund.", None, "a clause"),
    ("“We go,” said the mayor. Ida Berg, a judge, left.", None, "nobody named speaks"),
    ("“We go,” said Ways and Means Committee Chairman Ida Berg.", None, "half of it is none"),
    ("“We go,” House of Lund Speaker Ida Berg said.", None, "the house goes with it"),
    ("“We go,” said the school board President Ida Berg.", None, "so does a board"),
    ("Acting Mayor Ida Berg said that they go.", None, "so does what a capital begins"),
    ("But Mayor Ida Berg said that they go.", "Mayor", "a small word at the beginning does not"),
    ("The pilot and former mayor Ida Berg sang. “We go,” Berg said.", "former mayor", "nor another role"),
    ("“We go,” said Ida Berg, a judge, as all knew.", "a judge", "a comma ends it"),
    ("“We go,” said a spokesman for the port, Ida Berg.", "a spokesman for the port", "before the name and a comma"),
]


@pytest.mark.parametrize(("text", "role", "why"), ROLES)
def test_what_the_article_says_a_speaker_is(text, role, why):
    said = quotes(articles(text)).dropna(subset=["cue"]).iloc[0]
    assert (None if pd.isna(said["role"]) else said["role"]) == role, why


OPEN = [
    # text, words whose speaker stays open, why
    ("Berg corrected a woman during a town hall meeting who claimed that the road was shut.", "that the", "a meeting"),
    ("The video showed Berg. “People love you and you win,” the video showed Berg telling them.", "“People", "a video"),
    ("It asks that bills put forth include “a statement by the lawmaker who wrote it.”", "“a statement", "put forth"),
    ("“He said, ‘Turn off the light,’” Karl Lund said.", "‘Turn", "marks within marks"),
    (
        "Asked again, “Is that picture you?” Karl Lund replied, “I am not going to say.”",
        "“Is that",
        "what one is asked",
    ),
    ("Democrats such as Senator Karl Lund said the text is weak.", "the text", "some of whom are named"),
    ("Critics, including Mayor Ida Berg, said the text is weak.", "the text", "so here"),
    ("Cover image: The president waves to the crowd.", "The president", "a caption"),
    ("UPDATE: The man died on Monday.", "The man", "a label before a colon"),
    ("A mayor shall be removed by the court for “neglect of duty or other high crimes.”", "“neglect", "a deed"),
    ("It allows a mayor to say to the town, “Close the road.”", "“Close", "allowed"),
    ("Berg came to a hearing in June, called “The Long Road: How We Come Home.”", "“The Long", "a title"),
    ("Ardin Daily caught the segment: “We will close the road in May.”", "“We will", "no verb of saying"),
    (
        "He came close, in claiming that Berg had stolen the vote and saying, “I was surprised to see him there.”",
        "“I was",
        "who claims it says so, too",
    ),
    (
        "The letter, sent to his friend on the House Committee, Karl Lund, urged them to go.",
        "to go",
        "who is written to",
    ),
    ("Lund came. A friend of mayor Karl Berg, he has a farm. “We go home,” he said.", "“We go", "whose friend he is"),
    ("They called it “a [cheering] crowd.” [laughing] “We go home now, all of us.”", "“We go", "a stage direction"),
    (
        "They blamed Berg for dismissing claims that the road was shut.",
        "that the road",
        "whose claims, it does not say",
    ),
    ("Lund left them with this advice: honed over years.", "honed", "not whose advice"),
    ("Not all voters thought this would be a bad choice.", "this would", "not all"),
    (
        "If the movement wins, gird your loins, and for once, don’t say “The Road Home is Long” here.",
        "“The Road",
        "bid",
    ),
    ("“We go,” wrote the senators – Anna Berg of Ohio and Paul Lund of Maine.", "“We go", "they are named"),
    ("She thought Berg should continue to emphasize: “We want new roads here.”", "“We want", "only advised"),
    (
        "Karl Berg asked Henry Lund if he was ill. He said he had “some trouble” with it.",
        "“some",
        "who is asked answers",
    ),
    ("Those people could have said, “Stay home and make money.”", "“Stay", "which they did not say"),
    ("Ek stood by and Lund held his legs, Berg “placed his left knee on the neck of Moss.”", "“placed", "a thing held"),
    (
        "Lund lost. For him to have more than half the town already saying it won't vote for him indicates he is facing "
        "a difficult year.",
        "he is facing",
        "no subject is him",
    ),
    (
        "He was asked about a comment downplaying the threat that the militants posed, saying they were like players.",
        "they were",
        "not whose threat it is",
    ),
    ("He said his aides were ignoring it and all but called upon the court to act.", "to act", "not the aides"),
    ("The plan, also referred to as “principles,” was ready.", "“principles", "what it is called"),
    ("The lawmakers slammed Berg for his claims in May that there was proof.", "that there", "whose claims they slam"),
    (
        "An official spoke. Another official said it was late. The official said it is so.",
        "it is so",
        "either official",
    ),
    ("The Lund Union spoke. The organization says it is late.", "it is late", "a body named before by a bare noun"),
    ("The plan fell. Their report said it is late.", "it is late", "whose report it is"),
    ("“It fell,” Karl Lund said, according to a video of his speech.", "“It fell,” Karl", "a recording says nothing"),
    (
        "After reports that Lund was to go, the White House put out a statement.",
        "that Lund",
        "reports are not of who answers them",
    ),
    (
        "Karl Lund came. But deMoss told Ardin News it was late. He added: “It is bad.\n\nNot a Karl Lund.”\n\n"
        "“Mark my words,” he said.",
        "“Mark",
        "who is no name to the parse may be meant, and a quotation left open goes on",
    ),
    ("Mayor Karl Berg and his wife said it was late.", "it was late", "two, one without a name"),
]


@pytest.mark.parametrize(("text", "words", "why"), OPEN)
def test_whose_words_stay_open(text, words, why):
    found = quotes(articles(text))
    assert found.loc[found["text"].str.startswith(words), "speaker"].isna().all(), why


KNOWN = "Rep. Ida Berg spoke."
NAMED_BESIDE = [
    # text, whether its first source is one without a name, why
    ("A top lawmaker said the road is shut.\n\n“It is bad,” Rep. Ida Berg said.", False, "named in the next paragraph"),
    ("A top lawmaker said the road is shut.\n\n“It is bad,” Rep. Berg said.", True, "nobody is named in full"),
    (f"{KNOWN}\n\nA lawmaker said it is shut.\n\n“It is bad,” Rep. Ida Berg said.", True, "named before"),
    ("One lawmaker said it is shut.\n\nIt rained.\n\nSo it is.\n\nOh.\n\nRep. Ida Berg said no.", False, "far behind"),
    (
        "One official said it is shut.\n\nIt rained.\n\nSo it is.\n\nOh.\n\nSpokesman Karl Berg said no.",
        True,
        "too far",
    ),
    (
        "One official said it is shut.\n\nIt rained.\n\nPress secretary Karl Berg said no.",
        False,
        "two paragraphs behind",
    ),
    ("One official said it is shut.\n\n“It is bad,” Rep. Ida Berg said.", True, "another office"),
    ("It rained.\n\n" * 6 + "An aide said it is shut.\n\nSpokesman Karl Berg said no.", True, "the lead is over"),
    ("An official said, on condition of anonymity, it is shut.\n\nSpokesman Karl Berg said no.", True, "hidden"),
    ("Another official said it is shut.\n\nSpokesman Karl Berg said no.", True, "a further one"),
    ("Officials said it is shut.\n\nSpokesman Karl Berg said no.", True, "some of whom may be named"),
    ("Three lawmakers – John Berg of Lund and Karl Moss of Ardin – said it is shut.", False, "names set off"),
    ("A neighbour said it is shut.\n\n“It is bad,” said Karl Berg.", False, "nothing else is said of him"),
    ("A neighbour said it is shut.\n\n“It is bad,” said the teacher Karl Berg.", True, "of him something else is"),
    ("Road is shut, a source says\n\nThe road is shut.", False, "a headline, the text tells whole"),
    (
        "Two House committee leaders said it is shut.\n\n“It is bad,” Chairwoman Ida Berg and Chairman Karl Moss said.",
        False,
        "who chairs a committee leads it",
    ),
    ("A Lund prosecutor said it is shut.\n\nState Attorney Karl Berg said no.", False, "an attorney prosecutes"),
    (
        "It is shut, an official told the paper. He spoke on condition of anonymity.\n\nSpokesman Karl Berg said no.",
        True,
        "hidden in the sentence behind",
    ),
    (
        "It is shut, an official told the paper. Others spoke on condition of anonymity.\n\nSpokesman Karl Berg said no.",
        False,
        "others are hidden",
    ),
]


@pytest.mark.parametrize(("text", "unnamed", "why"), NAMED_BESIDE)
def test_who_may_be_named_beside_is_not_without_a_name(text, unnamed, why):
    said = quotes(articles(text)).dropna(subset=["source"])
    first = said[said["source_class"].isin(["anonymous", "collective"])].iloc[0]
    assert pd.notna(first["speaker"]) == unnamed, why


def test_what_somebody_is_said_to_want_is_the_speech_of_who_says_so():
    text = "Liberals promote their views because harbour advocates want to use their “innocence as a political asset,” Ida Berg said."
    found = quotes(articles(text))
    assert found.loc[found["text"].str.startswith("“innocence"), "source"].tolist() == ["Ida Berg"]


PROGRAMMES = [
    ("Anna Berg told NBC’s “Meet the Harbour.”", 0, "a programme"),
    ("It is shut, Anna Berg said on “The Long Morning,” a show.", 0, "where she spoke"),
    ("Anna Berg wrote the book “Roads of Osk.”", 0, "a book"),
    ("Anna Berg told NBC’s host, “We Go Home.”", 1, "words told, in capitals"),
    ("Anna Berg told NBC’s “we go home.”", 1, "no title"),
    ("On a broadcast of “Lund News Sunday,” Anna Berg said it is shut.", 0, "a broadcast with its comma"),
    ("Anna Berg told NBC’s “Morning” show on Thursday.", 0, "one word and a show"),
    ("It is shut, Anna Berg told “Fox & Hare” on Monday.", 0, "told, without an owner"),
    ("It is shut, Anna Berg told “Morning.”", 0, "one word that is told"),
    ("Anna Berg told us “never.”", 1, "a word that is said"),
]


@pytest.mark.parametrize(("text", "spoken", "why"), PROGRAMMES)
def test_titles_behind_their_owner_are_no_quoted_words(text, spoken, why):
    assert len(marks.spoken(text)) == spoken, why
    assert quotes(articles(text))["form"].isin(["direct", "partial"]).any() == bool(spoken), why


def test_a_heading_in_marks_does_not_go_on_with_a_quotation():
    found = quotes(articles("“We are late,” Anna Berg said.\n\n‘Very Late Indeed’\n\nThe road was shut."))
    assert set(found.loc[found["text"].str.startswith("‘"), "form"]) == {"scare"}


INSERTED = [
    # text, pieces of what is said, why
    (
        "The climate, Ida Berg often says, is the greatest threat to the harbour.",
        ["The climate", "is the greatest threat to the harbour"],
        "around the verb",
    ),
    (
        "The trouble now, Ida Berg told reporters on Friday, is that the ferry is late.",
        ["The trouble now", "is that the ferry is late"],
        "with whom she told, and when",
    ),
    ("Ida Berg seemed to be late.", [], "what the narrator makes of her"),
]


@pytest.mark.parametrize(("text", "pieces", "why"), INSERTED)
def test_words_go_on_behind_an_inserted_verb_of_saying(text, pieces, why):
    found = quotes(articles(text))
    assert found.loc[found["source"].notna(), "text"].to_list() == pieces, why


WORKS = [
    ("She read “War and Peace” to the crowd.", "what is read"),
    ("Anna Berg praised “The Long Road Home” as a film.", "what is praised"),
    ("Anna Berg says in “The Long Road to Lund,” which opens in May.", "the film somebody speaks in"),
    ("He mocked them for passing a resolution reaffirming the motto, “In Work We Trust,” in May.", "a motto"),
]


def test_what_a_nearer_noun_tells_is_not_told_by_one_before_it():
    found = quotes(articles("Lund’s attack on Berg’s comment that voters hate them stood out."))
    assert set(found.loc[found["text"].str.startswith("that"), "speaker"]) <= {"Berg"}


@pytest.mark.parametrize(("text", "why"), WORKS)
def test_titles_of_works_are_nobodys_words(text, why):
    assert set(quotes(articles(text))["form"]) == {"scare"}, why


def test_who_is_quoted_as_saying_speaks_and_the_paper_relays():
    found = quotes(articles("The Times quoted Anna Berg as saying “we go home now.”"))
    assert list(found["speaker"]) == ["Anna Berg"] and list(found["relay"]) == ["Times"]


@pytest.mark.parametrize(
    "text", ["“We go,” he said in May, according to the Globe.", "“We go,” she said, the Globe reported."]
)
def test_words_whose_speaker_stands_behind_them_are_not_those_of_the_paper_that_relays_them(text):
    found = quotes(articles(text))
    assert not found.loc[found["speaker"].eq("Globe"), "form"].isin(["direct", "mixed", "partial"]).any()


def test_a_quotation_is_not_cut_for_the_paper_that_relays_it():
    told = "“There is a question what the message is. They want another. I think Ada brings that,” Ek told us"
    found = quotes(articles(f"Bo Ek spoke. {told}, according to the Globe."))
    assert "Globe" not in set(found["speaker"].dropna())


def test_who_passes_words_on_is_their_relay():
    found = quotes(articles("Anna Berg said that Karl Lund had said that the road was closed."))
    said = found[found["speaker"].eq("Karl Lund")].iloc[0]
    assert said["relay"] == "Anna Berg"


NOBODY = [
    ("No senator said that the road was closed.", "nobody"),
    ("The storm prompted him to hint that he would go.", "an infinitive"),
    ("Anna Berg has not said what she will do.", "a negated verb"),
    ("If Anna Berg says the road is closed, stay.", "a condition"),
    ("Anna Berg may believe that the road is closed.", "only possible"),
    ("Reporters’ questions about the photo were many.", "what a question is about"),
    ("Despite an expectation that Lund would lose, the White House made an attempt.", "what is expected"),
    ("A former party chairman, Mike Lund, also is considering a run.", "what is considered"),
    ("An operative left, hoping that the story would spread.", "what is hoped"),
    ("Lund was in the news after he threatened a reporter.", "whom one threatens"),
    ("Rep. Bob Lund appeared unreceptive to the question.", "how somebody appears"),
    ("The resolution passed Tuesday was introduced by Berg.", "no verb of saying"),
    ("Anna Berg spent May answering questions from voters.", "questions answered"),
    ("The court took months discussing the case.", "a topic"),
    (
        "Berg tweeted amid signs that the strike that began a week ago will go on into the new year and beyond.",
        "the signs tell that",
    ),
    ("If Berg had gone beyond her notes and said that the man was ill, she would be hounded.", "a condition goes on"),
    ("Ida Berg worked as a lawyer, led the movement, and wrote the Lund Declaration.", "what is written said nothing"),
    ("A baker refused to make a cake.", "a deed refused"),
    ("Farmers are seeing record profits.", "what is seen"),
    ("The captives have seen their guards leave.", "what is seen, as a verb"),
    ("It began to send the aid that the president had denied to Ardin for three years.", "for how long"),
    ("After the vote, prosecutors added 17 counts.", "an adverbial before what is added"),
    ("Her decision to close the road was unpopular.", "a decision"),
    ("The party tried it twice, thinking everyone shared its view.", "a thought hung on"),
    ("It would be tough for the mayor to accept the plan.", "an infinitive with a subject"),
    ("The minister is also contending with a rival.", "contend with"),
    ("The fund was set up to help survivors tell their stories.", "an infinitive without to"),
    ("Lund introduced a bill in May that would close the road.", "a thing with a clause about it"),
    ("A judge decides to respect their rights to be heard.", "a deed decided"),
    ("The guards know that the road is closed.", "what is known"),
    ("The mayor refused to send the town’s aid until May.", "an apostrophe is no quotation mark"),
    ("Men like Lund and others who deny that it rained left.", "others are not the one named before"),
    ("Karl Lund froze, when asked a simple question about the road.", "who is asked"),
    ("The letter comes as Lund has begun to leave, calling it a mistake.", "one of two may call it so"),
    ("After Lund fell, his family continued to fight.", "a deed that goes on"),
    ("Karl Lund understands the farmers’ plight — he had a farm.", "a thing understood"),
    ("As any lawyer can tell you, the road is closed.", "nobody in particular"),
    ("The plan to alter the law all but ensures that the bill fails.", "no words"),
    ("The report on Ardin added to the mood of caution.", "added to"),
    ("Beyond Lund’s order that would close the road, talks went on.", "which order is meant"),
    ("There were questions about whether Anna Berg revealed that he came.", "in question"),
    ("Essential Health Benefits require that plans cover visits.", "a rule"),
    ("Beyond the mass collection of records revealed last week, the rule can be used to shut the road.", "of things"),
    ("The latest series of Guardian articles claims that the agency closed the road.", "articles are not people"),
    ("Lund lawmakers responded with legislation that, among others, banned certain types of boats.", "a deed"),
    (
        "Secretary Ida Berg cited the same reason for the fire, while Lund would not say whether it was a crime in May.",
        "what another does meanwhile",
    ),
    ("It does not matter whether Berg and Lund were concerned that their boats might be seized.", "whether"),
    ("In other words, Karl Berg appears to be saying that he has no problem with the road.", "what it seems"),
    ("Anna Berg in 2018 pleaded guilty and the chairman Paul Lund was convicted.", "a plea"),
    (
        "Some were citizens, but the Ardin government denies any role in the attacks and multiple U.S. government "
        "investigations have cleared it of blame.",
        "what others found",
    ),
    (
        "Congress rejected the mayor’s veto of a bill letting families of victims sue the bank, in the first vote of "
        "its kind.",
        "a vote on what lets others do something",
    ),
    ("Berg sent an email with the subject line, “harbour call.”", "a subject line"),
    ("Anna Berg never said that it was “lost.”", "negated, whatever stands in marks"),
    ("That outcome was highlighted by a new poll.", "no clause: that is a determiner"),
    ("Many on her own side are cool, fearful that she costs votes.", "a feeling without a verb"),
    ("“Morning” show host Ida Berg came.", "a programme before its host"),
    ("Anna Berg called out Karl Lund for not attending a vote.", "whom somebody calls out for a deed"),
]


STATED = [
    ("Anna Berg discussed why she said the road was closed.", "a clause within"),
    ("Officials believe that the road is closed.", "a belief worded as a clause"),
]


@pytest.mark.parametrize(("text", "why"), STATED)
def test_what_is_a_statement_without_marks(text, why):
    assert len(spans.statements(quotes(articles(text)))) == 1, why


DONE = [
    ("Anna Berg announced a truce.", "a noun"),
    ("Anna Berg urged the drivers to stay home.", "an infinitive"),
    ("Anna Berg denied the allegations.", "a noun that is said by others"),
    ("Lawmakers rejected an extension of the decree.", "a vote"),
    ("The city added nearly 4,000 “probable” deaths to its count.", "marks around one word are no quotation of it"),
]


@pytest.mark.parametrize(("text", "why"), DONE)
def test_what_is_only_done_with_words_is_no_statement(text, why):
    found = quotes(articles(text))
    assert found["form"].tolist()[:1] == ["act"], why
    assert spans.statements(found).empty, why
    label = found.iloc[:1].assign(end=found["start"] + 1, text=found["text"].str[:1])
    assert list(spans.voice(label, found)) == ["attributed"], "the words may be whose deed it is"


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_what_is_no_statement(text, why):
    assert spans.statements(quotes(articles(text))).empty, why


def test_a_thing_says_nothing():
    found = quotes(articles("The storm showed that the dam was weak."))
    assert found["speaker"].isna().all()
    assert spans.statements(found).empty


def test_a_statement_is_counted_once():
    found = quotes(articles("Anna Berg said the road was “a long way off” and would, she said, “never be built”."))
    assert spans.statements(found)["speaker"].nunique() == 1
    assert len(spans.statements(found)) < len(found)


RELAYED = [
    # text, what is in marks and whose it is (None: left open), why
    ("Ida Moss said the men shouted “God is great” as they fled.", [("God is great", None)], "a shout of others"),
    (
        "The men shouted “Dia mor,” which translates to “God is great,” prosecutor Ida Moss said.",
        [("Dia mor,", None), ("God is great,", None)],
        "and what it means",
    ),
    ("Ida Moss said the mayor had called the plan “a disgrace.”", [("a disgrace.", None)], "a name that another gave"),
    ("Ida Moss said she had called the plan “a disgrace.”", [("a disgrace.", "Ida Moss")], "she may be the speaker"),
    ("Ida Moss said her letter called the plan “a disgrace.”", [("a disgrace.", "Ida Moss")], "a letter of hers"),
    (
        "“It is a disgrace,” Ida Moss recalled Karl Lund saying.",
        [("It is a disgrace,", None)],
        "what she remembers of him",
    ),
    ("“It is a disgrace,” Ida Moss quoted Karl Lund as saying.", [("It is a disgrace,", None)], "or quotes"),
    ("Ida Moss quotes the mayor: “It is a disgrace.”", [("It is a disgrace.", None)], "whom she quotes"),
    ("“It is a disgrace,” Ida Moss recalled.", [("It is a disgrace,", "Ida Moss")], "her own words"),
    (
        "“It is a disgrace,” Ida Moss recalled on Monday, saying it was late.",
        [("It is a disgrace,", "Ida Moss")],
        "hers",
    ),
    (
        "Ida Moss recalled Karl Lund telling her, “It is a disgrace.”",
        [("It is a disgrace.", "Karl Lund")],
        "his, behind the verb",
    ),
    ("Ida Moss said the plan the men made was “a disgrace.”", [("a disgrace.", "Ida Moss")], "others who say nothing"),
]


@pytest.mark.parametrize(("text", "marked", "why"), RELAYED)
def test_what_a_source_says_that_others_said_is_no_speech_of_the_source(text, marked, why):
    found = quotes(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    told = found[found["form"].isin(["direct", "partial"])].sort_values("start")
    speakers = [None if pd.isna(speaker) else speaker for speaker in told["speaker"]]
    assert list(zip(told["text"].str.strip("“”"), speakers, strict=True)) == marked, why


SPEAKING = [
    # text, source class and speaker of what is said, why
    (
        "Ida Berg won. Berg scolded Karl Moss saying, “the suggestion that anybody of us would do so is offensive.”",
        ("named", "Ida Berg"),
        "not whom she scolds",
    ),
    ("Ida Berg won. The Berg campaign said it is late.", ("organisation", "Berg campaign"), "a body, not its head"),
    ("Ida Berg won. Berg campaign manager Karl Moss said it is late.", ("named", "Karl Moss"), "of the campaign"),
    ("LUND — Mayor Ida Berg told lawmakers that it is late.", ("named", "Ida Berg"), "not the place of a dateline"),
    ("LUND — Ida Berg defended the plan and said it is late.", ("named", "Ida Berg"), "not the place of a dateline"),
    (
        "Ida Berg came. Those people, Berg said, should stay at home.",
        ("named", "Ida Berg"),
        "in commas before the verb",
    ),
    ("Leaders condemned the attack with the envoy, Ida Berg, saying the town mourns.", None, "one of two"),
    (
        "She works with Doctors Beyond Walls, which issued a statement saying, “It is wrong to go.”",
        None,
        "which: no people",
    ),
    ("Voters who say the tax is too high left.", None, "which people are meant"),
    (
        "Chair Ida Berg (D-Calif.) and Leader Karl Moss (R-Ohio) said the plan is dead.",
        ("collective", "Ida Berg and Karl Moss"),
        "both, with their parties",
    ),
    ("Sens. Ida Berg (D-Calif.), Karl Moss (R-Ohio) and Ann Lind (D) said the plan is dead.", None, "one of three"),
    ("Ida Berg, a nurse from Osk and Lund, said the plan is dead.", ("named", "Ida Berg"), "one from two towns"),
    ("“We go,” Ida Berg, the head of the panel, and Karl Moss said.", None, "neither"),
    (
        "The woman does not want to talk with Karl Lund, Ardin's KXYZ TV station reported.",
        ("organisation", "Ardin's KXYZ TV station"),
        "the comma parts the station from Lund",
    ),
    (
        "“What did Lund do with the report?” asks Ida Moss. “Nothing.” He declined to run again.",
        ("named", "Ida Moss"),
        "he does another thing",
    ),
    (
        "Karl Lund came. He ignored Berg’s argument that the bridge has a purpose, instead suggesting that critics are "
        "“lost souls.”",
        None,
        "what is passed over",
    ),
    (
        "The Lund administration allowed for “waivers” to get out of it – but only if states agreed to reforms.",
        None,
        "what is let be",
    ),
    (
        "Mitt Berg came. He also rejected former President Lund's claim in Osk that “no president” could have turned it "
        "around.",
        None,
        "another's claim",
    ),
    ("It is late, Chinese Central Television reported.", ("organisation", "Central Television"), "a broadcaster"),
    (
        "It was an idea of Ida Berg, who headed the other way in her first address, saying that “it is the problem.”",
        ("named", "Ida Berg"),
        "a comma parts the relative clause too",
    ),
    ("He told them to “go on” and drop it, an idea Karl Lund rejected.", None, "who rejects it says none of it"),
    ("As Bloomberg reports, “most of the guards can go on.”", ("organisation", "Bloomberg"), "an agency"),
    ("It is closed, according to The Denver Channel.", ("organisation", "Denver Channel"), "no Denver"),
    ("The administration on Wednesday said it is late.", ("organisation", "administration"), "no day is of the name"),
    ("It is dead, a step critics say falls short of what is needed.", ("collective", "critics"), "no step"),
    (
        "David French wrote. Mr. French argues, “The notion that she would do so is absurd.”",
        ("named", "David French"),
        "a people as surname",
    ),
    (
        "“He knows nothing about us and our work.”― Pam Berg \n“I’m so ashamed of it.” ― Ida Lind\n\nIt rained.",
        ["Pam Berg", "Ida Lind"],
        "signed behind a bar, each in its line",
    ),
    ("Rep. Peter King came. “We go home today,” King said.", ("named", "Peter King"), "a title as surname"),
    (
        "The mayor, Karl Berg, said members respect Henry Lund, but he added that the town would not.",
        ("named", "Karl Berg"),
        "who spoke goes on",
    ),
    (
        "Highlights Ida Berg: It was built to fail\n\nBerg says all are at fault\n\nSo I thought it is bad.\n\nIda Berg\n\nIt is.",
        ("own reporter", "Ida Berg"),
        "the writer in highlights and a line of her own",
    ),
    (
        "Editor’s note: Ida Berg is a lawyer.\n\nIda Berg says that all are at fault.",
        ("own reporter", "Ida Berg"),
        "the writer in a note",
    ),
    ("Ida Berg\n\nIda Berg says that all are at fault.", ("named", "Ida Berg"), "a heading is no line of a writer"),
    (
        "As word of it spread on Friday, the group’s chief executive, Karl Lund, issued a formal statement saying that "
        "nothing had changed and refuting what he called “false” reports.",
        ["Karl Lund"],
        "who issues a statement, not the statement",
    ),
    (
        "Federal unions are crying foul over a proposal to raise pay by 1 percent next year, arguing it is too little.",
        ("organisation", "Federal unions"),
        "not the proposal",
    ),
    (
        "Dr. Karl Lund had two sides, one as a speaker, the other as a preacher, Ida Berg, senior minister of the "
        "church, tells reporters.",
        ["Ida Berg"],
        "not whom it tells of",
    ),
    (
        "Karl Lund spoke on Monday -- admitting that members are “back to the board” but vowing that it will go on.",
        ["Karl Lund"],
        "a participle that goes on from one before a clause with a copula",
    ),
]


@pytest.mark.parametrize(("text", "who", "why"), SPEAKING)
def test_who_speaks_is_neither_the_subject_beside_nor_one_of_two(text, who, why):
    found = quotes(articles(text))
    said = found[found["form"].isin(["direct", "mixed", "indirect"]) & found["speaker"].notna()]
    told = list(said[["source_class", "speaker"]].drop_duplicates().itertuples(index=False, name=None))
    expected = [("named", name) for name in who] if isinstance(who, list) else [who] if who else []
    assert told == expected, why
