"""What is compared: the articles, when they are from, which copy they share, and what they can support."""

from samestory.compare import collection, framing, inference
from samestory.corpus import language
from samestory.present.collection import charts, findings, views
from samestory.present.framing import findings as framing_findings
from samestory.story.rows import chart, of_theme, reading, show, table, view

ROWS = of_theme(
    "collection",
    table("sizes", language.sizes),
    table("overview", collection.overview),
    table("dates", collection.dates),
    table("set_aside", collection.set_aside, kept="set_aside"),
    table("corrections", collection.corrections),
    table("stories", collection.stories),
    table("power", inference.power),
    table("wire_texts", framing.wire_texts, on={"folder": "wire"}),
    table("shared_copy", framing.shared_copy, on={"words": "all_words", "quotes": "all_quotes"}),
    table("wire_copy", framing.from_wire, on={"words": "all_words", "wire": "wire_texts"}),
    table("copies", framing.both, on={"shared": "shared_copy"}, kept="shared_copy"),
    table("shares", framing.shares, on={"words": "all_words", "wire": "wire_texts"}),
    table("own_articles", framing.own),
    view("articles", views.articles, caption="The articles"),
    view("files", views.files, caption="Their files and hashes"),
    view("receipt", views.receipt, caption="What was read, and what was left out"),
    view("set_aside", caption="Set aside: it stands on the page and is not the article"),
    view("corrections", views.corrections, caption="What the articles correct"),
    view("overview"),
    view("stories", views.stories, caption="The stories that more than one tells"),
    view("power"),
    view("shares", views.shares, caption="Articles that share copy"),
    chart("dates", charts.calendar),
    reading("compared", findings.compared),
    reading("outlets", findings.outlets),
    reading("receipt", findings.received),
    reading("length", findings.length),
    reading("credits", findings.credits),
    reading("opinion", findings.opinion),
    reading("dates", findings.dates, on={"overview": "overview"}),
    reading("power", findings.power),
    reading("shares", framing_findings.copy_reading),
    reading("counted", framing_findings.copy_counted),
    show("shared passages", views.passages),
)
