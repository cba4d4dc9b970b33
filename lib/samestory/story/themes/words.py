"""What they call the same things: labels by voice, key terms, collocates, and what else they seem to call alike."""

from samestory.compare import time, words
from samestory.compare.facts.across import own_labels
from samestory.compare.facts.deaths import deaths
from samestory.compare.words.discovery import rows as proposed
from samestory.present import explore as explorers
from samestory.present import times
from samestory.present.words import accepting, charts, findings, own, views
from samestory.story.rows import chart, explore, finding, of_theme, reading, show, table, view

ROWS = of_theme(
    "words",
    table("choices", words.choices, marks=True),
    table("compared", words.compared),
    table("voices", words.choices, kept="labels"),
    table("compared_voices", words.compared, on={"choices": "voices"}),
    table("told_choices", findings.told_choices),
    table("mentioned", words.referents, on={"choices": "told_choices"}),
    table("contrasts", words.contrasts, kept="label_contrasts"),
    table("subject_labels", findings.subject_labels),
    table("label_places", words.places, on={"labels": "subject_labels"}),
    table("keyness", words.keyness, on={"articles": "own_articles"}, kept="keyness"),
    table("key_terms", findings.key_terms, on={"articles": "own_articles"}),
    table("house_style", words.house_style),
    table("names", words.names, kept="names"),
    table("proposals", words.discover, on={"edits": "edits_of_all"}),
    table("proposed_referents", proposed, kept="proposed_referents"),
    table("deaths", deaths, kept="deaths"),
    table("own_labels", own_labels, kept="own_labels"),
    view("voices", views.voices),
    view("deaths", views.deaths, caption="The word for a death"),
    show("deaths", views.death_sentences),
    view("no listed word", views.no_listed_word),
    view("collocates", views.collocates, on={"articles": "own_articles"}),
    view("names", views.names, caption="What they call the same"),
    view("referents", views.referents_used, caption="The rows of the table of referents that were used"),
    chart("choices", charts.choices, on={"table": "compared"}),
    chart("label_places", views.barcode),
    chart("keyness", charts.keyness, on={"table": "keyness"}),
    finding("labels", findings.labels, on={"choices": "told_choices"}),
    finding("own words", own.own_words),
    finding("contrasts", findings.contrasts, brief="test"),
    finding("keyness", findings.keyness, on={"occurrences": "key_terms"}, brief="test"),
    reading("choices", findings.choice_reading),
    reading("contrasts", findings.contrast_reading),
    reading("keyness", findings.reading),
    show("names", views.named_sentences),
    explore("labels", explorers.labels),
    explore("accept", accepting.accepting),
    explore("concordance", views.concordance, on={"quotes": "all_quotes"}),
    table("chosen_labels", time.of_labels),
    table("label_times", time.over_time, on={"spans": "chosen_labels"}, kept="label_times", **time.LABELS),
    table("label_trends", time.trends, on={"spans": "chosen_labels"}, kept="label_trends", **time.LABELS),
    chart("label_times", times.lines_of_each, on={"times": "label_times"}),
    reading("label_times", times.reading, on={"trends": "label_trends", "times": "label_times"}),
)
