"""How often what was found is right on these articles, as far as people judged a blind sample of it."""

from samestory import coding
from samestory.coding import items, readings
from samestory.story.rows import of_theme, reading, table

ROWS = of_theme(
    "coding",
    table("speaker_items", items.speakers),
    table("figure_items", items.figures),
    table("missed_speaker_items", items.missed_speakers),
    table("missed_figure_items", items.missed_figures),
    table("anonymous_items", items.anonymous),
    table("label_items", items.labels),
    table("fact_items", items.facts),
    table("finding_items", items.findings),
    table("codings", coding.codings),
    table("audited", coding.audited, kept="audited"),
    table("recalled", coding.recalled, kept="recalled"),
    table("corrected", coding.corrected, kept="corrected"),
    table("corrected_labels", coding.corrected_labels, kept="corrected_labels"),
    table("coders_agree", coding.agreement, kept="coders_agree"),
    table("coders_part", coding.parting),
    reading("audited", readings.of_all),
    reading("audited speakers", readings.of_kind, kind="speakers"),
    reading("audited figures", readings.of_kind, kind="figures"),
    reading("audited labels", readings.of_kind, kind="labels"),
    reading("audited facts", readings.of_kind, kind="facts"),
    reading("corrected speakers", readings.of_correction, kind="speakers"),
    reading("corrected figures", readings.of_correction, kind="figures"),
    reading("corrected anonymous", readings.of_correction, kind="anonymous"),
    reading("corrected labels", readings.of_correction, kind="labels"),
    reading("corrected each label", readings.of_labels),
)
