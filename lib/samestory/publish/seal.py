"""A page gets the one head of all pages, its style sheet, and a policy that allows that sheet by its hash, no more."""

import base64
import hashlib
import html
import re
from pathlib import Path

TEMPLATE = Path(__file__).parent / "template"
POLICY = "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'"
PLACE = re.compile(r"%([A-Z]+)%")


def sealed(body: str, rules: str = "", *, title: str, description: str) -> str:
    """The page whose body it is: our head above it, with its title and description, our style sheet and its rules."""
    style = slim((TEMPLATE / "style.css").read_text(encoding="utf-8")) + rules
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    said = {
        "TITLE": html.escape(title),
        "DESCRIPTION": html.escape(description),
        "STYLE": style,
        "POLICY": POLICY.format(digest),
    }
    head = PLACE.sub(lambda place: said[place[1]], (TEMPLATE / "head.html").read_text(encoding="utf-8"))
    return head + re.sub(r"\n\s*\n+", "\n", body).lstrip() + "</body>\n</html>\n"


def slim(style: str) -> str:
    """A style sheet without comments, line breaks and spaces nobody needs."""
    style = " ".join(re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL).split())
    return re.sub(r"\s*([{};,])\s*", r"\1", style).replace(": ", ":").replace(";}", "}")
