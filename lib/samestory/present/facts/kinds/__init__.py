"""The kinds of differences a brief knows, a module each: the sentence, the explanation that may fit, the bar."""

from samestory.present.facts.kinds.agency import AGENCY
from samestory.present.facts.kinds.denial import DENIAL
from samestory.present.facts.kinds.headline import HEADLINE, HEADS, TURN
from samestory.present.facts.kinds.kind import Kind, readable
from samestory.present.facts.kinds.left_out import LEFT_OUT
from samestory.present.facts.kinds.naming import CALLED, DESCRIPTION, NAMING, OTHER_WORD, OWN_LABEL
from samestory.present.facts.kinds.never_named import NEVER_NAMED
from samestory.present.facts.kinds.number import NUMBER
from samestory.present.facts.kinds.opening import OPENING
from samestory.present.facts.kinds.order import ORDER
from samestory.present.facts.kinds.other_event import OTHER_EVENT
from samestory.present.facts.kinds.quantity import QUANTITY
from samestory.present.facts.kinds.requoted import REQUOTED
from samestory.present.facts.kinds.speakers import SPEAKERS
from samestory.present.facts.kinds.speech import SPEECH
from samestory.present.facts.kinds.voice import VOICE
from samestory.present.facts.kinds.wording import WORDING

KINDS: dict[str, Kind] = {
    "naming": NAMING,
    "own label": OWN_LABEL,
    "called": CALLED,
    "other word": OTHER_WORD,
    "description": DESCRIPTION,
    "number": NUMBER,
    "quantity": QUANTITY,
    "left out": LEFT_OUT,
    "never named": NEVER_NAMED,
    "denial": DENIAL,
    "wording": WORDING,
    "voice": VOICE,
    "speakers": SPEAKERS,
    "speech": SPEECH,
    "requoted": REQUOTED,
    "agency": AGENCY,
    "headline": HEADLINE,
    "turn": TURN,
    "opening": OPENING,
    "order": ORDER,
    "other event": OTHER_EVENT,
}

__all__ = ["HEADS", "KINDS", "Kind", "readable"]
