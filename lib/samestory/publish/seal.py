"""A page gets its one style sheet, and a Content-Security-Policy that allows that sheet by its hash, nothing else."""

import base64
import hashlib
import re
from pathlib import Path

TEMPLATE = Path(__file__).parent / "template"


def sealed(page: str, rules: str = "") -> str:
    """The page with our style sheet and its own rules for %STYLE%, and the policy that allows them for %POLICY%."""
    style = slim((TEMPLATE / "style.css").read_text(encoding="utf-8")) + rules
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    return re.sub(r"\n\s*\n+", "\n", page).replace("%POLICY%", policy, 1).replace("%STYLE%", style, 1)


def slim(style: str) -> str:
    """A style sheet without comments, line breaks and spaces nobody needs."""
    style = " ".join(re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL).split())
    return re.sub(r"\s*([{};,])\s*", r"\1", style).replace(": ", ":").replace(";}", "}")
