"""Who speaks, and who acts."""

from samestory.compare import time, voices
from samestory.compare.voices import essays
from samestory.present import times
from samestory.present.voices import charts, findings, quoted, views
from samestory.story.rows import chart, finding, of_theme, reading, show, table, view

ROWS = of_theme(
    "voices",
    table("attributed", voices.attributed, on={"mentions": "actors"}),
    table("all_attributed", voices.attributed, on={"quotes": "all_quotes", "mentions": "all_actors"}),
    table("sources", voices.sources, kept="sources"),
    table("quoted", voices.quoted, kept="quoted"),
    table("anonymity", voices.anonymity, on={"tests": "voices_tests"}),
    table("verbs", voices.verbs),
    table("essays", essays.essays, kept="essays"),
    table("quotations", voices.quotations, kept="quotations"),
    table("harm_told", voices.of_harm),
    table("harm_clauses", voices.enough, on={"clauses": "harm_told"}),
    table("agency", voices.agency, on={"clauses": "harm_clauses"}, kept="agency"),
    table("constructions", voices.constructions, on={"clauses": "harm_clauses"}),
    table("described", voices.described, on={"mentions": "actors"}),
    table("named", voices.actors, on={"mentions": "actors"}),
    table("mentions", voices.by_name),
    view("verbs", views.verbs),
    view("quotations", views.quotations),
    view("described", views.described),
    view("agency", views.agency),
    view("constructions", views.constructions),
    view("named", findings.in_words, on={"actors": "named"}),
    chart("sources", charts.sources, on={"table": "sources"}),
    chart("anonymity", charts.anonymity, on={"table": "anonymity"}),
    finding("sources", findings.sources),
    finding("quoted", quoted.quoted),
    finding("anonymity", findings.anonymity, brief="test"),
    finding("conflicts", findings.conflicts),
    reading("quotations", findings.shared_quotations),
    reading("attributions", findings.attributions),
    reading("essays", findings.essays),
    reading("harm", findings.harm, on={"clauses": "harm_clauses"}),
    show("harm", views.harm, on={"harm": "harm_clauses"}),
    table("sourced_statements", time.of_statements),
    table("source_times", time.over_time, on={"spans": "sourced_statements"}, kept="source_times", **time.SOURCES),
    table("source_trends", time.trends, on={"spans": "sourced_statements"}, kept="source_trends", **time.SOURCES),
    chart(
        "source_times",
        times.lines_of_each,
        on={"times": "source_times"},
        names=times.SOURCES,
        does="that give them words",
    ),
    reading(
        "source_times", times.reading, on={"trends": "source_trends", "times": "source_times"}, names=times.SOURCES
    ),
)
