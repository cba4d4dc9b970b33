"""Same fact, other telling: which sentences tell one fact, and how the accounts differ."""

from samestory.coding import gate
from samestory.compare import facts
from samestory.present import facts as told
from samestory.present.facts import pairs, recurring, views
from samestory.story.rows import finding, of_theme, reading, show, table, view

ROWS = of_theme(
    "facts",
    table("scores", facts.scores),
    table("fact_pairs", facts.proposed),
    table("one_event", facts.one_event),
    table("facts", facts.facts, on={"pairs": "fact_pairs"}),
    table("tellings", facts.tellings, on={"quotes": "all_quotes"}, kept="tellings"),
    table("partners", facts.partners, on={"pairs": "fact_pairs"}),
    table("differences", facts.differences, on={"quotes": "all_quotes"}, kept="differences"),
    table("voices_tests", facts.voices_tests, on={"attributed": "all_attributed"}),
    table("given", facts.given, on={"tests": "voices_tests"}),
    table("differences_told", gate.told),
    view("differences", views.differences, caption="The differences, furthest apart first", counts="kind"),
    finding("differences", told.plain, on={"told": "differences_told"}, brief="told"),
    finding("given", recurring.given, brief="test"),
    reading("differences", told.differing, on={"told": "differences_told"}),
    reading("elsewhere", views.elsewhere),
    reading("without", views.without, on={"told": "differences_told"}),
    reading("tellings", views.reading, on={"tellings": "partners"}),
    show("differences", pairs.pairs, on={"told": "differences_told"}),
    show("tellings", views.side_by_side, on={"tellings": "partners"}),
)
