"""Who is meant by a source within its article, and what kind of source that is.

Names, titles and pronouns are traced by `annotate.actors`; a pronoun it leaves open means the last person who spoke.
Nobody is identified from outside the article, and two unnamed sources worded differently stay two.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from samestory.annotate.quotes import cues, marks
from samestory.annotate.quotes.attributions import Attribution

CLASS_OF_ACTOR = {"person": "named", "organisation": "organisation", "place": "organisation", "people": "collective"}
INSTITUTION = re.compile(
    r"authorit(?:y|ies)|government|ministry|military|army|police|court|agency|company|committee|council|party|campaign|"
    r"administration|university|union|office|department|organi[sz]ation|group|firm|bank|newspaper|network|paper|"
    r"hospital|commission|cabinet|parliament|congress|senate|board|team|association|magazine|foundation|site|outlet"
)
DOCUMENT = re.compile(
    r"report|study|poll|survey|statement|letter|document|datum|data|figure|filing|lawsuit|indictment|affidavit|"
    r"transcript|record|email|memo|book|article|analysis|research|result|order|ruling|law|constitution|agreement|"
    r"proposal|draft|resolution|bill|plan|text|tweet|post|message|video|footage|photo|image|ad|story|editorial|release"
)
UNNAMED = re.compile(
    r"source|official|aide|diplomat|insider|advis[eo]r|negotiator|person|people|operative|staffer|member|spokes\w+"
)
HIDDEN = re.compile(
    r"anonym|unnamed|not (?:to )?be (?:named|identified)|familiar with|briefed on|not authori[sz]ed|with knowledge"
)
OWN = re.compile(r"our (?:\w+ )?(?:correspondent|reporter|journalist|editor)", re.I)
OWNED = re.compile(r"(?:[’']s|\b[Oo]ur)\s+(?:[a-z-]+\s+){0,3}$")
FIELD = re.compile(r"\W{1,3}(?:who is |who was )?reporting (?:from|in)\b|,? our (?:\w+ )?correspondent\b")
QUANTITIES = {"many", "some", "few", "most", "several", "others", "all", "both"}
LEADING = re.compile(r"^(?:according to|in|on|at|by|for|from|with|of|to|and|but)\s+|^the\s+", re.I)
ABBREVIATED = {"Mr", "Mrs", "Ms", "Dr", "Gov", "Sen", "Rep", "Mr.", "Mrs.", "Ms.", "Dr.", "Gov.", "Sen.", "Rep."}
PLURALS = {"NNS", "NNPS"}
FIRST = {"i", "we", "me", "us", "my", "our"}
SINGULAR = {"he", "she", "him", "her", "his"}
PLURAL = {"they", "them", "their"}
NEUTER = {"it", "its"}
RELATIVE = {"who", "that", "which", "whom", "whose"}
DETERMINED = {"the", "this", "that"}


class Speaker(NamedTuple):
    """The name a source goes by and its class; both missing where the text gives none."""

    name: str | None = None
    kind: str | None = None


class _Article(NamedTuple):
    text: str
    runs: list[marks.Run]
    mentions: dict[int, tuple[str, str | None]]
    found: Sequence[Attribution]
    told: list[Speaker]


def speakers(doc: Doc, runs: list[marks.Run], found: Sequence[Attribution], actors: Iterable[dict]) -> list[Speaker]:
    """The speaker of each attribution, in order. `actors` are the rows of `annotate.actors` for this text."""
    article = _Article(doc.text, runs, _by_token(doc, actors), found, [])
    for attribution in found:
        article.told.append(_speaker(article, attribution))
    return article.told


def _by_token(doc: Doc, actors: Iterable[dict]) -> dict[int, tuple[str, str | None]]:
    """The actor and kind at each token; a longer mention goes before one inside it."""
    found: dict[int, tuple[str, str | None]] = {}
    for row in sorted(actors, key=lambda row: row["end"] - row["start"]):
        span = doc.char_span(row["start"], row["end"], alignment_mode="expand")
        found.update({token.i: (row["actor"], row["kind"]) for token in span or ()})
    return found


def _speaker(article: _Article, which: Attribution) -> Speaker:
    head = which.head
    if head is None or which.source is None:
        return Speaker()
    if head.lower_ in RELATIVE:
        antecedent = _antecedent(article, head)
        return Speaker() if antecedent is None else _phrase(article, antecedent, _text_of(article, antecedent))
    if head.pos_ == "PRON" or head.lower_ in SINGULAR | PLURAL | NEUTER:
        return _pronoun(article, head)
    return _phrase(article, head, article.text[which.source[0] : which.source[1]])


def _antecedent(article: _Article, relative: Token) -> Token | None:
    """The noun that a relative pronoun stands for; for “who” the person named right before it."""
    before = relative.nbor(-1) if relative.i else relative
    if before.is_punct and before.i:
        before = before.nbor(-1)
    if relative.lower_ == "who" and (
        _actor(article, before).name or dict(cues.senses(before.lemma_, "NOUN")).get("person")
    ):
        return before
    return next((token.head for token in relative.ancestors if token.dep_.startswith("acl")), None)


def _text_of(article: _Article, token: Token) -> str:
    return article.text[token.left_edge.idx : token.idx + len(token)]


def _pronoun(article: _Article, head: Token) -> Speaker:
    word = head.lower_
    if word in FIRST:
        return _speaker_of(article, head.idx)
    if head.i in article.mentions:
        return _actor(article, head)
    if word in SINGULAR:
        return _last(article, {"named", "own reporter", "anonymous", "role"})
    if word in PLURAL:
        return (
            _last(article, {"collective", "anonymous", "organisation"}) if article.told else Speaker(None, "collective")
        )
    return _last(article, {"organisation", "document"}) if word in NEUTER else Speaker(None, "collective")


def _last(article: _Article, kinds: set[str]) -> Speaker:
    return next((speaker for speaker in reversed(article.told) if speaker.kind in kinds), Speaker())


def _speaker_of(article: _Article, position: int) -> Speaker:
    """Who says I and we: the speaker of the quotation around it, else the reporter."""
    if not any(run.start <= position < run.end for run in article.runs):
        return Speaker(None, "own reporter")
    around = zip(article.found, article.told, strict=False)
    return next((s for a, s in around if any(start <= position < end for start, end in a.pieces)), Speaker())


def _phrase(article: _Article, head: Token, phrase: str) -> Speaker:
    named = _actor(article, head)
    if named.name is not None:
        return named
    after = [head.nbor(1)] if head.i + 1 < len(head.doc) else []
    apposed = [c for c in head.children if c.dep_ in ("appos", "flat", "compound") and c.i > head.i]
    person = next((s for c in after + apposed if (s := _actor(article, c)).kind in ("named", "own reporter")), None)
    if person is not None:
        return Speaker(person.name, "own reporter") if OWN.match(phrase) else person
    if head.pos_ == "PROPN" or (head.text[:1].isupper() and not head.is_sent_start):
        body = head.text.isupper() or _is_determined(head) or INSTITUTION.fullmatch(head.lower_)
        return Speaker(_short(phrase), "organisation" if body else "named")
    lemma = head.lemma_.lower()
    kind = _class_of_noun(head, lemma, phrase)
    if kind == "anonymous" and _is_determined(head):
        same = (s for s in reversed(article.told) if s.kind == kind and s.name and s.name.split()[-1] == lemma)
        return next(same, Speaker(_short(phrase), kind))
    return Speaker(_short(phrase), kind)


def _actor(article: _Article, head: Token) -> Speaker:
    """The actor mentioned at a token, as speaker: the outlet’s own reporter where the article presents them so."""
    near = (head.i, head.i + 1, head.i + 2) if head.text in ABBREVIATED else (head.i,)
    name, kind = next((article.mentions[i] for i in near if i in article.mentions), (None, None))
    if name is None:
        return Speaker()
    if kind == "organisation" and head.tag_ in PLURALS and not INSTITUTION.fullmatch(head.lower_):
        return Speaker(name, "collective")
    if kind == "person" and (_was_reporter(article, name) or _is_presented_as_reporter(article, head)):
        return Speaker(name, "own reporter")
    return Speaker(name, CLASS_OF_ACTOR.get(kind or "", "named" if head.pos_ == "PROPN" else "role"))


def _was_reporter(article: _Article, name: str) -> bool:
    return any(speaker == (name, "own reporter") for speaker in article.told)


def _is_presented_as_reporter(article: _Article, head: Token) -> bool:
    """“The network’s Y, reporting from Z, said”: a possessor before the name, the field after it."""
    name = article.mentions.get(head.i)
    own = [token for token in head.sent if article.mentions.get(token.i) == name and abs(token.i - head.i) < 4]
    before, after = article.text[: own[0].idx], article.text[own[-1].idx + len(own[-1]) :]
    return bool(OWNED.search(before[-60:])) and bool(FIELD.match(after))


def _is_determined(head: Token) -> bool:
    return any(child.lower_ in DETERMINED for child in head.children if child.dep_ == "det")


def _class_of_noun(head: Token, lemma: str, phrase: str) -> str | None:
    senses = dict(cues.senses(lemma, "NOUN"))
    if HIDDEN.search(phrase) or UNNAMED.fullmatch(lemma):
        return "anonymous"
    if INSTITUTION.fullmatch(head.lower_) or INSTITUTION.fullmatch(lemma):
        return "organisation"
    if DOCUMENT.fullmatch(lemma) or senses.get("communication", 0) > 0.5:
        return "document"
    if head.tag_ in PLURALS or "group" in senses or any(c.lower_ in QUANTITIES for c in head.children):
        return "collective"
    if "person" not in senses:
        return None
    owned = _is_determined(head) or any(child.dep_ == "nmod:poss" for child in head.children)
    return "role" if owned else "anonymous"


def _short(phrase: str) -> str | None:
    """A source phrase up to its first comma or relative clause, without “the” or a preposition before it."""
    phrase = LEADING.sub("", " ".join(phrase.split()).strip(" ,;:"))
    return re.split(r",| who | which | that |\s[–—-]\s|\(", phrase)[0].strip() or None
