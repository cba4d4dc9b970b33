"""Whom *he* and *she* mean, where only one person can be meant; in doubt, nobody.

What is looked at are the persons that the narrator mentions before: named ones, and unnamed ones in the place of a
subject ("a witness", "the governor"). Words in quotation marks are somebody else's and hold no antecedent. The nearest
sentence with a person who fits decides, and in it the subject; a pronoun that says something prefers who spoke last,
and where subject and last speaker differ it stays open. An open pronoun keeps those after it open, too: its person,
whoever it is, could be meant again. After Hobbs 1978 and Grosz, Joshi & Weinstein 1995, cut to what is safe.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from samestory.annotate import marks, reporting
from samestory.annotate.actors import genders
from samestory.annotate.clauses.grammar import is_main_verb
from samestory.corpus import parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

HE_SHE = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
REFLEXIVE = {"himself", "herself"}
SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer"}
MAIN = {"ROOT", "parataxis", "conj"}
MOSTLY_PERSON = 0.6
FARTHEST = 4  # sentences of the narrator
JOINING = {"and", "but"}
AUX = {"aux", "aux:pass", "nsubj", "nsubj:pass"}
NOT_HEADS = {"compound", "appos", "flat", "nmod:desc", "nmod:unmarked", "amod"}

Known = tuple[int, int, str]


class Referent(NamedTuple):
    """A person in the narrator's text: token numbers of the mention, who it is, and whether that is a name.

    `who` is missing for a pronoun that stays open. `rank` is the place in the sentence: 2 for the subject of a main
    clause or of a verb of saying, 1 for another subject, 0 for the rest; `speaks` for the subject of a verb of saying.
    """

    start: int
    end: int
    who: str | None
    named: bool
    gender: str | None
    rank: int
    speaks: bool


def pronouns(doc: Doc, known: Iterable[Known], gender: dict[str, str], names: set[int]) -> Iterator[Referent]:
    """Each *he* and *she* (*his*, *her* …) outside quotation marks with the person it means, missing where unsure.

    `known` are the mentions of named persons, as token numbers and fullest name, with a `gender` where one is known;
    `names` the token numbers of all names. Who says something under what was read as no name may be meant, too.
    """
    narrated = _narrated(doc)
    people = _named(doc, known, narrated, gender) + _described(doc, known, narrated)
    people = sorted(people + _strangers(doc, names, narrated), key=_place)
    sentences = list(_by_sentence(doc, people))
    learnt = dict(gender)
    for number, (sentence, mentions) in enumerate(sentences):
        for token in sentence:
            if token.lower_ in HE_SHE and narrated[token.i]:
                sex = genders.of_word(token.lower_)
                fits = [[m for m in ms if _fits(m, sex, learnt)] for _, ms in _near(sentences, number)]
                who = _meant(token, [m for m in mentions if m.end <= token.i and _fits(m, sex, learnt)], fits)
                found = _referent(token, token.i, who.who if who else None, bool(who and who.named), sex)
                if who and who.who and sex:
                    learnt.setdefault(who.who, sex)
                mentions.append(found)
                yield found


def _narrated(doc: Doc) -> list[bool]:
    """Whether each token stands outside quotation marks."""
    text = parser.text_of(doc)
    outside = marks.outside(text, marks.runs(text))
    return [not outside[token.idx].isspace() for token in doc]


def _by_sentence(doc: Doc, people: list[Referent]) -> Iterator[tuple[Span, list[Referent]]]:
    """Each sentence with its mentions; `people` are in the order of the text."""
    starts = [mention.start for mention in people]
    for sentence in doc.sents:
        yield sentence, people[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def _named(doc: Doc, known: Iterable[Known], narrated: list[bool], gender: dict[str, str]):
    return [
        _referent(doc[start:end].root, start, who, True, gender.get(who))
        for start, end, who in known
        if narrated[start]
    ]


def _described(doc: Doc, known: Iterable[Known], narrated: list[bool]) -> list[Referent]:
    """Unnamed single persons as subjects, by the words used for them ("a witness", "the boy’s mother")."""
    taken = {i for start, end, _ in known for i in range(start, end)}
    return [
        _referent(token, token.i, _words(token), False, genders.of_word(token.lower_))
        for token in doc
        if token.tag_ == "NN" and narrated[token.i] and token.i not in taken and _is_person(token)
        if token.text[0].islower() or token.is_sent_start
        if token.dep_ in SUBJECTS and not any(c.i in taken and c.dep_ in ("appos", "flat") for c in token.children)
    ]


def _strangers(doc: Doc, names: set[int], narrated: list[bool]) -> list[Referent]:
    """Who says something and goes by what was read as no name: whoever that is, a pronoun may mean them."""
    return [
        _referent(token, token.i, None, False, None)
        for token in doc
        if token.tag_ == "NNP" and token.dep_ in SUBJECTS and narrated[token.i] and token.i not in names
        if reporting.is_saying(token.head.lemma_)
    ]


def _place(mention: Referent) -> tuple[int, int]:
    return mention.start, mention.end


def _is_person(token: Token) -> bool:
    return dict(reporting.senses(token.lemma_.lower(), "NOUN")).get("person", 0) >= MOSTLY_PERSON


def _words(head: Token) -> str:
    """The noun phrase up to its head, without “the”."""
    return head.doc[head.left_edge.i : head.i + 1].text.removeprefix("the ").removeprefix("The ")


def _referent(head: Token, start: int, who: str | None, named: bool, gender: str | None) -> Referent:
    while head.dep_ in NOT_HEADS and head.head.i < head.i and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    verb = _verb(head)
    speaks = verb is not None and reporting.is_saying(verb.lemma_)
    main = verb is not None and (verb.dep_ in MAIN or verb.dep_ == "acl" or (speaks and verb.dep_ == "ccomp"))
    rank = 2 if main and not _asks_somebody(verb) else 0 if verb is None else 1
    return Referent(start, max(head.i + 1, start + 1), who, named, gender, rank, speaks and main)


def _asks_somebody(verb: Token | None) -> bool:
    """Whether a verb tells that somebody is asked, who may answer: “Y asked Z if it was so. He said no.”"""
    if verb is None or reporting.cue_class(verb.lemma_, "VERB") != "question":
        return False
    return any(c.dep_ in ("obj", "iobj") and c.pos_ in ("PROPN", "PRON") for c in verb.rights)


def _verb(head: Token) -> Token | None:
    """The verb that a noun is the subject of, also where the parse takes the verb of the sentence for a participle.

    A noun coordinated with a verb (“Y spoke and Z sang”) is the subject of a verb that the parse has missed.
    """
    if head.dep_ in SUBJECTS or (head.dep_ == "conj" and head.head.pos_ == "VERB"):
        return head.head
    misread = next((c for c in head.children if is_main_verb(c)), None)
    after = head.nbor(1) if head.i + 1 < len(head.doc) else head
    bare = (
        after.tag_ in ("VBD", "VBZ", "VBN") and after.dep_ == "ROOT" and not any(c.dep_ in AUX for c in after.children)
    )
    return misread or (after if bare else None)


def _fits(mention: Referent, sex: str | None, learnt: dict[str, str]) -> bool:
    gender = mention.gender or (learnt.get(mention.who) if mention.who else None)
    return gender is None or gender == sex


def _near(sentences: list[tuple[Span, list[Referent]]], number: int) -> Iterator[tuple[Span, list[Referent]]]:
    """The sentences before one, nearest first: of its paragraph and of the one before it."""
    doc, later, breaks = sentences[number][0].doc, sentences[number][0], 0
    for sentence, mentions in sentences[max(0, number - 3 * FARTHEST) : number][::-1]:
        breaks += any("\n" in token.text for token in doc[sentence.end - 1 : later.start])
        if breaks > 1:
            return
        yield sentence, mentions
        later = sentence


def _meant(pronoun: Token, here: list[Referent], before: list[list[Referent]]) -> Referent | None:
    """The person meant: of those that fit before the pronoun in its sentence, and in the sentences before it."""
    here = [m for m in here if not _co_argument(pronoun, m) and not _is_in_front(pronoun, m)]
    earlier = _in_earlier(pronoun, before)
    if not here:
        return earlier
    best = _only(here) or _goes_on(pronoun, here)
    if best is None or best.rank or not _is_main_subject(pronoun):
        return best
    return best if not any(before) or (earlier is not None and earlier.who == best.who) else None


def _co_argument(pronoun: Token, mention: Referent) -> bool:
    """Whether a mention is an argument of the same verb as a pronoun, which then means somebody else."""
    head = pronoun.doc[mention.end - 1]
    arguments = head.dep_ in SUBJECTS | {"obj", "iobj", "obl"} and not pronoun.dep_.startswith("nmod")
    return arguments and head.head == pronoun.head and pronoun.lower_ not in REFLEXIVE


def _is_in_front(pronoun: Token, mention: Referent) -> bool:
    """Whether a mention stands in what is said before it of a pronoun: Y in “A friend of Y, he …”, “Unlike Y, he”."""
    doc, first, comma = pronoun.doc, pronoun.sent.start, pronoun.i - 1
    front = doc[first:comma]
    if doc[comma].text != "," or not len(front) or any(t.pos_ in ("VERB", "AUX") for t in front):
        return False
    belongs = front[0].tag_ in ("DT", "NN", "JJ") and any(t.dep_ == "case" for t in doc[first : mention.start])
    return mention.start >= first and (belongs or front[0].lower_ in ("like", "unlike"))


def _goes_on(pronoun: Token, here: list[Referent]) -> Referent | None:
    """Who spoke in the clause before it, of a pronoun that goes on to say: “Y said Z would pay, but he added …”."""
    joined = pronoun.i > pronoun.sent.start and pronoun.nbor(-1).lower_ in JOINING
    if not joined or not _speaks(pronoun) or reporting.cue_class(pronoun.head.lemma_, "VERB") == "denial":
        return None
    return _only([m for m in here if m.speaks])


def _is_main_subject(pronoun: Token) -> bool:
    return pronoun.dep_ in SUBJECTS and pronoun.head.dep_ == "ROOT"


def _in_earlier(pronoun: Token, before: list[list[Referent]]) -> Referent | None:
    full = [mentions for mentions in before if mentions][:FARTHEST]
    if not full:
        return None
    nearest = _only(full[0]) or (_subject(full[0]) if pronoun.dep_ in SUBJECTS else None)
    if nearest is None or not _speaks(pronoun):
        return nearest
    last = next((m for mentions in full for m in mentions[::-1] if m.speaks), nearest)
    return nearest if last.who == nearest.who else None


def _speaks(pronoun: Token) -> bool:
    return pronoun.dep_ in SUBJECTS and reporting.is_saying(pronoun.head.lemma_)


def _only(mentions: list[Referent]) -> Referent | None:
    return max(mentions, key=lambda m: m.rank) if len({m.who for m in mentions}) == 1 else None


def _subject(mentions: list[Referent]) -> Referent | None:
    """The one person that is the subject of the main clause while nobody else is any subject."""
    main = [m for m in mentions if m.rank == 2]
    others = {m.who for m in mentions if m.rank} - {m.who for m in main}
    return _only(main) if main and (not others or all(m.speaks for m in main)) else None
