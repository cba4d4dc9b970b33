"""Who is meant by a source within its article, and what kind of source that is.

Names are the capitalised stretches of the parse; a surname, a title or a pronoun is traced back to the fullest name that
the article gives before it. Nobody is identified from outside the article.
"""

import re
from typing import NamedTuple

from spacy.tokens import Doc, Token

from samestory.annotate.quotes import cues, marks
from samestory.annotate.quotes.attributions import Attribution

TITLES = set(
    "mr mrs ms miss dr sir lord lady dame prof professor sen senator rep representative gov governor gen general col lt "
    "sgt capt maj adm president prime minister chancellor secretary king queen prince princess pope judge justice "
    "mayor ambassador sheikh imam rabbi rev congressman congresswoman us uk former vice foreign defence defense".split()
)
ORGANISATIONS = set(
    "ministry department party committee council court university union bank house senate congress parliament agency "
    "administration office bureau commission association federation institute center centre group company corporation "
    "inc corp ltd army military navy police force forces authority authorities post times news network journal guardian "
    "tribune radio television campaign foundation fund organisation organization nations state states republic "
    "government cabinet pentagon kremlin reserve society league alliance front brigades movement board team school "
    "college hospital international national report reports poll journal study data".split()
)
INSTITUTIONS = re.compile(
    r"authorit(?:y|ies)|government|ministry|military|army|police|court|agency|company|committee|council|party|campaign|"
    r"administration|university|union|office|department|organi[sz]ation|group|firm|bank|newspaper|network|paper|hospital|"
    r"commission|cabinet|parliament|congress|senate|board|team|association|magazine|foundation|site|channel|outlet"
)
DOCUMENTS = re.compile(
    r"report|study|poll|survey|statement|letter|document|data|figure|filing|lawsuit|indictment|affidavit|transcript|"
    r"record|email|e-mail|memo|book|article|analysis|research|results?|order|ruling|law|constitution|agreement|proposal|"
    r"draft|resolution|bill|plan|text|tweet|post|message|video|footage|photo|image|graphic|ad|story|editorial|press release"
)
UNNAMED = re.compile(
    r"source|official|aide|diplomat|insider|adviser|advisor|negotiator|person|people|operative|staffer|member"
)
INDEFINITE = {"a", "an", "one", "another", "some", "several", "two", "three", "many", "few", "senior", "unnamed"}
HIDDEN = re.compile(
    r"anonym|unnamed|not (?:to )?be (?:named|identified)|familiar with|briefed on|close to|not authori[sz]ed|with knowledge"
)
REPORTER = re.compile(r"[’']s\s+(?:\w+\s+)?[A-Z][\w’'-]+|\b(?:correspondent|reporter|journalist)\b")
FIELD = re.compile(r"reporting from|correspondent|our reporter")
ANAPHORS = {"he", "she", "him", "her", "his", "himself", "herself"}
RELATIVES = {"who", "that", "which", "whom", "whose"}


class Speaker(NamedTuple):
    """The name a source goes by, its class, and whether it is a person."""

    name: str | None
    kind: str


class Names:
    """The names of an article in reading order, with the fullest form of each."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.mentions: list[tuple[int, int, tuple[str, ...], str]] = []
        self.full: dict[str, tuple[str, ...]] = {}
        for start, end in _stretches(doc):
            title = " ".join(token.lower_ for token in doc[start:end] if _is_title(token))
            words = tuple(token.text for token in doc[start:end] if not _is_title(token) and not token.is_punct)
            if words:
                self.mentions.append((start, end, words, title))
        for _, _, words, _ in self.mentions:
            if 2 <= len(words) <= 4 and words[-1] not in self.full and _is_personal(words):
                self.full[words[-1]] = words

    def fullest(self, words: tuple[str, ...]) -> str:
        """The fullest form of a name."""
        known = self.full.get(words[-1])
        return " ".join(known if known and (len(words) == 1 or set(words) <= set(known)) else words)

    def of(self, token: Token) -> tuple[int, int, tuple[str, ...], str] | None:
        """The mention that covers a token, if it is part of a name."""
        return next((mention for mention in self.mentions if mention[0] <= token.i < mention[1]), None)

    def is_person(self, words: tuple[str, ...]) -> bool:
        """Whether a name is a person's: a full name, the surname of one, or a name that carries a title here."""
        if words[-1] in self.full:
            return True
        return any(title and mention[-1] == words[-1] for _, _, mention, title in self.mentions)

    def titled(self, noun: str, before: int) -> str | None:
        """The person last called by a title, as the US president is Donald Trump after “US President Donald Trump”."""
        for start, _, words, title in reversed(self.mentions):
            if start < before and noun in title.split() and words[-1] in self.full:
                return self.fullest(words)
        return None

    def person_before(self, position: int) -> str | None:
        """The person a pronoun most likely means: the last one named as a subject before it, else the last one named."""
        seen = [m for m in self.mentions if m[1] <= position and self.is_person(m[2])][-6:]
        subjects = [m for m in seen if self.doc[m[1] - 1].dep_ == "nsubj" or self.doc[m[0]].dep_ == "nsubj"]
        chosen = subjects or seen
        return self.fullest(chosen[-1][2]) if chosen else None


def speakers(doc: Doc, runs: list[marks.Run], found: list[Attribution]) -> list[Speaker]:
    """The speaker of each attribution, in order; (None, "") where it has no source."""
    names = Names(doc)
    told: list[Speaker] = []
    for attribution in found:
        told.append(_speaker(names, runs, found, told, attribution))
    return told


def _speaker(
    names: Names, runs: list[marks.Run], found: list[Attribution], told: list[Speaker], which: Attribution
) -> Speaker:
    head = which.head
    if head is None or which.source is None:
        return Speaker(None, "")
    if head.lower_ in RELATIVES:
        antecedent = _antecedent(head)
        return _phrase(names, told, antecedent, _text_of(antecedent)) if antecedent is not None else Speaker(None, "")
    if head.pos_ == "PRON" or head.lower_ in ANAPHORS:
        return _pronoun(names, runs, found, told, head)
    return _phrase(names, told, head, names.doc.text[which.source[0] : which.source[1]])


def _antecedent(relative: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    clause = relative.head
    for _ in range(4):
        if clause.dep_.startswith("acl"):
            return clause.head
        if clause.head == clause:
            return None
        clause = clause.head
    return None


def _text_of(token: Token) -> str:
    return token.doc.text[token.left_edge.idx : token.idx + len(token)]


def _pronoun(
    names: Names, runs: list[marks.Run], found: list[Attribution], told: list[Speaker], head: Token
) -> Speaker:
    word = head.lower_
    if word in ("i", "we", "me", "us", "my", "our"):
        quoted = any(run.start <= head.idx < run.end for run in runs)
        return _speaker_of(found, told, head.idx) if quoted else Speaker(None, "own reporter")
    if word in ANAPHORS:
        name = names.person_before(head.i)
        earlier = next((s for s in reversed(told) if s.kind in ("named", "own reporter") and s.name), None)
        if earlier and _recent(names, earlier, head):
            return earlier
        return Speaker(name, "named") if name else Speaker(None, "anonymous")
    if word in ("they", "them", "their"):
        return next(
            (s for s in reversed(told) if s.kind in ("collective", "anonymous", "organisation")),
            Speaker(None, "collective"),
        )
    if word in ("it", "its"):
        return next((s for s in reversed(told) if s.kind in ("organisation", "document")), Speaker(None, "document"))
    return Speaker(None, "collective")


def _recent(names: Names, earlier: Speaker, head: Token) -> bool:
    """Whether no other person was made the subject between the last speaker's own naming and the pronoun."""
    name = names.person_before(head.i)
    return name is None or earlier.name == name


def _speaker_of(found: list[Attribution], told: list[Speaker], position: int) -> Speaker:
    """Who speaks the quotation around a position: I and we inside quotation marks."""
    for attribution, speaker in zip(found, told, strict=False):
        if any(start <= position < end for start, end in attribution.pieces):
            return speaker
    return Speaker(None, "")


def _phrase(names: Names, told: list[Speaker], head: Token, phrase: str) -> Speaker:
    """The speaker that a noun phrase names."""
    mention = names.of(head) or _apposed(names, head)
    if mention is not None:
        return _named(names, told, head, mention, phrase)
    lemma = head.lemma_.lower()
    titled = names.titled(lemma, head.i)
    if titled and _is_definite(head):
        return Speaker(titled, "named")
    kind = _class_of_noun(head, lemma, phrase)
    if kind == "anonymous" and _is_definite(head):
        return next(
            (s for s in reversed(told) if s.kind == kind and s.name and s.name.split()[-1] == lemma),
            Speaker(_short(phrase), kind),
        )
    return Speaker(_short(phrase), kind)


def _named(names: Names, told: list[Speaker], head: Token, mention: tuple, phrase: str) -> Speaker:
    words = mention[2]
    name = names.fullest(words)
    if any(s.name == name and s.kind == "own reporter" for s in told):
        return Speaker(name, "own reporter")
    if names.is_person(words) or (mention[3] and _is_personal(words)):
        sentence = head.sent.text
        reporter = FIELD.search(sentence) and re.search(
            rf"(?:[’']s|\bour)\s+(?:\w+\s+)?{re.escape(words[0])}", sentence
        )
        return Speaker(name, "own reporter" if reporter else "named")
    return Speaker(_short(phrase) if len(words) == 1 and head.pos_ != "PROPN" else name, "organisation")


def _apposed(names: Names, head: Token) -> tuple | None:
    """The name in apposition to a noun: “a spokesman, John Smith”, “the economist Jared Bernstein”."""
    for child in head.children:
        if child.dep_ in ("appos", "flat", "compound") and child.pos_ == "PROPN" and child.i > head.i:
            mention = names.of(child)
            if mention is not None and names.is_person(mention[2]):
                return mention
    return None


def _is_definite(head: Token) -> bool:
    return any(child.lower_ in ("the", "this", "that") for child in head.children if child.dep_ == "det")


def _class_of_noun(head: Token, lemma: str, phrase: str) -> str:
    senses = dict(cues.senses(lemma, "NOUN"))
    if HIDDEN.search(phrase) or UNNAMED.fullmatch(lemma):
        return "anonymous"
    if INSTITUTIONS.fullmatch(head.lower_) or INSTITUTIONS.fullmatch(lemma):
        return "organisation"
    if DOCUMENTS.fullmatch(lemma) or senses.get("communication", 0) > 0.5:
        return "document"
    if "group" in senses:
        return "organisation" if head.text == lemma else "collective"
    plural = head.tag_ in ("NNS", "NNPS")
    if plural or any(child.lower_ in ("many", "some", "few", "most", "several") for child in head.children):
        return "collective"
    if _is_definite(head) or any(child.dep_ == "nmod:poss" for child in head.children):
        return "role"
    return "anonymous" if "person" in senses else "role"


def _short(phrase: str) -> str:
    """A source phrase up to its first comma or relative clause, without the article before a definite one."""
    phrase = re.split(r",| who | which | that |\s[–—-]\s|\(", " ".join(phrase.split()))[0].strip()
    return re.sub(r"^[Tt]he (?=\S)", "", phrase)


def _stretches(doc: Doc) -> list[tuple[int, int]]:
    found, start = [], None
    for token in doc:
        named = (token.pos_ == "PROPN" and token.text[:1].isupper()) or (_is_title(token) and token.text[:1].isupper())
        if named and start is None:
            start = token.i
        elif not named and start is not None:
            found.append((start, token.i))
            start = None
    return [*found, (start, len(doc))] if start is not None else found


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in TITLES


def _is_personal(words: tuple[str, ...]) -> bool:
    return not any(word.lower() in ORGANISATIONS or (word.isupper() and len(word) > 2) for word in words)
