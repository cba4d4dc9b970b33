"""What comes first, what is left out, what was edited, and which cues stand where."""

from samestory.compare import facts, framing
from samestory.compare.framing import emphasis, omission
from samestory.present.framing import charts, findings, views
from samestory.story.rows import chart, finding, of_theme, show, table, view

FIRST = {"places": "figure_places"}
READ = ("hedges", "intensifiers", "part")  # the others were right in 3 of 5 hits that others read

ROWS = of_theme(
    "framing",
    table("aligned", facts.aligned, on={"pairs": "fact_pairs"}),
    table(
        "pairs",
        framing.one_text,
        on={"copies": "shared_copy", "words": "all_words", "pairs": "aligned"},
        kept="aligned",
    ),
    table("edits", framing.edits, on={"words": "all_words"}, kept="edits"),
    table("edits_of_all", framing.edits, on={"pairs": "aligned", "words": "all_words"}),
    table("whole_edits", framing.of_whole_articles),
    table("extents", framing.contrasts),
    table("in_place", framing.in_place),
    table("wordings", framing.choices, on={"edits": "in_place"}),
    table("told_figures", emphasis.figures),
    table("figure_places", emphasis.places, on={"spans": "told_figures"}, item="figure"),
    table("figure_each", emphasis.by_article, on={"places": "figure_places"}),
    table("listed_labels", emphasis.listed),
    table("subject_places", emphasis.places, on={"spans": "listed_labels"}, item="subject"),
    table("subject_each", emphasis.by_article, on={"places": "subject_places"}),
    table("read_cues", framing.of_families, families=READ),
    table("cue_each", framing.each_article, on={"cues": "read_cues"}),
    table("framing_tests", framing.tests),
    table(
        "figure_emphasis", emphasis.emphasis, on={"each": "figure_each", "tests": "framing_tests"}, test=framing.FIGURES
    ),
    table(
        "subject_emphasis",
        emphasis.emphasis,
        on={"each": "subject_each", "tests": "framing_tests"},
        test=framing.SUBJECTS,
    ),
    table("bodies", omission.bodies),
    table("body_coverage", omission.coverage, on={"spans": "bodies"}, item="merged", kept="coverage"),
    table("expected_bodies", omission.expected, on={"coverage": "body_coverage"}),
    table("bodies_alone", omission.one_sided, on={"coverage": "expected_bodies"}),
    table("grave_cues", framing.grave),
    table("cue_coverage", omission.coverage, on={"spans": "grave_cues"}, item="term"),
    table("expected_cues", omission.expected, on={"coverage": "cue_coverage"}),
    table("cues_alone", omission.one_sided, on={"coverage": "expected_cues"}),
    table("cue_rates", framing.rates, on={"tests": "framing_tests", "cues": "read_cues"}),
    table("telling_rates", framing.telling, on={"rates": "cue_rates"}),
    table("compared_figures", emphasis.comparable, on={"emphasis": "figure_emphasis", "each": "figure_each"}),
    table("compared_subjects", emphasis.comparable, on={"emphasis": "subject_emphasis", "each": "subject_each"}),
    view("headlines", views.headlines, caption="The headlines"),
    view("wordings", views.wordings, caption="Wordings that stand for each other"),
    view("bodies_alone", caption="Persons and bodies named in the articles of one outlet only", counts="why"),
    view("cues_alone", caption="Humanitarian words in the articles of one outlet only", counts="why"),
    chart("figure_emphasis", charts.first_mentions, on={"emphasis": "compared_figures"}, what="figure"),
    chart("subject_emphasis", charts.first_mentions, on={"emphasis": "compared_subjects"}, what="subject"),
    chart("cue_rates", charts.cue_rates, on={"rates": "telling_rates"}),
    finding("shared_copy", findings.shared_copy, brief="copy"),
    finding("edited", findings.edited, on={"edits": "whole_edits"}, brief="copy"),
    finding("extents", findings.contrasts, on={"contrasts": "extents"}),
    finding("wordings", findings.choices, on={"choices": "wordings"}),
    finding("beside_figures", findings.beside_figures),
    finding(
        "figure_emphasis", findings.emphasis, on={"emphasis": "figure_emphasis", "each": "figure_each"}, brief="test"
    ),
    finding(
        "subject_emphasis", findings.emphasis, on={"emphasis": "subject_emphasis", "each": "subject_each"}, brief="test"
    ),
    finding("bodies_alone", findings.omissions, on={"one_sided": "bodies_alone", "spans": "bodies"}, item="merged"),
    finding("cues_alone", findings.omissions, on={"one_sided": "cues_alone", "spans": "grave_cues"}, item="term"),
    finding("cues", findings.cues, on={"rates": "cue_rates", "cues": "read_cues"}),  # below the gate of the brief
    show("cues", views.cues, on={"cues": "read_cues", "rates": "telling_rates"}),
)
