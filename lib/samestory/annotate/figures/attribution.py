"""Who says a figure: according to X, the speaker of the quotation around it, X's verb of saying, or X's survey."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from samestory import known
from samestory.annotate import marks, reporting
from samestory.annotate.figures import nouns, saying, within
from samestory.annotate.figures.counted import RESPONDENTS
from samestory.annotate.quotes.attributions import attributions
from samestory.annotate.quotes.places import Places
from samestory.annotate.quotes.sources import ISSUING
from samestory.annotate.quotes.speakers import ABBREVIATED
from samestory.calendar import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Offsets = tuple[int, int]
BEING = known.words("words that end no source")
SPOKEN = ("I", "we", "We", "you", "You")  # says somebody quoted, whose words name another source
HELPING = known.words("helping words before said")
LONG = 60
_APPOSITION = re.compile(r", (?=[a-z])(?!and |or |as well )|, [DRI]-[A-Z]|\s[—–]")
TITLES = {title.rstrip(".") for title in ABBREVIATED} | known.words("ranks in short")
GOING_ON = known.words("verbs of going on")
EVENTS = known.words("events and listeners that tell nothing")
OURS = frozenset({"our", "my", "your"})
OF_THINGS = known.words("verbs that tell of a thing")
COUNTS = known.words("papers that count")
VAGUE = known.words("sources that name nobody")
TELLING = frozenset("neutral claim announcement warning concession denial evidence criticism".split())
_ACCORDING = re.compile(
    r"\b(?:according to|as per|citing|figures from|data from|numbers from|reported by|estimated by|"
    r"(?:data|figures|numbers|list|tally|count|statistics|survey|poll|database|analysis|records) compiled by)\s+"
    r"(?P<x>[^,;:“”\"()\n]{2,120})",
    re.I,
)
_POLL = re.compile(
    r"^\W*(?:In|From|Per)\s(?P<x>(?:an?|the|its|their|his|her|one|another)\s[^,;:“”\"()\n]{0,80}?"
    r"(?:survey|poll|report|study|statement|census|analysis|release|memo|letter|tweet|filing))\b"
)
_DONE = (
    r"[.,;”\"]|$|\s(?:on|in|at|during|after|before|this|last|late|early|earlier|yesterday|today|to|by|through|when|while|"
    r"as|[A-Z][a-z]+day)\b"
)
_LAST = re.compile(
    r"[,”\"]\s(?P<x>(?:the |an? |its |their )?[^,;:“”\"\n]{2,80}?)\s(?:has |have |had |also )?"
    rf"(?:told\s[\w’' ]{{2,40}}|(?:said|says|added|reported|reports|wrote|estimated|estimates)\b)(?={_DONE})"
)
_BEHIND = re.compile(
    r",\s(?P<x>(?:the |an? |its |their |new |official |government )?[^,;:“”\"\n]{0,60}?\b(?:data|figures|"
    r"records|reports?|survey|poll|"
    r"documents?|statistics|numbers|estimates?|analysis|filings?))\s(?:has |have |had |also )?(?:shows?|"
    r"showed|indicates?|indicated|"
    r"suggests?|suggested|said|says|finds|found|reveals?|revealed)\b(?=[\s.,]|$)",
    re.I,
)
_INVERTED = re.compile(
    r"[,”\"]\s(?:said|says|added|told|reported|wrote|estimated|estimates)\s(?P<x>(?:the |an? |its |their |[a-z]+ )?"
    r"(?:(?:[A-Z]\w{1,4}\.|[A-Z][\w’'.-]*\w|[a-z-]+(?=\s[A-Z])|of|the|for|and)\s){0,7}?[A-Z][\w’'-]*\w)"
    r"(?=,|\.?[”\"]?$|\s(?:who|in|on|at|after|as|during|when|told)\b|$)"
)
_QUOTED = re.compile(
    r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))\s(?P<x>[^,;:“”\"\n]{2,80}?)\s(?:as )?(?:saying|telling|reporting)\b"
)
_QUOTING = re.compile(
    r",\s(?:quoting|citing)\s(?!from\b|in\b)(?P<x>[^,;:“”\"\n]{2,80}?)"
    r"(?=\s(?:as (?:saying|telling|reporting)|who|which|that)\b|[.,;]?$|[,;])"
)
_COUNT_BY = re.compile(
    r"\b[Bb]y (?P<x>(?:(?:the|its|an?) )?(?:[\w’'.-]+ ){1,4}?(?:(?:own|latest|official|preliminary) )?"
    r"(?:estimates?|counts?|tally|tallies|reckoning|calculations?))(?=[\s.,;:)]|$)"
)
_REPORTING = re.compile(
    r"\b(?P<x>(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Oo]ne|[A-Z][\w’'.]+)\s(?:(?!an?\s|the\s)[\w’'.-]+\s){0,3}(?:"
    r"survey|poll|report|study|analysis|census|review|audit|"
    r"estimate|statement))\s(?:that|showing|finding|saying|(?:which )?"
    r"(?:showed|shows|found|finds|said|says|estimated|suggests))\s"
)
_NAMED_THAT = re.compile(
    r"(?:^|[.;“”\"]\s?|, |\b(?:and|but|as|while) )(?P<x>[A-Z][\w’'.-]*\w(?: [A-Z][\w’'.-]*\w){1,3})"
    r"(?:, [^,;“”]{3,90},)? (?:also |has |had )?"
    r"(?:projects?|projected|estimates?|estimated|forecasts?|predicts?|predicted|says?|said|reports?|reported) that\s"
)
_REVISED = re.compile(
    r"(?:^|[.;,]\s|\bbut\s|\band\s)(?P<x>[A-Z]?[\w’'.-]+(?:\s[\w’'.-]+){0,4}?)\s(?:also |have |has |"
    r"had )*(?:cut|raised|lowered|reduced|"
    r"revised|upgraded|downgraded|put|trimmed)\s(?:its|their|his|her)\s(?:[\w’'.-]+\s){0,3}?(?:estimate|"
    r"forecast|projection|outlook|target)s?\b"
)
_FORESAW = re.compile(
    r"(?:^|[.;,]\s)(?P<x>(?:the |The |an? )?[\w’'.-]+(?:\s[\w’'.-]+){0,5}?)(?:, (?:which|"
    r"who) [^,;]{2,90},)?\s(?:had |have |has )?(?:forecast|"
    r"estimated|predicted|projected|expected)\s"
)
_PUT = re.compile(
    r"(?:^|[.;,]\s(?:(?:but|and|while) )?|\b(?:but|and|while|that) )"
    r"(?P<x>(?!(?:but|and|while) )(?:[Tt]he |[Aa]n? )?[\w’'.-]+(?: [\w’'.-]+){0,6}?) "
    r"(?:has |have )?puts? (?:the|its|their)(?: [\w’'-]+){0,2} "
    r"(?:tolls?|numbers?|figures?|counts?|costs?|losses|total|crowds?|turnout|attendance|damages?|"
    r"dead|injured)(?: [\w’' -]{2,30})? at (?:[\w ]{2,14} )?[$£€]?$"
)
_CLAIMS = re.compile(
    r"\b(?P<claims>claims?|allegations?|accusations?|assertions?|estimates?)"
    r"(?: (?:from|by) (?P<x>[\w’'. -]{2,60}?))? that\b(?=[^;]*$)"
)
_WITH = re.compile(
    r"\bwith (?P<x>[\w’'. -]{2,60}?) (?:reporting|saying|claiming|estimating|putting [^,;]{2,40} at)"
    r" (?:[\w ]{2,14} )?[$£€]?$"
)
_WITH_WHAT = re.compile(r"with\b")  # countered with tariffs, and not with words
_TERMS = re.compile(r",? who (?:spoke|asked|requested|declined|insisted|was granted|were granted)\b")
_STRAY = re.compile(r"[a-z]+, (?=[A-Z])")
_DAY_BEHIND = re.compile(
    rf"(?: (?:late|early|earlier))?(?: (?:on|in))? (?:{'|'.join(map(str.capitalize, (*WEEKDAYS, *MONTHS)))})"
    r"(?: (?:morning|afternoon|evening|night))?$"
)
_NOBODY = re.compile(
    r"^(?:(?:this|last|next|that|the past|the last|earlier this) (?:week|month|year|morning|quarter|"
    r"spring|summer|autumn|fall|winter)\b|"
    r"(?:late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|no\b|nothing\b|nobody\b|none\b|"
    r"(?:enough|these|those) |(?P<one>\w+) (?:to|by|for|after) (?P=one)\b|questions?\b|what\b|it[’']s\b|there\b|"
    r"(?:an?|the) earlier version|this (?:story|article|post|piece)\b|the (?:word|term|phrase|expression)\b)",
    re.I,
)
_ENDS = re.compile(
    r"\s(?:which|who|that|on(?! (?!\w+day)[A-Z])|in|after|before|as|said|says|"
    r"show\w*|suggest\w*|indicat\w*|found|finds|reveal\w*|had|have|has|were|was|is|are|released|"
    r"published|obtained"
    r"|reviewed|while|when|where|during|since|at|from|cited|quoted|told|seen)\b"
)
_CLOSE_TO = re.compile(
    r"\b(?:(?:an?|the|two|three|several|multiple) )?(?:[a-z]+ )?(?:sources?|persons?|people|officials?|aides?) "
    r"(?:close to|familiar with|briefed on|with knowledge of|with direct knowledge of)\s+$"
)
_DAILY, _TODAY = re.compile(r"(?:[\w ]* )?[A-Z]{2,}$"), re.compile(r" T(?:oday|ODAY)\b")  # a paper called by its day
_NAME_BEHIND = re.compile(r"\.?(?: [A-Z][\w’'-]*\.?(?=[ ,]))*(?: [A-Z][\w’'-]*\w)")
_LABELLED = re.compile(
    r"(?:^|(?<=[.?!”\"…)] ))(?P<x>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})(?:,? \([^)\n]{1,40}\))?:\s", re.M
)
_DATA_FROM = re.compile(
    r"(?:[\w’'-]+ ){0,6}?(?:data|figures|numbers|records|statistics|estimates?|survey|poll|study|report|analysis)"
    r" (?:released |published |compiled )?(?:from|by|on)\b",
    re.I,
)


class Quotation(NamedTuple):
    """A stretch of reported words with its source; `direct` where it stands between quotation marks."""

    start: int
    end: int
    source: Offsets
    direct: bool
    cue: "Token"
    noun: bool  # whether a noun is told, not a clause: announced 12 cuts


def quotations(text: str, doc: "Doc") -> Places[Quotation]:
    """The reported words of a text that somebody tells, by their places: not what he wants, hopes or supports."""
    runs: Places[marks.Run] = Places()
    for run in marks.runs(text):
        runs.add(run, [(run.start, run.end)])
    found: Places[Quotation] = Places()
    for said in attributions(doc):
        if said.source is None or said.cue is None or _agreed(said.cue) or _pronoun_behind(text, said.source, said.cue):
            continue
        if (
            _undergone(said.cue, said.source)
            or saying.unsaid(said.cue)
            or saying.puts(said.cue)
            or _open_whose(said.cue)
        ):
            continue
        for start, end in said.pieces:
            if end <= said.cue.idx and _told_behind(said.cue):
                continue
            direct = any(run.start <= start + 1 and end - 1 <= run.end for run in runs.near([(start, start + 1)]))
            deed = (
                _done_with(said.cue, said.relation) or _does(said.cue, said.relation) or _WITH_WHAT.match(text, start)
            )
            if not direct and (deed or _describing(text, said.cue, said.source)):
                continue
            if direct or (
                reporting.cue_class(said.cue.lemma_.lower(), said.cue.pos_) in TELLING and said.cue.text != ":"
            ):
                named = said.relation.startswith("obj") and "+" not in said.relation
                found.add(Quotation(start, end, said.source, direct, said.cue, named), [(start, end)])
    return found


def _describing(text: str, cue: "Token", source: Offsets) -> bool:
    """Whether a verb behind words only says which sum is meant: topping the $60 million the firm announced."""
    return cue.dep_ == "acl:relcl" and cue.head.idx < source[0] and text[: source[0]].rstrip(' ”"')[-1:] not in ",.;"


def _done_with(cue: "Token", relation: str) -> bool:
    """Whether somebody only rejects, takes or issues what a noun names: a judge shot down four claims or issued six."""
    kind = reporting.cue_class(cue.lemma_.lower(), "VERB")
    rejected = relation.startswith("obj") and "+" not in relation and kind in ("denial", "criticism", "concession")
    down = any(child.dep_ == "compound:prt" and child.lower_ == "down" for child in cue.children)
    issued = relation.startswith("obj") and kind == "announcement" and cue.lemma_.lower() in ISSUING - {"announce"}
    return rejected or down or issued or (kind == "concession" and relation.startswith("obl:to"))


def _does(cue: "Token", relation: str) -> bool:
    """Whether somebody does a thing with a verb that also tells: a firm added 12 million users, she named 12 judges."""
    verb, parts = cue.lemma_.lower(), {child.dep_ for child in cue.children}
    thing = cue.pos_ == "VERB" and relation.startswith(("obj", "sentence")) and "obj" in parts and "ccomp" not in parts
    return thing and not (reporting.tells_object(verb) or verb in saying.COUNTING | OF_THINGS)


def _agreed(cue: "Token") -> bool:
    """Whether somebody agrees, concedes, decides or goes on to do something, or agrees with somebody: no figure."""
    if cue.lemma_.lower() in GOING_ON and any(child.dep_ == "xcomp" for child in cue.children):
        return True
    if reporting.cue_class(cue.lemma_.lower(), "VERB") != "concession" and cue.lemma_.lower() != "decide":
        return False
    return any(child.dep_ == "xcomp" and child.i > cue.i for child in cue.children) or (
        cue.lemma_.lower() == "agree" and cue.i + 1 < len(cue.doc) and cue.nbor(1).lower_ == "with"
    )


def _open_whose(cue: "Token") -> bool:
    """Whether a nearer subject may say it: of `the paper reports that the office called it X and said 12 died`."""
    if cue.dep_ != "conj" or any(child.dep_ == "nsubj" for child in cue.children):
        return False
    told = (child for child in cue.head.children if child.dep_ == "ccomp" and cue.head.i < child.i < cue.i)
    return any(child.dep_ == "nsubj" and child.pos_ in saying.NAMING for clause in told for child in clause.children)


def _undergone(cue: "Token", source: Offsets) -> bool:
    """Whether the source is whom the verb is done to: the person charged was 19, the accused were told of 12 dead."""
    done = cue.tag_ == "VBN" and cue.dep_ == "acl" and source[0] <= cue.head.idx < source[1]
    return done or any(child.dep_ == "nsubj:pass" and source[0] <= child.idx < source[1] for child in cue.children)


def _pronoun_behind(text: str, source: Offsets, cue: "Token") -> bool:
    """Of `half say he has changed` he is not who says it."""
    return source[0] > cue.idx and text[slice(*source)] in ("he", "she", "they", "it")


def _told_behind(cue: "Token") -> bool:
    """Whether what is told follows the verb: `After 22 people were killed, Doe said that …` tells no 22."""
    return any(
        child.dep_ == "ccomp" and child.i > cue.i and child.pos_ in ("VERB", "AUX", "ADJ") for child in cue.children
    )


def source(
    text: str, doc: "Doc", sentence: Offsets, start: int, reported: Places[Quotation], share: bool = False
) -> Offsets | None:
    """The offsets of the source named for the figure at `start`; None where the sentence speaks for the outlet.

    Of a percentage (`share`) those who were asked are no source: `60 percent of voters say` is the poll's word.
    """
    words = doc.char_span(start, start + 1, alignment_mode="expand")
    if words is None:
        return None
    around = _around(text, words[0], start, reported)
    according, *others = _ways(text, doc, sentence, start, words[0], around)
    spoken = _innermost([said for said in around if said.direct])
    for way in (according, *others):
        if way is None or _nobody(text[slice(*way)], share, way[0] == sentence[0]):
            continue
        accorded = way == according and ";" not in text[way[1] : start]  # according to her, whatever the clause
        whole = way == spoken or accorded
        if whole or not (within.turned(text, way[1], start) or within.beside(words[0], way[0])):
            return _cut(text, _whole_name(text, _close_to(text, sentence, way)))
    return None


def _around(text: str, token: "Token", start: int, reported: Places[Quotation]) -> list[Quotation]:
    """The reported words in which a figure stands, without those that hold it as an aside of the outlet."""
    added = next((above.left_edge.idx for above in (token, *token.ancestors) if saying.aside(above)), None)
    return [
        said
        for said in reported.near([(start, start + 1)])
        if said.start <= start < said.end
        and text[slice(*said.source)] not in SPOKEN
        and (said.direct or added is None or said.start >= added)
        and (_told_outside(said) if said.direct else _holds(said, text, token))
    ]


def _ways(
    text: str, doc: "Doc", sentence: Offsets, start: int, token: "Token", around: list[Quotation]
) -> list[Offsets | None]:
    """Whom each way of giving a source names for a figure, the surest way first; None where a way names nobody."""
    return [
        _according(text, sentence),
        _labelled(text, start),
        _innermost([quotation for quotation in around if quotation.direct]),
        _inverted(text, sentence, start),
        _before_figure(_QUOTED, text, sentence, start),
        _quoting(text, sentence, start),
        _before_figure(_PUT, text, sentence, start),
        _claimed(text, doc, sentence, start),
        _before_figure(_WITH, text, sentence, start),
        saying.speaker(token),
        _innermost(around),
        _behind(text, sentence, start),
        _by_words(text, sentence, start),
        _by_poll(text, sentence),
        _count_by(text, doc, sentence),
        _before_figure(_REPORTING, text, sentence, start),
        _before_figure(_NAMED_THAT, text, sentence, start),
        _before_figure(_REVISED, text, sentence, start),
        _before_figure(_FORESAW, text, sentence, start),
    ]


def _told_outside(said: Quotation) -> bool:
    """Whether the speaker of words in marks is named outside them: of “When you owe $16, Doe …” Doe is spoken of."""
    return not said.start <= said.source[0] < said.end


def _holds(said: Quotation, text: str, token: "Token") -> bool:
    """Whether indirect words hold a figure that stands among them, and not only beside or behind what is told."""
    if within.turned(text, said.cue.idx, token.idx) or within.before_it(token, said.cue):
        return False
    return not (within.remote(token, said.cue) if said.noun else within.identifies(token, said.cue))


def _whole_name(text: str, named: Offsets) -> Offsets:
    """Of a title the name that follows it, Sen. Jane Doe for Sen.; of a paper called by its day the Today."""
    daily = _DAILY.match(text, *named) and _TODAY.match(text, named[1])
    if daily:
        return named[0], daily.end()
    last = text[slice(*named)].split()[-1]
    if last.rstrip(".") not in TITLES and not (last.islower() and reporting.mostly_person(last)):
        return named
    found = _NAME_BEHIND.match(text, named[1])
    dated = found and {word.lower() for word in found[0].split()} & {*WEEKDAYS, *MONTHS}
    return (named[0], found.end()) if found and not dated else named


def _nobody(source: str, share: bool, opens: bool) -> bool:
    """Days, questions, `which`, what is expected by nobody named and, of a percentage, those who were asked."""
    first, *_, last = source.split() * 2
    if (
        source.lower() in ("a", "an", "the")
        or source.endswith(("’s", "'s"))
        or source.lower() in saying.RELATIVE | HELPING | VAGUE
        or last in BEING
        or (last.endswith("ly") and source.split()[-2:-1] in (["is"], ["are"], ["was"], ["were"]))
        or first in SPOKEN[:-2]
        or not _tells(source, opens)
    ):
        return True
    asked = share and first.lower() != "the" and bool(RESPONDENTS & set(source.lower().split()[:3]))
    counted = share and (first.lower() == "half" or first[0].isdigit())  # Half say …, 23% say …
    return bool(_NOBODY.match(source)) or asked or counted


def _tells(source: str, opens: bool) -> bool:
    """Whether the head of a phrase is a name, a pronoun or a word for people, bodies or papers: a margin tells nothing.

    The first word of a sentence (`opens`) has its capital from there.
    """
    words = re.split(r" (?:of|for|to|in|on|at|by|from|with|close|familiar|about)\b|,", source)[0].split()
    if not words or words[0].lower() in OURS | nouns.PICTURES or words[-1] in EVENTS:
        return False
    known_tellers = (word in COUNTS or reporting.can_tell(nouns.lemma(word)) for word in map(str.lower, words))
    if any(word[:1].isupper() for word in words[opens:]) or any(known_tellers):
        return True
    return len(words) == 1 and not reporting.senses(nouns.lemma(words[0]), "NOUN")


def _before_figure(pattern: re.Pattern[str], text: str, sentence: Offsets, start: int) -> Offsets | None:
    """Where the pattern names a source before the figure, the last time, and nobody else says something behind it."""
    found = list(pattern.finditer(text[sentence[0] : start]))
    if found and any(map(saying.said, text[sentence[0] + found[-1].end() : start].split())):
        return None
    return (sentence[0] + found[-1].start("x"), sentence[0] + found[-1].end("x")) if found else None


def _close_to(text: str, sentence: Offsets, named: Offsets) -> Offsets:
    """Of sources close to the family the sources tell, not the family."""
    before = _CLOSE_TO.search(text, max(sentence[0], named[0] - LONG), named[0])
    return (before.start(), named[1]) if before else named


def _cut(text: str, named: Offsets) -> Offsets:
    """Rick Doe of Rick Doe, who once worked for the party; so of Doe, under fire, Doe late on Monday and ranks, Doe."""
    opens = _STRAY.match(text, *named)
    named = (opens.end(), named[1]) if opens else named
    ends = _TERMS.search(text, *named) or _APPOSITION.search(text, named[0] + 1, named[1])
    ends = ends or _DAY_BEHIND.search(text, named[0] + 1, named[1])
    return (named[0], ends.start()) if ends else named


def _claimed(text: str, doc: "Doc", sentence: Offsets, start: int) -> Offsets | None:
    """Whose claim or estimate the figure stands in: of opposition claims that …, of estimates from activists that …."""
    found = list(_CLAIMS.finditer(text, sentence[0], start))
    if not found:
        return None
    if found[-1]["x"]:
        return found[-1].span("x")
    noun = doc.char_span(*found[-1].span("claims"), alignment_mode="expand")
    tellers = [
        word
        for word in (noun[0].lefts if noun else ())
        if word.dep_ in ("compound", "amod")
        and word.tag_ != "VBG"
        and (word.pos_ == "PROPN" or reporting.can_tell(word.lower_))
    ]
    return (tellers[0].left_edge.idx, tellers[-1].idx + len(tellers[-1])) if tellers else None


def _innermost(around: list[Quotation]) -> Offsets | None:
    inner = min(around, key=lambda quotation: quotation.end - quotation.start, default=None)
    return inner.source if inner else None


def _according(text: str, sentence: Offsets) -> Offsets | None:
    found = _ACCORDING.search(text, *sentence)
    if not found:
        return None
    opened = _DATA_FROM.match(found["x"])
    stop = _ENDS.search(found["x"], opened.end() if opened else 0)
    end = found.start("x") + (stop.start() if stop else len(found["x"].rstrip(" .?!’'—–-")))
    return (found.start("x"), end) if end > found.start("x") else None


def _labelled(text: str, start: int) -> Offsets | None:
    """`REID: There are two criticisms …`: the speaker a transcript names before the paragraph; a dateline is alone."""
    labels = _labels(text)
    opens = text.rfind("\n", 0, start) + 1
    first, last = bisect_left(labels, opens, key=_begins), bisect_left(labels, start, key=_begins)
    found = [label for label in labels[max(first, last - 2) : last] if label.end <= start]
    alone = first == len(labels) or labels[first].start != opens or len(labels) < 2
    return found[-1].name if found and not alone else None


class Label(NamedTuple):
    """A speaker's name as a transcript has it before what is said: where it begins and ends, and the name."""

    start: int
    end: int
    name: Offsets


@lru_cache(maxsize=4)
def _labels(text: str) -> tuple[Label, ...]:
    """The labels of a text, in its order: once for all its figures."""
    return tuple(Label(*found.span(), found.span("x")) for found in _LABELLED.finditer(text))


def _begins(label: Label) -> int:
    return label.start


def _behind(text: str, sentence: Offsets, start: int) -> Offsets | None:
    """`…, ministry data shows.`"""
    found = _BEHIND.search(text, start, sentence[1])
    return found.span("x") if found else None


def _quoting(text: str, sentence: Offsets, start: int) -> Offsets | None:
    """`…, local media said, quoting a hospital official.`: who told those that say it."""
    found = _QUOTING.search(text, start, sentence[1])
    return found.span("x") if found else None


def _count_by(text: str, doc: "Doc", sentence: Offsets) -> Offsets | None:
    """`By police estimates, …`: whose count it is; of `by some estimates` and `by conservative estimates` nobody's."""
    found = _COUNT_BY.search(text, *sentence)
    words = doc.char_span(*found.span("x"), alignment_mode="expand") if found else None
    before = [word for word in words[:-1] if word.lower_ not in ("own", "latest", "official")] if words else []
    if not found or not before:
        return None
    whose = before[-1]
    told = whose.tag_ in ("POS", "NNP") or (whose.pos_ == "NOUN" and reporting.can_tell(whose.lemma_.lower()))
    return found.span("x") if told or whose.text.endswith(("’", "'", "’s", "'s")) else None


def _inverted(text: str, sentence: Offsets, start: int) -> Offsets | None:
    """`…, said General Jane Doe.` behind the figure, whoever spoke before in the sentence."""
    found = _INVERTED.search(text, start, sentence[1])
    return found.span("x") if found else None


def _by_words(text: str, sentence: Offsets, start: int) -> Offsets | None:
    """`…, Chief Executive Jane Doe said.`: by the words where the parse has missed it, and after the figure only."""
    found = _LAST.search(text, start, sentence[1])
    return found.span("x") if found and _somebody(found["x"]) else None


def _somebody(phrase: str) -> bool:
    """A name, a pronoun or a title, not a stretch that holds a number or a clause of its own."""
    words = phrase.split()
    named = any(word[:1].isupper() for word in words) or reporting.can_tell(nouns.lemma(words[-1]))
    return named and not any(word.lower() in saying.RELATIVE or word[:1].isdigit() for word in words)


def _by_poll(text: str, sentence: Offsets) -> Offsets | None:
    found = _POLL.search(text[slice(*sentence)])
    return (sentence[0] + found.start("x"), sentence[0] + found.end("x")) if found else None
