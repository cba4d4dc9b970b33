"""Articles of three made-up outlets whose sentences name the outlet, its reporters and its address; and what was found."""

import hashlib

import pandas as pd
from samestory import coding
from samestory.annotate.quotes import quotes
from samestory.coding import items
from samestory.corpus import language
from samestory.publish import audit as publish_audit

TEXTS = {
    "The Northern Post": "The mayor, Lena Ortiz, told the Northern Post that the bridge was safe. “We looked at it,” she said.\n\n"
    "The NP has seen the report. Engineers said on Monday that two cables had rusted, @NorthernPost wrote.",
    "southernecho.com": "Ortiz said the bridge was safe, Southernecho learned. See https://southernecho.com/bridge for more.\n\n"
    "“Nobody will close it,” Ortiz told Mary Vale of the SOUTHERNECHO. A driver, Tom Reed, said he was afraid.",
    "Western Star": "Bridge engineers said two cables had rusted. “Close it,” one of them told Western\nStar.\n\n"
    "=The council said that it would meet. Write to desk@westernstar.example, says Ann Bell.",
}
TELLS = ["northern post", "northernpost", "np", "southernecho", "western star", "westernstar", "mary vale", "ann bell"]
TELLS += ["north-1.txt", "2031", "bridge.html", "@"]


def articles():
    rows = [
        (
            name.lower()[:9],
            name,
            text,
            hashlib.sha256(text.encode()).hexdigest(),
            f"https://{k}.example/bridge.html",
            f"north-{k}.txt",
        )
        for k, (name, text) in enumerate(TEXTS.items())
    ]
    table = pd.DataFrame(rows, columns=["article_id", "outlet", "text", "sha256", "url", "path"])
    return table.assign(published=pd.Period("2031-05-04"), reporters=["Jo Hart", "Mary Vale", "Ann Bell and Jo Hart"])


def audit(folder, n=20, coders=("anna", "ben"), seed=1):
    """The folder with the sheets of an audit of the statements; the items drawn and what is shown of them."""
    told = articles()
    found = items.speakers(quotes(told), told)
    drawn = coding.drawn(found, n, seed=seed)
    sentences = language.sentences(told)
    return drawn, publish_audit.write(drawn, told, sentences, folder, coders)
