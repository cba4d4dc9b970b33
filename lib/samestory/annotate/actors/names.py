"""The names in a parse: capitalised stretches, each with the title before it and the kind of actor it seems to be."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from samestory import known
from samestory.annotate import reporting
from samestory.annotate.actors import genders, lookup
from samestory.annotate.clauses.grammar import TIMES
from samestory.calendar import MONTHS, SHORT, WEEKDAYS
from samestory.corpus import parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

CALENDAR = {*WEEKDAYS, *MONTHS, *SHORT, "easter", "christmas", "ramadan", "gmt", "am", "pm"}
PARTICLES = known.words("particles of names")
BODIES = known.words("words that end the names of bodies")
PAPERS = known.words("words that end the names of papers")
# Bodies whose names go on with what they are for ("Center on Budget and Policy Priorities").
NAMED_BY_AIM = known.words("bodies named by their aim")
NO_FIRST_NAMES = known.words("words that begin no name of a person")
PLACED = known.words("prepositions of place before a name")
TOWARDS = {"from", "into", "around", "toward", "towards"}  # also of persons: “a letter from Ida Berg”
MOVING = known.words("verbs of moving to a place")
# What stands between the words of a body's name, and the endings of the fields that bodies are for.
OF, LINKED = {"of", "for", "on", "under", "against"}, {"of", "for", "on", "to", "against", "and"}
FIELD = re.compile(
    r"(?:tion|ment|ity|ing|ure|ance|ence|ics|ogy|form|fare|alth|fense|fence|sight|rade|our|abor|licy|dget|ergy)$"
)
HYPHENS = ("-", "–")
ADDRESS = re.compile(r".+\.(?:com|org|net|gov|edu|co|tv)$", re.I)
OPENING_MARKS = {"“", "‘", '"', "'", "«", "„"}
OPENING_WORDS = set("a an and as at by for from in into is of on the to with after over".split())
ANY = {"a", "an", "another", "every", "each"}
PARTY = re.compile(r"(?:Rep(?:ublican)?|Dem(?:ocrat)?|[DRI])-")  # "D-N.C." after a name


PARTY_LETTER = re.compile(r"[DRI]")
MOSTLY_PERSON = 0.5
LONGEST_ROLE = 12  # words before a name
IDEAS = ("cognition", "communication", "motive", "feeling")
COURTESIES = known.words("courtesies before a name")
TITLED = ("place", "organisation")  # that may be a person's surname: “Mayor Bloomberg”
# What names of places end with.
PLACES = known.words("words that end the names of places")
# Bodies whose names join two fields ("Food and Drug Administration").
JOINED = known.words("bodies whose names join two fields")
LABELS = 2  # lines of a transcript that a speaker's name in capitals stands before


class Name(NamedTuple):
    """A name in a parse: token numbers of the bare name, the title before it, the country of that title, its words."""

    start: int
    end: int
    title: str
    country: str | None
    described: int
    words: tuple[str, ...]


def names(doc: Doc) -> list[Name]:
    """The names of a parse in the order of the text, without titles, months, and demonyms used as adjectives."""
    found = [name for start, end in _stretches(doc) for name in _named(doc, start, end)]
    found = [name for name in found if not _only_begins(doc, name, found) and not _is_one_of_many(doc, name, found)]
    found = sorted([*found, *_surnames_missed(doc, found)])
    single = {word for name in found for word in name.words if "-" not in word}
    return [part for name in found for part in _parted(doc, name, single)]


def _surnames_missed(doc: Doc, found: list[Name]) -> Iterator[Name]:
    """Surnames of full names that the parse takes for other words (“Schiff told …” at the start of a sentence)."""
    surnames = {name.words[-1] for name in found if len(name.words) > 1}
    taken = {i for name in found for i in range(name.described, name.end)}
    for token in doc:
        fits = token.text in surnames and token.text[0].isupper() and not token.is_upper
        if not fits or token.i in taken or token.lower_ in BODIES:
            continue
        other = _is_title(token.text) or token.text in lookup.load().adjectives
        if _is_alone(token) if other else token.pos_ in ("NOUN", "ADJ"):
            start = token.i - 1 if token.i and token.nbor(-1).lower_.rstrip(".") in COURTESIES else token.i
            yield Name(token.i, token.i + 1, _title(doc, start, token.i), None, start, (token.text,))


def _is_alone(token: Token) -> bool:
    """Whether a name that may be a title or a people stands for one person: the subject, with nothing but Mr. by it."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    named = token.tag_ == "NNP" and token.dep_ in ("nsubj", "nsubj:pass") and after.pos_ in ("VERB", "AUX", "ADV")
    return named and all(c.lower_.rstrip(".") in COURTESIES for c in token.children)


def _only_begins(doc: Doc, name: Name, found: list[Name]) -> bool:
    """Whether one capitalised word is no name: the first of a sentence or quotation before a noun, or numbered.

    So in “Porn star Y”, “‘Mama, look’”, “Article 1”; where the article has the word in another name, it is one.
    """
    if len(name.words) > 1 or name.title or any(o is not name and name.words[0] in o.words for o in found):
        return False
    token, after = doc[name.start], doc[min(name.end, len(doc) - 1)]
    opened = name.start > 0 and doc[name.start - 1].text in OPENING_MARKS
    first = (token.is_sent_start or opened) and token.text not in lookup.load().names
    only = first and (opened or (token.dep_ == "compound" and after.pos_ == "NOUN"))
    return (only and not token.is_upper) or after.like_num


def _is_one_of_many(doc: Doc, name: Name, found: list[Name]) -> bool:
    """Whether one capitalised word says what somebody is, and is never a name of its own here: “a former Marine”."""
    same = [other for other in found if other.words[-1:] == name.words]
    alone = len(name.words) == 1 and not name.title and name.words[0] not in lookup.load().names
    return alone and all(len(o.words) == 1 and any(c.lower_ in ANY for c in doc[o.start].lefts) for o in same)


def _parted(doc: Doc, name: Name, known: set[str]) -> Iterator[Name]:
    """Both names of a pair ("the Trump-Putin meeting"), where each is named alone elsewhere; else the name itself."""
    hyphens = [i for i in range(name.start + 1, name.end - 1) if doc[i].text in HYPHENS]
    if len(name.words) == 1 and len(hyphens) == 1 and known.issuperset(re.split("[-–]", name.words[0])):
        for start, end in ((name.start, hyphens[0]), (hyphens[0] + 1, name.end)):
            yield Name(start, end, "", None, start, (doc[start:end].text,))
    else:
        yield name


def _stretches(doc: Doc) -> Iterator[tuple[int, int]]:
    i, shouted = 0, _shouted(doc)
    while i < len(doc):
        end = i
        while end < len(doc) and _continues(doc, i, end, shouted):
            end += 1
        while end > i and not _ends(doc[end - 1], i, shouted):
            end -= 1
        if end > i:
            yield i, end
        i = max(end, i + 1)


def _ends(token: Token, start: int, shouted: set[int]) -> bool:
    """Whether a name begun at `start` can end with a token."""
    return _is_capital(token, shouted) or (
        token.i > start
        and (_is_second_half(token) or _is_surname(token, shouted) or _is_of_body(token, start, shouted))
    )


def _is_of_body(token: Token, start: int, shouted: set[int]) -> bool:
    """Whether a capitalised word belongs to the name of a body begun before, whatever word class it seems."""
    if token.doc[start : token.i + 1].text in lookup.load().names:
        return True  # “USA Today”
    linked = any(t.lower_ in OF for t in token.doc[start + 1 : token.i])
    named = token.text[0].isupper() and token.i not in shouted and token.lower_.rstrip(".") not in CALENDAR
    return named and token.text not in lookup.load().adjectives and (linked or token.lower_ in BODIES)


def _continues(doc: Doc, start: int, here: int, shouted: set[int]) -> bool:
    """Whether a token goes on with the name begun at `start`."""
    token = doc[here]
    if here > start and (token.is_sent_start or _begins_person(doc, start, here)):
        return False
    if here > start and (
        _is_second_half(token) or (token.text == "-" and here + 1 < len(doc) and _is_second_half(doc[here + 1]))
    ):
        return True
    if _is_capital(token, shouted) or (
        here > start and (_is_surname(token, shouted) or _is_of_body(token, start, shouted))
    ):
        return True
    if here == start and _begins_body(token, shouted):
        return True
    if here == start or here + 1 >= len(doc):
        return False
    after = doc[here + 2] if doc[here + 1].text in HYPHENS and here + 2 < len(doc) else doc[here + 1]
    follows = _is_capital(after, shouted) or after.lower_ in ("the", "al") or _is_aim(doc, here)
    follows = follows or (doc[here - 1].lower_ in NAMED_BY_AIM and _may_be_aim(after, shouted))
    follows = follows or (_is_linked(doc, start, here) and _may_be_aim(after, shouted))
    if token.text in HYPHENS or token.lower_ in PARTICLES:
        return follows and not (token.text in HYPHENS and (token.whitespace_ or doc[here - 1].whitespace_))
    return _links(doc, start, here, follows) or (
        token.lower_ == "of" and follows and _is_title(doc[here - 1 : here + 2].text)
    )


def _links(doc: Doc, start: int, here: int, follows: bool) -> bool:
    """Whether a small word goes on with the name of a body: “Department of Health and Human Services”."""
    token, before = doc[here].lower_, doc[here - 1]
    if token in ("the", "a"):
        return before.lower_ in OF | {"in"} and doc[here + 1].text[0].isupper()
    linked = _is_linked(doc, start, here)
    if token == "and" and follows and _joins_fields(doc, start, here):
        return True
    if token == "in" and linked:
        return doc[here + 1].lower_ == "the" and doc[here + 2 : here + 4].text.istitle()  # “in the Public Interest”
    if token == "&" and follows:
        return _is_firm(doc, here)
    if not follows or not (linked or before.lower_ in BODIES | NAMED_BY_AIM or _is_crowd(doc, start, here)):
        return False
    if token == "of" and before.lower_ in BODIES | NAMED_BY_AIM:
        return True
    if not linked:
        deed = token == "to" and not _is_named(doc[here + 1].text)
        aim = deed or token in OF - {"of"} | {"without"}
        return aim and (before.lower_ in NAMED_BY_AIM or _is_crowd(doc, start, here))
    return token in LINKED and before.text[0].isupper() and (token in OF or _is_field(doc[here + 1]))


def _is_linked(doc: Doc, start: int, here: int) -> bool:
    """Whether a preposition stands in the name of a body so far: “Center on Budget”."""
    return any(t.lower_ in OF for t in doc[start + 1 : here])


def _is_named(word: str) -> bool:
    """Whether a word is a first name, or the name of a place or body."""
    return word in lookup.load().names or genders.of_first_name(word) is not None


def _may_be_aim(token: Token, shouted: set[int]) -> bool:
    """Whether a word with a capital may tell what a body is for, whatever word class it seems: no month, no people."""
    plain = token.lower_.rstrip(".")
    capital = token.text[0].isupper() and token.i not in shouted and plain not in CALENDAR and not token.is_upper
    return capital and token.text not in lookup.load().adjectives and plain not in BODIES


def _begins_body(token: Token, shouted: set[int]) -> bool:
    """Whether a capitalised noun begins the name of a body that tells its aim: “Commission on Civil Rights”."""
    after = token.doc[token.i + 1 : token.i + 3]
    named = token.text[0].isupper() and token.i not in shouted and token.lower_ in NAMED_BY_AIM
    return named and len(after) == 2 and after[0].lower_ in OF | {"to"} and _may_be_aim(after[1], shouted)


def _is_aim(doc: Doc, here: int) -> bool:
    """Whether “for a” goes on with what a body is for: “Center for a New Harbour”."""
    after = doc[here + 1 : here + 3]
    return doc[here].lower_ == "for" and len(after) == 2 and after[0].lower_ == "a" and after[1].text[0].isupper()


def _joins_fields(doc: Doc, start: int, here: int) -> bool:
    """Whether *and* joins two fields of one body: “the Food and Drug Administration”."""
    last = here + 1
    while last + 1 < len(doc) and doc[last + 1].text[0].isupper():
        last += 1
    owned = start > 0 and doc[start - 1].lower_ in ("the", "’s", "'s")
    whole = (owned or FIELD.search(doc[here - 1].lower_) is not None) and doc[last].lower_ in JOINED
    other = doc[start:here].text in lookup.load().names or doc[here - 1].lower_ in BODIES  # “the White House and …”
    return whole and not other and not doc[here - 1].is_upper


def _is_firm(doc: Doc, here: int) -> bool:
    """Whether & joins the names of one body, not two people: “Lund & Moss LLP”, “Lund & Lund”."""
    last = here + 1
    while last + 1 < len(doc) and doc[last + 1].text[0].isupper() and not doc[last + 1].is_sent_start:
        last += 1
    return doc[last].lower_.rstrip(".") in BODIES or doc[here - 1].text == doc[here + 1].text


def _begins_person(doc: Doc, start: int, here: int) -> bool:
    """Whether a person's name follows that of a body: “attorney for the District of Ardin Karl Lund”."""
    linked = any(t.lower_ in OF for t in doc[start + 1 : here]) and doc[here - 1].lower_ not in OF
    linked = linked or _is_field_of_office(doc, start)
    after = doc[here + 1] if here + 1 < len(doc) else doc[here]
    return linked and genders.of_first_name(doc[here].text) is not None and after.pos_ == "PROPN"


def _is_field_of_office(doc: Doc, start: int) -> bool:
    """Whether a name begins right after a title and *of* or *to*: “Director of National Harbours Karl Lund”."""
    of = start - 2 if start > 1 and doc[start - 1].lower_ == "the" else start - 1
    return of > 0 and doc[of].lower_ in ("of", "to") and _is_title(doc[of - 1].text)


def _is_crowd(doc: Doc, start: int, here: int) -> bool:
    """Whether a name so far is a plural that may begin that of a body: “Doctors Without Borders”."""
    after = doc[here + 1].text
    plural = here == start + 1 and doc[start].tag_ in ("NNPS", "NNS") and doc[here].lower_ in ("for", "without")
    return plural and after not in lookup.load().names and lookup.country(after) is None


def _is_field(token: Token) -> bool:
    """Whether a capitalised word begins what a body is for (“and Human Services”), and not another name."""
    word, last = token, token
    while last.i + 1 < len(token.doc) and last.nbor().text[0].isupper() and not last.nbor().is_sent_start:
        last = last.nbor()
    named = word.is_upper or _is_named(word.text)
    return not named and last.lower_ not in BODIES and (last.tag_ in ("NNPS", "NNS") or bool(FIELD.search(last.lower_)))


def _is_capital(token: Token, shouted: set[int]) -> bool:
    if not token.text[0].isupper() or token.lower_.rstrip(".") in CALENDAR or token.i in shouted or token.lower_ == "i":
        return False
    if token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS") or token.text in lookup.load().names:
        return True
    paper = token.pos_ == "NOUN" and token.i + 1 < len(token.doc) and token.nbor().text.lower() in PAPERS
    inside = (
        (paper or not token.is_sent_start)
        and token.pos_ in ("ADJ", "NOUN", "VERB")
        and token.text not in lookup.load().adjectives
    )
    return (
        inside
        and token.i + 1 < len(token.doc)
        and token.nbor().pos_ == "PROPN"
        and not (token.i and token.nbor(-1).text in "“‘\"'")
    )


def _is_second_half(token: Token) -> bool:
    """Whether a short word in small letters is the second half of a given name ("Ban Ki-moon", "Kim Jong-un")."""
    if token.i < 3 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_ or not token.text.islower():
        return False
    first, before = token.nbor(-2), token.nbor(-3)
    short = len(first) <= 5 and len(token) <= 5 and not first.whitespace_
    return short and first.text.istitle() and before.text.istitle() and before.pos_ == "PROPN" and token.dep_ != "amod"


def _is_surname(token: Token, shouted: set[int]) -> bool:
    """Whether a capitalised word right after a first name is a name, whatever word class it seems ("Desiree Price")."""
    capital = token.text[0].isupper() and token.i not in shouted and token.lower_.rstrip(".") not in CALENDAR
    if capital and token.tag_ == "VBN" and not token.is_upper:
        return True  # “Sports Illustrated”
    first = genders.of_first_name(token.nbor(-1).text)
    return capital and first is not None and token.text not in lookup.load().adjectives


def _shouted(doc: Doc) -> set[int]:
    """The tokens of openings set in capitals ("INDIRECT TALKS ON a truce"), which are no names for that."""
    found: set[int] = set()
    for sentence in doc.sents:
        run = []
        for token in sentence:
            if not token.is_space and not token.is_upper:
                break
            run.append(token)
        run = list(sentence) if _is_headline(sentence) else run
        if len(run) > 2 or any(token.lower_ in OPENING_WORDS for token in run[1:]):
            found.update(token.i for token in run if token.text not in lookup.load().names)
    return found


def _is_headline(sentence: Span) -> bool:
    """Whether a line is set as a headline: its longer words all have capitals, and no full stop ends it."""
    if parser.text_of(sentence.doc)[: sentence.end_char].rstrip()[-1:] in ".!?:;,”’\"'":
        return False
    longer = [token.text for token in sentence if token.is_alpha and len(token) > 3]
    return len(longer) > 3 and all(word[0].isupper() for word in longer)


def _named(doc: Doc, start: int, end: int) -> Iterator[Name]:
    """The name in a capitalised stretch; none where it is only a title, or a demonym before a common noun."""
    text = doc[start:end].text
    if PARTY.match(text) or (PARTY_LETTER.fullmatch(text) and start and doc[start - 1].text in "(,["):
        return
    if text in lookup.load().names:
        if not _modifies(doc, start, end):
            yield Name(start, end, "", None, start, words_of(doc, start, end))
        return
    bare = start + _prefix(doc, start, end)
    if (bare < end and doc[bare].text == "-") or _is_role(doc, start, bare, end):
        return
    described = _described(doc, start) if _prefixed(doc, start) or bare > start else start
    title = _title(doc, described, bare)
    place = lookup.first_country(doc[described:bare])
    if bare < end and not (doc[bare:end].text in lookup.load().adjectives or _modifies(doc, bare, end)):
        yield Name(bare, end, title, place, described, words_of(doc, bare, end))


def _is_role(doc: Doc, start: int, bare: int, end: int) -> bool:
    """Whether a capitalised stretch is only a role or a crowd: “the New York Democrat”, “House Republicans”."""
    if bare < end and any(_is_title(doc[i:end].text) for i in range(bare, end - 1)):
        return True  # “White House Chief of Staff” before a name
    if bare == end or any(t.lower_ in OF for t in doc[bare:end]):
        return False
    first, last = doc[bare], doc[end - 1]
    if end == bare + 1 and last.tag_ in ("NNS", "NNPS") and last.is_sent_start:
        return reporting.mostly_person(last.lemma_.lower())
    known = genders.of_first_name(first.text) is not None or (end == bare + 1 and (bare > start or not _is_many(last)))
    return (_is_title(last.text) or _is_many(last)) and not known


def _is_many(token: Token) -> bool:
    """Whether a word is a title in the plural (“Senators”)."""
    return token.tag_ in ("NNS", "NNPS") and _is_title(token.text.removesuffix("s"))


def _modifies(doc: Doc, start: int, end: int) -> bool:
    """Whether a country only modifies a noun ("US officials", "US-backed")."""
    if lookup.country(doc[start:end].text) is None or end >= len(doc):
        return False
    after = doc[end]
    joined = after.text == "-" and not doc[end - 1].whitespace_
    return joined or (doc[end - 1].dep_ in ("compound", "amod", "nmod") and after.pos_ in ("NOUN", "ADJ", "PROPN"))


def _prefix(doc: Doc, start: int, end: int) -> int:
    """How many tokens of a stretch stand before the bare name: countries, bodies and titles, up to the last title."""
    titled = [
        i + 1
        for i in range(start, end)
        if (
            _is_title(doc[i].lower_)
            or _is_title(doc[max(start, i - 2) : i + 1].text)
            or _is_many(doc[i])
            or _is_what(doc, i, end)
        )
        and not (i + 3 == end and doc[i + 1].text == "-" and not doc[i].whitespace_)  # the Spokesman-Review
    ]
    if len(titled) > 1 and titled[-1] == end and genders.of_first_name(doc[titled[-2]].text):
        titled = titled[:-1]  # “Sen. Angus King”: a surname that is also a title
    if doc[start].lower_ in BODIES | NAMED_BY_AIM and any(t.lower_ in OF for t in doc[start:end]):
        return 0  # “Office of the High Commissioner for Human Rights”
    here = max(titled, default=start)
    while here < end and doc[here].text in (".", "-"):
        here += 1
    if here < end and doc[end - 1].lower_ not in BODIES:
        return here - start
    return end - start if here == end and all(_introduces(token) for token in doc[start:end]) else 0


def _is_what(doc: Doc, here: int, end: int) -> bool:
    """Whether a capitalised noun only says what somebody is: “Resident Helen Wagar”."""
    if here + 2 >= end or genders.of_first_name(doc[here].text) or not genders.of_first_name(doc[here + 1].text):
        return False
    return reporting.mostly_person(doc[here].lower_)


def _is_title(text: str) -> bool:
    return text.lower().rstrip(".") in lookup.load().titles


def _introduces(token: Token) -> bool:
    """Whether a word can stand in a title without a name ("The US Secretary of State")."""
    plain = token.lower_.rstrip(".")
    words = {word for title in lookup.load().titles for word in title.split()}
    return plain in words or lookup.country(token.text) is not None or plain in ("of", "united", "states", "former", "")


def _prefixed(doc: Doc, start: int) -> bool:
    """Whether a role in small letters stands right before a name ("special envoy Steve Witkoff")."""
    before = doc[start - 1] if start else None
    if before is None or before.pos_ not in ("NOUN", "PROPN"):
        return False
    role = before.tag_ == "NN" and before.is_lower
    return before.lower_ in lookup.load().titles or (role and reporting.mostly_person(before.lower_))


def _described(doc: Doc, start: int) -> int:
    """Where the description before a name begins: adjectives, roles and a possessor, up to twelve words."""
    here = start
    while here > max(0, start - LONGEST_ROLE) and not doc[here].is_sent_start and _describes(doc[here - 1]):
        if _is_title_in_capitals(doc[here]) and _is_of_another(doc[here - 1]):
            break
        here -= 1
    while here < start and (doc[here].pos_ in ("DET", "PUNCT") or doc[here].is_space or doc[here].text in ("’s", "'s")):
        here += 1
    return here


def _is_title_in_capitals(token: Token) -> bool:
    """Whether a title begins with a capitalised word: “Secretary”, “Special Counsel”."""
    return token.text[0].isupper() and any(_is_title(token.doc[token.i : token.i + n].text) for n in (1, 2, 3))


def _is_of_another(noun: Token) -> bool:
    """Whether a noun before a title in capitals is of another phrase: “after the mission President Y spoke”."""
    joined = noun.i > 0 and noun.nbor(-1).text == "-"  # “then-university President Y”
    return noun.pos_ == "NOUN" and noun.is_lower and not joined


def _describes(token: Token) -> bool:
    noun = token.pos_ in ("NOUN", "ADJ", "PROPN") and token.lower_.rstrip(".") not in CALENDAR | TIMES
    return noun or token.text in ("’s", "'s", "-") or token.tag_ == "PRP$"


def _title(doc: Doc, start: int, end: int) -> str:
    """The title in a description, at its longest: "prime minister" rather than "minister"."""
    words = [token.lower_.rstrip(".") for token in doc[start:end] if not token.is_punct]
    titles = lookup.load().titles
    spans = [" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1)]
    return next((titles[span] for span in spans if span in titles), "")


def words_of(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """The words of a name; a hyphen joins its neighbours ("al-Assad" is one word)."""
    return tuple(unicodedata.normalize("NFC", doc[start:end].text.replace("’", "'")).split())


# What kind of actor a name is


def kinds(doc: Doc, found: list[Name]) -> dict[tuple[str, ...], str | None]:
    """The kind of each name of an article: person, organisation, place, people; None where nothing tells.

    A surname of somebody who is named in full is a place only where most mentions say so: no “complaints from Berg”.
    """
    surnames = {one.words[-1:] for one in found if len(one.words) > 1 and genders.of_first_name(one.words[0])}
    evidence: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for name in found:
        evidence[name.words].update(_signs(doc, name))
    for signs in (evidence[words] for words in surnames if words in evidence):
        signs["placed"] *= 2 * signs["placed"] > signs["bare"] + signs["the"]
    return {words: _kind(words, signs) for words, signs in evidence.items()}


def _signs(doc: Doc, name: Name) -> Iterator[str]:
    head = doc[name.start : name.end].root
    case = next((c.lower_ for c in head.children if c.dep_ == "case" and c.i < name.start), "")
    person = len(name.words) > 1 and genders.of_first_name(name.words[0]) is not None
    if name.title:
        yield "titled"
    if (case in PLACED and not (person and case in TOWARDS)) or (case == "to" and head.head.lemma_ in MOVING):
        yield "placed"
    if head.dep_ in ("nsubj", "nsubj:pass", "obl:agent"):
        yield "acts"
    before = doc[max(0, name.start - 1)]
    if before.text == "The" and not before.is_sent_start and head.i < name.end:
        yield "entitled"
    if any(c.dep_ == "det" and c.lower_ == "the" and c.i < name.start for c in head.children):
        yield "the"
    else:
        yield "bare"
    if head.i == name.end - 1 and head.tag_ in ("NNS", "NNPS") and not speaks(head.lower_.removesuffix("s")):
        yield "things"
    if any(c.lower_ == "who" for c in head.subtree if c.i >= name.end):
        yield "who"
    if name.words[0].isupper() and doc[name.start].is_sent_start and doc[name.end : name.end + 1].text == ":":
        yield "label"
    if any(c.dep_ == "appos" and c.lemma_.lower() in lookup.load().titles for c in head.children):
        yield "titled"


def _kind(words: tuple[str, ...], signs: Counter[str]) -> str | None:
    known = lookup.load().names.get(" ".join(words))
    if (known and not (signs["titled"] and known[1] in TITLED)) or ADDRESS.match(words[-1]):
        return known[1] if known else "organisation"
    if signs["titled"] or (signs["label"] >= LABELS and words[-1].lower() not in BODIES):
        return "person"
    last = words[-1].lower().rstrip(".")
    if len(words) > 1 and last in PLACES and genders.of_first_name(words[0]) is None:
        return "place"
    if (
        last in BODIES | JOINED
        or words[0].lower() in BODIES
        or not OF.isdisjoint(words)
        or (len(words) == 1 and words[0].isupper() and 1 < len(words[0]) < 7)
    ):
        return "organisation"
    if signs["who"]:
        return "person"
    if signs["entitled"] and len(words) > 1:
        return "organisation"  # “according to The Ardin Channel”
    if signs["placed"] > signs["acts"]:
        return "place"
    if len(words) > 1 and genders.of_first_name(words[0]) is None and (_is_idea(words[-1]) or signs["things"]):
        return None  # “the Berg Doctrine”, “Essential Health Benefits”
    if len(words) > 1 and genders.of_first_name(words[0]) is None and _is_of_people(words[-1]):
        return None  # “Brooklyn Muslim”
    if signs["the"] and (len(words) > 1 or signs["the"] >= signs["bare"]):
        return "organisation"
    named = 2 <= len(words) <= 4 and words[0].lower() not in NO_FIRST_NAMES and all(word[0].isalpha() for word in words)
    named = named and not (words[0].isupper() and words[0] in lookup.load().names)  # “the U.S. Navy Yard”
    return "person" if named else None


def _is_of_people(word: str) -> bool:
    """Whether a word only says of which people somebody is."""
    return word in lookup.load().adjectives or lookup.load().names.get(f"{word}s", ("", ""))[1] == "people"


def speaks(word: str) -> bool:
    """Whether a noun mostly names a person, a people or body, or a message."""
    senses = dict(reporting.senses(word, "NOUN"))
    return sum(senses.get(kind, 0.0) for kind in ("person", "group", "communication")) > MOSTLY_PERSON


def _is_idea(word: str) -> bool:
    """Whether a word nearly always names something thought, said or done."""
    senses = dict(reporting.senses(word.lower(), "NOUN"))
    return sum(senses.get(kind, 0.0) for kind in IDEAS) > MOSTLY_PERSON
