"""Who is meant by a source within its article, how surely, and what kind of source that is.

Names, titles and pronouns are traced by `annotate.actors`; what it leaves open stays open. Nobody is identified from
outside the article, and two unnamed sources worded differently stay two. A thing says nothing: where the source is no
person, people, body or document, there is no speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from samestory.annotate import marks, reporting
from samestory.annotate.actors import lookup
from samestory.annotate.actors.names import BODIES as BODY_WORDS
from samestory.annotate.actors.names import speaks
from samestory.annotate.actors.pronouns import HE_SHE, Referent
from samestory.annotate.quotes import said
from samestory.annotate.quotes.attributions import Attribution
from samestory.annotate.quotes.named_behind import FURTHER, Names
from samestory.annotate.quotes.places import Places
from samestory.annotate.quotes.sources import FINITE, can_speak, quoted_as
from samestory.annotate.quotes.writers import writers
from samestory.calendar import WEEKDAYS
from samestory.corpus import known, parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLASS_OF_ACTOR = {"person": "named", "organisation": "organisation", "place": "organisation", "people": "collective"}
OWN = re.compile(r"our (?:\w+ )?(?:correspondent|reporter|journalist|editor)", re.I)
OWNED = re.compile(r"(?:[’']s|\b[Oo]ur)\s+(?:[a-z-]+\s+){0,3}$")
FIELD = re.compile(r"\W{1,3}(?:who is |who was )?reporting (?:from|in)\b|,? our (?:\w+ )?correspondent\b")
PERSONS = {"named", "own reporter"}
UNNAMED = {"anonymous", "collective"}
BODIES = {"organisation", "document"}
QUANTITIES = known.words("quantities of people")
LEADING = re.compile(
    r"^(?:[–—―-]+|according to|including|in|on|at|by|for|from|with|of|to|and|but|whose|the|"
    r"(?:late|earlier|early) (?=last|this)|(?:last|this|next) (?:week|month|year|spring|summer|fall|winter|autumn))\s+",
    re.I,
)
# Recordings show; they say nothing.
SHOWING = known.words("recordings that show")
TRAILING = re.compile(
    r"(?<!ly)\s+(?:impaneled|released|issued|obtained|published|posted|addressed|filed)\b.*|"
    rf"\s+(?:(?:on|late|early|this|last)\s+)+(?:{'|'.join(WEEKDAYS)})\b.*",
    re.I,
)
DANGLING = re.compile(r"\s(?:in|of|to|for|on|at|from|by|with|about)$")  # “the letter in which”
OWNER = re.compile(r"[’']s$|(?<=s)[’']$")
ABBREVIATED = known.words("titles in short")
OF_THE = re.compile(r"\b(?:of|at|in|for) the (?:[A-Z][\w.’'-]*\s+){2,}$")
ASKED = re.compile(r"(?:^|[.!?”\"]\s+|\n)(?:When |After being )?(?:[Aa]sked|[Pp]ressed)\b[^.!?“\"]{0,60}$")
# Ties read off the parse, where nothing but the cue tells that somebody speaks.
PARSED = ("ccomp", "xcomp", "obj", "obl", "advcl", "nsubj", "acl", "sentence", "host", "tail", "gap", "cop")
NAMED_BEFORE = known.words("bare nouns for a body named before")
PLACED = {"in", "at", "near", "across", "outside", "inside"}
PLURALS = {"NNS", "NNPS"}
FIRST = {"i", "we", "me", "us", "my", "our"}
NEUTER = {"it", "its"}
PLURAL = {"they", "them", "their"}
RELATIVE = {"who", "that", "which", "whom", "whose"}
ANYONE = {"any", "every", "whichever", "whatever"}
QUESTIONING = re.compile(r"(?:where|when|how|why|what|whether)\b", re.I)
DETERMINED = {"the", "this", "that"}
MOSTLY = 0.5
BELONGING = re.compile(r" (?:of|from|at|with|for) (?:the )?[A-Z]")
ASIDE = re.compile(r"\s*\([^)]*\)\s*")
LONGEST_NAME = 120  # characters
NEXT = 12  # characters from a source to the next one of a list: “, Rep. Y”
PARTY = 2  # letters of a party after a name: “(R., Ohio)”
OF_PARTY = re.compile(r"\([DRI](?:em|ep|nd)?\.?(?:[-–,][^)]{0,20})?\)")
GENERAL = re.compile(
    r"(?:(?:inspector|attorney|solicitor|surgeon|consul|secretar(?:y|ie)|director|auditor|governor)s? general|"
    r"(?:president|chair(?:man|woman)?|governor|mayor)s?[- ]elect)\b",
    re.I,
)
AMONG = re.compile(r"\b(?:including|such as|like|among)\b")
ENDS_APPOSITION = re.compile(r"\s*(?:[,;(\[–—-]|$)|\s+an?\s")  # “Y a lawyer at …”


class Speaker(NamedTuple):
    """The name a source goes by, its class and how it was reached; missing where the text gives none.

    `reached` is `named`, `surname`, `title` or `pronoun`, and missing for a source that goes by its description.
    """

    name: str | None = None
    kind: str | None = None
    reached: str | None = None


class _Mention(NamedTuple):
    start: int
    end: int
    actor: str
    kind: str | None
    reached: str | None
    descriptor: str


class _Article(NamedTuple):
    text: str
    runs: Places[marks.Run]
    mentions: dict[int, _Mention]
    ordered: list[_Mention]  # each mention once, by where it starts
    referents: Mapping[int, Referent]
    found: Sequence[Attribution]
    numbered: Places[tuple[int, Attribution]]
    told: list[Speaker]
    reporters: set[str]


def speakers(
    doc: Doc,
    runs: list[marks.Run],
    found: Sequence[Attribution],
    actors: Iterable[dict],
    referents: Mapping[int, Referent],
) -> list[Speaker]:
    """The speaker of each attribution, in order.

    `actors` are the rows of `annotate.actors` for this text, `referents` whom each *he* and *she* means there.
    """
    mentions = _by_token(doc, actors)
    quoted: Places[marks.Run] = Places()
    for run in runs:
        quoted.add(run, [(run.start, run.end)])
    numbered: Places[tuple[int, Attribution]] = Places()
    for one in enumerate(found):
        numbered.add(one, one[1].pieces)
    text, ordered = parser.text_of(doc), sorted(set(mentions.values()))
    wrote = writers(text, ((m.start, m.end, m.actor) for m in ordered if m.kind == "person"))
    article = _Article(text, quoted, mentions, ordered, referents, found, numbered, [], wrote)
    for attribution in found:
        article.told.append(_speaker(article, attribution))
        if article.told[-1].kind == "own reporter" and article.told[-1].name:
            article.reporters.add(article.told[-1].name)
    return _without_named(article)


def _without_named(article: _Article) -> list[Speaker]:
    """The speakers; none for a source without a name that the article may name beside it (see `named_behind`)."""
    people = [m for m in article.ordered if m.kind == "person" and m.reached == "named"]
    names = Names(article.text, [(m.start, m.end, m.actor, m.descriptor) for m in people])
    maybe: set[str | None] = set()
    for one, speaker in zip(article.found, article.told, strict=True):
        if speaker.kind in UNNAMED and speaker.name and one.head is not None and one.source is not None:
            hidden = _hidden().search(one.head.sent.text) or _is_hidden_after(one.head)
            if not hidden and names.hold(one.source, one.head.lemma_.lower()):
                maybe.add(speaker.name)
    return [
        Speaker(None, speaker.kind)
        if speaker.kind in UNNAMED and (speaker.name in maybe or _names_some(article, one))
        else speaker
        for one, speaker in zip(article.found, article.told, strict=True)
    ]


def _names_some(article: _Article, which: Attribution) -> bool:
    """Whether a source without a name says who some of it are: “critics such as Y”, “lawmakers, including Y”."""
    start, end = which.source or (0, 0)
    among = AMONG.search(article.text, start, end)
    return among is not None and any(m.kind == "person" for m in _starting(article, among.end(), end))


def _is_hidden_after(source: Token) -> bool:
    """Whether the sentence after that of a source says of it that it is not to be named: “He spoke on condition …”."""
    after = source.sent.end
    following = source.doc[after].sent if after < len(source.doc) else None
    if following is None or not _hidden().search(following.text):
        return False
    first = next((t for t in following if not t.is_space), following[0])
    the_same = first.lower_ == "the" and any(t.lemma_ == source.lemma_ for t in following[:4])
    return first.lower_ in HE_SHE | PLURAL or the_same


def relays(found: Sequence[Attribution], told: Sequence[Speaker]) -> list[str | None]:
    """Who passes each attribution on: the speaker of another one that contains its cue ("A said that B had said …")."""
    places: Places[tuple[Attribution, str]] = Places()
    for attribution, speaker in zip(found, told, strict=True):
        if speaker.name and attribution.cue_span is not None:
            places.add((attribution, speaker.name), attribution.pieces)
    by_cue = {a.cue.i: s.name for a, s in zip(found, told, strict=True) if a.cue is not None}
    return [_quoting(a, by_cue) or _relay(a, s, places) for a, s in zip(found, told, strict=True)]


def _quoting(one: Attribution, by_cue: Mapping[int, str | None]) -> str | None:
    """Who quotes somebody “as saying” something."""
    return by_cue.get(one.cue.head.i) if one.cue is not None and quoted_as(one.cue) else None


def _relay(one: Attribution, speaker: Speaker, places: Places[tuple[Attribution, str]]) -> str | None:
    if one.cue_span is None:
        return None
    cue = one.cue_span[0]
    around = [
        (end - start, name)
        for other, name in places.near([one.cue_span])
        if other is not one and name != speaker.name
        for start, end in other.pieces
        if start <= cue < end
    ]
    return min(around)[1] if around else None


def _by_token(doc: Doc, actors: Iterable[dict]) -> dict[int, _Mention]:
    """The mention of an actor at each token; a longer one goes before one inside it."""
    found: dict[int, _Mention] = {}
    for row in sorted(actors, key=lambda row: row["end"] - row["start"]):
        span = doc.char_span(row["start"], row["end"], alignment_mode="expand")
        mention = _Mention(row["start"], row["end"], row["actor"], row["kind"], row["reached"], row["descriptor"] or "")
        found.update({token.i: mention for token in span or ()})
    return found


def _starting(article: _Article, start: int, end: int) -> list[_Mention]:
    """The mentions that start in a stretch of the text, in its order."""
    first, last = (bisect_left(article.ordered, edge, key=_start_of) for edge in (start, end))
    return article.ordered[first:last]


def _start_of(mention: _Mention) -> int:
    return mention.start


def _speaker(article: _Article, which: Attribution) -> Speaker:
    head = which.head
    if (
        head is None
        or which.source is None
        or _is_place(head)
        or _is_quoted(article, which, head)
        or not _tells(which, head)
        or _is_question(article, which)
    ):
        return Speaker()
    if head.lower_ in RELATIVE:
        antecedent = _antecedent(article, head)
        occasion = antecedent is not None and not _is_person(antecedent) and _is_occasion(antecedent)
        found = Speaker() if antecedent is None or occasion else _phrase(article, antecedent, _span_of(antecedent))
        people = found.kind in PERSONS | UNNAMED and head.lower_ == "which"  # half the name of a body
        return Speaker() if people or (head.lower_ == "who" and found.kind in BODIES) else found
    if head.pos_ == "PRON" or head.lower_ in HE_SHE | PLURAL | NEUTER:
        return _pronoun(article, head, which)
    found = _phrase(article, head, which.source)
    return Speaker(None, found.kind) if found.kind == "organisation" and _is_named_before(head) else found


def _is_named_before(head: Token) -> bool:
    """Whether a body goes by a bare noun for one that the article has named before: “the company”, “the panel”."""
    bare = [c for c in head.children if c.i < head.i]
    return head.lower_ in NAMED_BEFORE and head.is_lower and [c.lower_ for c in bare] == ["the"]


def _tells(which: Attribution, head: Token) -> bool:
    """Whether a source says something: no video does, nor somebody who shows, nor bills “put forth”."""
    if which.cue is None or which.relation == "run<dash":
        return True
    lemma = which.cue.lemma_.lower()
    if which.relation.startswith("according") and head.lemma_.lower() in SHOWING:
        return False  # “according to a video of it”
    if which.cue.i and which.cue.nbor(-1).text == "[":
        return False  # “[cheering]”
    if any(no_words(which.cue) for no_words in said.NO_WORDS):
        return False  # “allows him to say: “Go””, “a hearing called “The Way Home””
    inverted = which.relation == "run<," and head.i > which.cue.i and which.cue.tag_ in FINITE  # “…,” blared a headline
    if which.relation.startswith("run") and reporting.cue_class(lemma, which.cue.pos_) == "other" and not inverted:
        return False  # “Under the law, a mayor is removed for “neglect””, “The paper caught the words: “…””
    if which.cue.text == ":" and _classes().get(head.lemma_.lower()) == "document":
        return False  # “Cover image: …”, “His latest book is: “…””
    if which.relation.startswith(PARSED) and reporting.cue_class(lemma, which.cue.pos_) == "other":
        return False
    if which.cue.pos_ != "VERB":
        return True
    if lemma == "put":
        return any(c.lower_ == "it" for c in which.cue.children)
    shows = reporting.cue_class(lemma, "VERB") == "evidence"
    return not shows or (head.lemma_.lower() not in SHOWING and _classes().get(head.lemma_.lower()) == "document")


def _is_occasion(noun: Token) -> bool:
    """Whether a noun only tells when something was: meeting in “a woman during a meeting who claimed …”."""
    return any(c.dep_ == "case" and c.lower_ in ("during", "after", "before", "since") for c in noun.children)


def _is_quoted(article: _Article, which: Attribution, head: Token) -> bool:
    """Whether a source stands within the words quoted, where its verb does not."""
    around = _around(article, head.idx)
    return which.cue is not None and any(not run.start <= which.cue.idx < run.end for run in around)


def _is_place(head: Token) -> bool:
    """Whether a source is only where somebody is (“was in Y: “…”, he said”), or whom one speaks to (“To Y: Stay.”)."""
    return any(c.dep_ == "case" and (c.lower_ in PLACED or c.text == "To") for c in head.children)


def _is_question(article: _Article, which: Attribution) -> bool:
    """Whether quoted words are the question that somebody is asked: “Asked, “Is it you?” Y replied …”."""
    start, end = which.pieces[0]
    sentence = article.text[max(0, start - 80) : start]
    return article.text[start:end].rstrip("\"”’'")[-1:] == "?" and bool(ASKED.search(sentence))


def _antecedent(article: _Article, relative: Token) -> Token | None:
    """The noun that a relative pronoun stands for; for “who” the person named right before it."""
    before = relative.nbor(-1) if relative.i else relative
    if before.is_punct and before.i:
        before = before.nbor(-1)
    if before.lower_ == "others":
        return before  # “men like Y and others who”
    if relative.lower_ == "who" and (_actor(article, before).kind in PERSONS or _is_person(before)):
        return _named_above(article, before)
    if relative.lower_ == "who" and (above := _named_above(article, before)) != before:
        return above  # “Senator Y of California, who”
    if relative.lower_ == "which" and (body := _body_described(relative)) is not None:
        return body
    noun = next((token.head for token in relative.ancestors if token.dep_.startswith("acl")), None)
    if noun is None or before.head != noun or before.dep_ != "conj":
        return noun if noun is None else _message(noun)
    return before  # “against lawmakers and groups that say”


def _body_described(which: Token) -> Token | None:
    """The body that an apposition before *which* says more of: Y of “Y, a group of harbour workers, which said”."""
    doc, last = which.doc, which.i - 1
    comma = next((i for i in range(last - 1, which.sent.start, -1) if doc[i].text == ","), None)
    if comma is None or doc[last].text != "," or doc[comma + 1].tag_ != "DT" or doc[comma - 1].pos_ != "PROPN":
        return None
    named = doc[comma - 1]
    while named.head.pos_ == "PROPN" and named.dep_ in ("compound", "flat") and named.head.i < comma:
        named = named.head
    return None if any(t.tag_ in FINITE for t in doc[comma:last]) else named


def _message(noun: Token) -> Token:
    """The message that people are addressed with: “left voicemails with voters that said”; else the noun itself."""
    above = noun.head
    addressed = noun.dep_ == "nmod" and any(
        c.lower_ in ("with", "to", "for") for c in noun.children if c.dep_ == "case"
    )
    told = dict(reporting.senses(above.lemma_.lower(), "NOUN")).get("communication", 0) > MOSTLY
    return above if addressed and told else noun


def _named_above(article: _Article, noun: Token) -> Token:
    """The name that a noun says more of: Y of “Y, a former governor and preacher who …”; else the noun itself."""
    edge = next(t for t in noun.doc[noun.left_edge.i : noun.i + 1] if not t.is_punct or t == noun)
    named = edge.nbor(-2) if noun.dep_ == "appos" and edge.i > 1 and edge.nbor(-1).text == "," else noun
    if named != noun and _actor(article, named).kind == "named":
        return named  # “the account of Y, a pilot who …”
    above = noun
    while (
        above.dep_ in ("conj", "appos")
        or (above.dep_ in ("nmod", "flat") and not _is_person(noun))
        or (above.dep_ == "nmod" and noun.dep_ == "conj")
    ):
        above = above.head
        if above.i < noun.i and _actor(article, above).kind == "named":
            return above
    return noun


def _span_of(token: Token) -> tuple[int, int]:
    """The words of a noun up to it, without the preposition before them."""
    words = token.doc[token.left_edge.i : token.i + 1]
    first = next((t for t in words if t.dep_ not in ("case", "cc") and not t.is_punct), token)
    return first.idx, token.idx + len(token)


def _pronoun(article: _Article, head: Token, which: Attribution) -> Speaker:
    word = head.lower_
    if word in FIRST:
        return _speaker_of(article, head.idx)
    if word in HE_SHE:
        meant = article.referents.get(head.i)
        if meant is None or meant.who is None:
            return Speaker(None, "role")
        if not meant.named:
            return Speaker(meant.who, "anonymous" if meant.who.startswith(("a ", "an ", "one ")) else "role", "pronoun")
        own = meant.who in article.reporters
        return Speaker(meant.who, "own reporter" if own else "named", "pronoun")
    if word in NEUTER:
        return _it(article, which)
    return Speaker(None, "collective")


def _it(article: _Article, which: Attribution) -> Speaker:
    """The body or document that spoke last, in the sentence before or in this one."""
    last = article.told[-1] if article.told else Speaker()
    between = "" if not article.told else article.text[max(article.found[len(article.told) - 1].pieces)[1] : _at(which)]
    near = "\n" not in between and len(re.findall(r"[.!?]\s", between)) <= 1
    return (
        Speaker(last.name, last.kind, "pronoun")
        if near and last.kind in ("organisation", "document")
        else Speaker(None, "organisation")
    )


def _at(which: Attribution) -> int:
    return which.cue_span[0] if which.cue_span else which.pieces[0][0]


def _speaker_of(article: _Article, position: int) -> Speaker:
    """Who says I and we: the speaker of the quotation around it, else the reporter."""
    if not _around(article, position):
        return Speaker(None, "own reporter")
    near = sorted(article.numbered.near([(position, position + 1)]), key=_number)
    holding = (k for k, a in near if any(start <= position < end for start, end in a.pieces))
    return next((article.told[k] for k in holding if k < len(article.told)), Speaker())


def _around(article: _Article, position: int) -> list[marks.Run]:
    """The quotation marks around a place."""
    return [run for run in article.runs.near([(position, position + 1)]) if run.start <= position < run.end]


def _number(one: tuple[int, Attribution]) -> int:
    return one[0]


def _phrase(article: _Article, head: Token, source: tuple[int, int]) -> Speaker:
    """The speaker whom a phrase means, by its name or by its description."""
    source = source[0], _past_general(article.text, source[1])
    phrase = article.text[_begins(article.text, source[0], head.idx) : source[1]]
    if _holds_verb(head, source[0]) or _is_anyone(head) or QUESTIONING.match(phrase):
        return Speaker()  # “Y, who has a farm and is a lawyer, told”, “as any lawyer can tell”, “where a road, …”
    named = _first_of(article, head, source) or _actor(article, head)
    if named.kind not in PERSONS and (bearer := _described_before(article, head, source)) is not None:
        return bearer
    if _only_owns(article, head, source):
        named = Speaker()
    other = _other_than_named(head, named, phrase) or _together(article, head, source, named)
    if other is not None:
        return other
    if named.kind not in ("named", "own reporter"):
        apposed = _apposed(article, head, source)
        if apposed.name and (joined := _together(article, head, source, apposed)) is not None:
            return joined  # “Mayor Y and her aides”
        named = apposed if apposed.name else named
    if named.kind == "named" and _is_one_of_several(article, head, source):
        return Speaker(None, "collective")
    if named.name is not None:
        return Speaker(named.name, "own reporter", named.reached) if OWN.match(phrase) else named
    capital = head.pos_ == "PROPN" or (head.text[:1].isupper() and not head.is_sent_start)
    called = _in_capitals(head, phrase) if capital else None
    return _of_owner(article, head, _in_words(article, head, phrase) if called is None else called)


def _of_owner(article: _Article, head: Token, speaker: Speaker) -> Speaker:
    """The speaker by the name of whom a pronoun before it means: Y's office of “his office”; missing where unsure."""
    owner = next((c for c in head.children if c.dep_ == "nmod:poss" and c.lower_ in HE_SHE | NEUTER | PLURAL), None)
    first = (speaker.name or "").split(" ")[0].lower()
    if owner is None or first != owner.lower_ or speaker.kind in ("role", None):
        return speaker
    meant = article.referents.get(owner.i)
    if meant is None or meant.who is None or not meant.named:
        return Speaker(None, speaker.kind)
    return Speaker(f"{meant.who}'s {(speaker.name or '')[len(first) + 1 :]}", speaker.kind, "pronoun")


def _other_than_named(head: Token, named: Speaker, phrase: str) -> Speaker | None:
    """The document or body that bears somebody's name: “the Ardin Poll”, “the Ardin mayor’s Office”."""
    last = (named.name or "").endswith(f" {head.text}")  # no first name: Bill, Mark, Grant
    if named.kind in PERSONS and last and _classes().get(head.lower_) == "document":
        return Speaker(_short(phrase), "document", named.reached)
    if named.kind == "organisation" and (named.name or "").lower() in BODY_WORDS:
        return Speaker(_short(phrase), "organisation", named.reached)
    return None


def _in_capitals(head: Token, phrase: str) -> Speaker | None:
    """Who is meant by a noun with a capital that is no actor's name; None where its word alone tells."""
    kind = _classes().get(head.lower_) or _classes().get(head.lemma_.lower())
    determined = _is_determined(head)
    if determined and head.lower_ in lookup.load().titles:
        return Speaker(_short(phrase), "role")  # “the New York Democrat”
    if kind == "organisation" or (determined and kind is None):
        return Speaker(_short(phrase), "organisation", "named")
    if kind is None and head.tag_ in PLURALS and (head.text in lookup.load().names or _is_person(head)):
        return Speaker(_short(phrase), "collective")  # “House Democrats”
    return Speaker() if kind != "unnamed" and not determined else None  # “UPDATE: …”


def _in_words(article: _Article, head: Token, phrase: str) -> Speaker:
    """Who is meant by a description: as it was first worded, where it says that it is the same again."""
    lemma = head.lemma_.lower()
    kind = _class_of_noun(head, lemma, phrase)
    if kind == "anonymous" and _is_determined(head):
        word = head.lower_ if head.tag_ in PLURALS else lemma
        told = (s for s in reversed(article.told) if s.kind == kind and s.name and s.name.split()[-1] == word)
        same = list(told)
        if any(FURTHER.match(s.name or "") for s in same):
            return Speaker(None, kind)  # after “another man” the man may be either
        return next(iter(same), Speaker(_short(phrase), kind))
    return Speaker(_short(phrase), kind) if kind else Speaker()


def _past_general(text: str, end: int) -> int:
    """Where a source ends whose last word is an adjective after its noun: “the two inspectors general”."""
    after = GENERAL.match(text, max(0, text.rfind(" ", 0, end) + 1), end + LONGEST_NAME)
    return max(end, after.end()) if after else end


def _only_owns(article: _Article, head: Token, source: tuple[int, int]) -> bool:
    """Whether the head of a source only tells whose somebody is who speaks: Y in “Rep. Y’s attorney, Z, said”."""
    mention = _mention_at(article, head)
    rest = "" if mention is None else article.text[mention.end : source[1]]
    return rest[:2] in ("’s", "'s") and any(letter.isalpha() for letter in rest[2:])


def _is_anyone(head: Token) -> bool:
    """Whether nobody in particular is meant: “any lawyer”, “not all lawyers”."""
    first = head.left_edge.i
    negated = any(t.lower_ == "not" for t in head.doc[max(head.sent.start, first - 1) : head.i])
    return negated or any(c.lower_ in ANYONE for c in head.children if c.dep_ == "det")


def _holds_verb(head: Token, start: int) -> bool:
    """Whether a clause stands before the head of a source, which is then no phrase."""
    return any(t.pos_ in ("AUX", "VERB") and t.tag_ in FINITE for t in head.sent if start <= t.idx < head.idx)


def _first_of(article: _Article, head: Token, source: tuple[int, int]) -> Speaker | None:
    """The person whom a source begins with where its head is whom they are of: Y of “Y of the Foundation”."""
    text = article.text
    here = _starting(article, source[0], source[0] + 1)
    people = (m for m in here if m.kind == "person" and m.end <= head.idx)
    first = next(people, None)
    belongs = first is not None and BELONGING.match(text, first.end, source[1])
    return _of_mention(article, first, head) if first is not None and belongs else None


def _described_before(article: _Article, head: Token, source: tuple[int, int]) -> Speaker | None:
    """The person whom a source only says more of: Y of “Y, the chairman and a supporter of the wall, said”.

    The name stands before it, with a comma after it, no verb between them, and a comma between source and verb.
    """
    text, start = article.text, head.sent.start_char
    closed = text[source[1] : source[1] + 1] == ","
    people = [m for m in _starting(article, start, source[0]) if m.kind == "person" and m.end < source[0]]
    if not closed or not people:
        return None
    name = max(people, key=_end_of)
    between = head.doc.char_span(name.end, source[0], alignment_mode="expand")
    first = head.doc.char_span(name.start, name.end, alignment_mode="expand")
    if between is None or first is None or text[name.end] != "," or any(t.pos_ in ("VERB", "AUX") for t in between):
        return None
    joined = between[-1].lower_ in ("and", "of", "the") or between.text.strip() == ","
    governed = any(t.pos_ == "ADP" for t in head.doc[max(0, first.start - 3) : first.start])
    return _of_mention(article, name, first.root) if joined and not governed else None


def _end_of(mention: _Mention) -> int:
    return mention.end


def _together(article: _Article, head: Token, source: tuple[int, int], named: Speaker) -> Speaker | None:
    """Those who are said to speak together, as one collective: “Y and Z said”; None where one speaks alone."""
    others = [c for c in head.children if c.dep_ == "conj" and c.i > head.i and source[0] <= c.idx < source[1]]
    last = next((k for k, c in enumerate(others) if any(t.dep_ == "cc" for t in c.children)), len(others))
    others = others[: last + 1]
    if named.kind == "named" and any(_is_theirs(c) and _crowd(c) is None for c in others):
        return Speaker(None, "collective")  # “Y and his wife”
    words = head.doc[head.i : max((c.i for c in others), default=head.i)]
    bare = [t for t in words if not (t.text in "()" and _is_of_party(article.text, t))]
    if named.name is None or not others or any(t.tag_ in FINITE or t.text in '“”"(' for t in bare):
        return None
    names = [_actor(article, other).name or _within(article, other) or _crowd(other) for other in others]
    told = [name for name in names if name and name != named.name and len(name) > PARTY and not _is_role(name)]
    return Speaker(" and ".join([", ".join([named.name, *told[:-1]]), told[-1]]), "collective") if told else None


def _within(article: _Article, noun: Token) -> str | None:
    """The person whose name a noun before it says more of, by the parse its head: Y of “Leader Y”."""
    flat = [c for c in noun.children if c.dep_ == "flat"]
    people = (m for m in _starting(article, noun.idx, flat[-1].idx + 1) if m.kind == "person") if flat else ()
    return next((m.actor for m in people), None)


def _is_one_of_several(article: _Article, head: Token, source: tuple[int, int]) -> bool:
    """Whether a source is one of several persons: “Y, the chair of the panel, and Z said”, “Y (D), X and Z said”.

    No finite verb stands between them.
    """
    text, sentence = article.text, head.sent
    start = sentence.start_char + max(text[sentence.start_char : source[0]].rfind(mark) for mark in '“”"') + 1
    if text[start : source[0]].endswith(" and ") and not _has_verb(head.doc, start, source[0]):
        return any(m.kind == "person" for m in _starting(article, start, source[0]))
    following = _starting(article, source[1], source[1] + NEXT) if text[source[1] : source[1] + 1] == "," else []
    last = text.find(" and ", source[1], sentence.end_char)
    listed = any(m.kind == "person" and m.end <= last for m in following)
    return listed and not _has_verb(head.doc, source[1], last)


def _has_verb(doc: Doc, start: int, end: int) -> bool:
    """Whether a finite verb stands in a stretch of the text."""
    words = doc.char_span(start, end, alignment_mode="contract")
    return words is None or any(t.pos_ in ("VERB", "AUX") and t.tag_ in FINITE for t in words)


def _is_of_party(text: str, bracket: Token) -> bool:
    """Whether a bracket holds the party of whoever stands before it: “(D-Calif.)”."""
    start = bracket.idx if bracket.text == "(" else text.rfind("(", 0, bracket.idx)
    return start > 0 and OF_PARTY.match(text, start) is not None


def _has_article(noun: Token) -> bool:
    """Whether a noun has a determiner; without one, “booster and columnist Y” is one person."""
    return any(c.dep_ == "det" for c in noun.children)


def _is_role(name: str) -> bool:
    """Whether a name is only a title in the plural (“Presidents Y and Z”)."""
    return name.lower().removesuffix("s") in lookup.load().titles


def _crowd(noun: Token) -> str | None:
    """The words for several people without a name (“his aides”, “his team”); None for anything else."""
    words = " ".join(t.text for t in noun.doc[noun.left_edge.i : noun.i + 1] if t.dep_ != "cc" and not t.is_punct)
    group = _is_theirs(noun) and dict(reporting.senses(noun.lemma_.lower(), "NOUN")).get("group", 0) > MOSTLY
    return words if (group or noun.tag_ in PLURALS) and can_speak(noun) else None


def _is_theirs(noun: Token) -> bool:
    """Whether a noun is told to be somebody's (“his wife”)."""
    return any(c.dep_ == "nmod:poss" for c in noun.children)


def _is_person(noun: Token) -> bool:
    """Whether a noun mostly names a person."""
    return reporting.mostly_person(noun.lemma_.lower())


def _ends_a_name(article: _Article, position: int) -> bool:
    """Whether the name of a place or body ends at a position (“attorney for the District of Y Karl Lund”)."""
    near = _starting(article, position - LONGEST_NAME, position)
    return any(m.end == position and m.kind != "person" for m in near)


def _ends_with_title(words: str) -> bool:
    """Whether words end with a title: “the White House chief of staff”."""
    last = words.lower().split()
    return any(" ".join(last[-k:]) in lookup.load().titles for k in range(1, len(last) + 1))


def _is_titled_behind(words: str) -> bool:
    """Whether a title in short begins a new phrase: “critic of the Town Hall Sen.” before a name."""
    last = words.split()[-1:]
    return last != [] and last[0] in ABBREVIATED and bool(OF_THE.search(words))


def _begins(text: str, start: int, head: int) -> int:
    """Where the words for a source begin: after a comma before its head (“Earlier in the day, advisers”)."""
    comma = text.rfind(", ", start, head)
    return start if comma < 0 else comma + 2


def _apposed(article: _Article, head: Token, source: tuple[int, int]) -> Speaker:
    """The person whom a source phrase is in apposition to: “the leader of the Senate, Y”, “Y, a spokesman”."""
    start, end = source
    if _classes().get(head.lemma_.lower()) == "document":
        return Speaker()  # “a letter to his company, Y”
    inside = [m for m in _starting(article, start, end) if m.kind == "person" and m.end <= end]
    if len(inside) > 1 and head.tag_ in PLURALS:
        return Speaker()  # “the senators – X, Y and Z”
    for mention in inside:
        if AMONG.search(_before(article, mention, start)):
            break
        if _is_apposed(article, head, source, mention):
            return _of_mention(article, mention, head)
    return _named_at_end(article, head, source, bool(inside)) or _named_below(article, head)


def _before(article: _Article, mention: _Mention, start: int) -> str:
    """The words of a phrase before a name in it, without its description unless they are nothing else."""
    before = article.text[start : mention.start].rstrip()
    if mention.descriptor and before.endswith(mention.descriptor):
        return before.removesuffix(mention.descriptor).rstrip() or mention.descriptor
    return before


def _is_apposed(article: _Article, head: Token, source: tuple[int, int], mention: _Mention) -> bool:
    """Whether a phrase says more of a name within it: not of Y in “Rep. Y’s attorney, Z”."""
    text, (start, end) = article.text, source
    before, after = _before(article, mention, start), ASIDE.sub("", text[mention.end : end])
    if after[:2] in ("’s", "'s"):
        return False
    if (not before or before[-1] in ",–—-&") and ENDS_APPOSITION.match(after):
        return True
    if before and before.removeprefix("the ") == mention.descriptor.removeprefix("the "):
        return True
    if after.strip():
        return False
    one = before.endswith(" and") and head.tag_ == "NN" and not _has_article(head)
    behind = _ends_a_name(article, start + len(before)) or _is_titled_behind(text[start : mention.start])
    return _ends_with_title(before) or (_is_person(head) and (one or behind))


def _named_at_end(article: _Article, head: Token, source: tuple[int, int], peopled: bool) -> Speaker | None:
    """The body that ends a phrase without a person in it, or the person right behind it: “his lender, Ardin Bank”."""
    text, (start, end) = article.text, source
    if peopled:
        return None
    bodies = [m for m in _starting(article, start + 1, end) if m.kind == "organisation" and m.end == end]
    if len(bodies) == 1 and text[start : bodies[0].start].endswith(", "):
        return _of_mention(article, bodies[0], head)
    follows = next((m for m in _starting(article, end + 1, end + 2) if text[end] == " "), None)
    if follows is not None and follows.kind == "person" and _ends_with_title(text[start:end]):
        return _of_mention(article, follows, head)  # “the White House Chief of Staff Y”
    return None


def _named_below(article: _Article, head: Token) -> Speaker:
    """The person or own reporter whose name stands right behind a noun, or hangs on it."""
    beside = [head.nbor(1)] if head.i + 1 < len(head.doc) else []
    below = [c for c in head.children if c.dep_ in ("flat", "compound", "appos") and c.i > head.i]
    named = (_actor(article, c) for c in beside + below)
    return next((s for s in named if s.kind in ("named", "own reporter")), Speaker())


def _actor(article: _Article, head: Token) -> Speaker:
    """The actor mentioned at a token, as speaker: the outlet’s own reporter where the article presents them so."""
    mention = _mention_at(article, head)
    if mention is None:
        return Speaker()
    token = next(i for i in _near(head) if article.mentions.get(i) == mention)
    return _of_mention(article, mention, head.doc[token])


def _mention_at(article: _Article, head: Token) -> _Mention | None:
    return next((article.mentions[i] for i in _near(head) if i in article.mentions), None)


def _near(head: Token) -> tuple[int, ...]:
    """Where the name may stand that a token begins: after a title in short."""
    return (head.i, head.i + 1, head.i + 2) if head.text in ABBREVIATED else (head.i,)


def _of_mention(article: _Article, mention: _Mention, token: Token) -> Speaker:
    name, kind, reached = mention.actor, mention.kind, mention.reached
    if (
        not kind
        and name.endswith(f" {token.text}")
        and token.tag_ in PLURALS
        and not speaks(token.lower_.removesuffix("s"))
    ):
        return Speaker()  # “Essential Health Benefits”
    if kind == "organisation" and token.tag_ in PLURALS and token.lower_ not in _classes():
        if " " not in name and speaks(token.lower_.removesuffix("s")):
            return Speaker(name, "collective", reached)
        if token.text not in name.split():
            return Speaker(token.text, "collective", reached)  # many Democrats are not their party
    if kind == "person" and (name in article.reporters or _is_presented_as_reporter(article, mention)):
        return Speaker(name, "own reporter", reached)
    return Speaker(name, CLASS_OF_ACTOR.get(kind or "", "named" if token.pos_ == "PROPN" else "role"), reached)


def _is_presented_as_reporter(article: _Article, mention: _Mention) -> bool:
    """“The network’s Y, reporting from Z, said”: a possessor before the name, the field after it."""
    text = article.text
    before, after = text[max(0, mention.start - 60) : mention.start], text[mention.end : mention.end + 60]
    return bool(OWNED.search(before)) and bool(FIELD.match(after))


def _is_determined(head: Token) -> bool:
    return any(child.lower_ in DETERMINED for child in head.children if child.dep_ == "det")


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """Nouns that tell what kind of source they are, of `data/source_words.csv`: organisation, document, unnamed."""
    rows = known.table("source_words.csv", ["word", "class", "source"])
    return {word: kind for word, kind in zip(rows["word"], rows["class"], strict=True) if kind != "hidden"}


@lru_cache(maxsize=1)
def _hidden() -> re.Pattern[str]:
    """The words that say that a source is not to be named."""
    rows = known.table("source_words.csv", ["word", "class", "source"])
    return re.compile("|".join(map(re.escape, rows.loc[rows["class"].eq("hidden"), "word"])), re.I)


def _class_of_noun(head: Token, lemma: str, phrase: str) -> str | None:
    senses = dict(reporting.senses(lemma, "NOUN"))
    known_as = _classes().get(head.lower_) or _classes().get(lemma)
    if known_as == "unnamed" or (_hidden().search(phrase) and "person" in senses):
        return "anonymous"
    if known_as:
        return known_as
    if senses.get("person", 0) > MOSTLY and not any(c.lower_ == "no" for c in head.children):
        if head.tag_ in PLURALS or any(c.lower_ in QUANTITIES for c in head.children):
            return "collective"
        owned = _is_determined(head) or any(child.dep_ == "nmod:poss" for child in head.children)
        return "role" if owned else "anonymous"
    return "collective" if senses.get("group", 0) > MOSTLY and not _is_of_things(head) else None


def _is_of_things(group: Token) -> bool:
    """Whether a group is one of things: “a series of articles”, “the collection of records”."""
    of = [c for c in group.children if c.dep_ == "nmod" and any(t.lower_ == "of" for t in c.children)]
    return any(one.pos_ == "NOUN" and not reporting.is_people(one.lemma_.lower()) for one in of)


def _short(phrase: str) -> str | None:
    """A source phrase up to its first comma or relative clause, without “the” or a preposition before it."""
    phrase = " ".join(ASIDE.sub(" ", phrase).split()).strip(" ,;:–—―-")
    while (shorter := LEADING.sub("", phrase)) != phrase:
        phrase = shorter
    first = re.split(r",| who | which | that |\s[–—―-]+\s|[—―]|\(", TRAILING.sub("", phrase))[0].strip()
    return OWNER.sub("", DANGLING.sub("", first)) or None
