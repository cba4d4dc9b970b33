"""Which numbers are reported, and whether they agree."""

from samestory.compare import facts, figures, time
from samestory.present import times
from samestory.present.figures import alone, amounts, charts, chosen, findings, matters, views
from samestory.story.rows import chart, finding, of_theme, reading, show, table, view

ROWS = of_theme(
    "figures",
    table("ledger", figures.ledger, on={"pairs": "fact_pairs"}, kept="figures"),
    table("verdicts", figures.verdicts, kept="figure_verdicts"),
    table("echoes", figures.echoes),
    table("parts", figures.parts),
    table("aside", figures.aside),
    table("figures_alone", alone.alone),
    table("framed", facts.framed),
    table("matters", facts.matters, kept="figure_matters"),
    view("shared figures", views.shared, caption="Figures that several outlets report", counts="verdict"),
    view("figures alone", views.alone, caption="Figures that one outlet reports"),
    view("kept apart", views.kept_apart, caption="May be one figure"),
    chart("figures", charts.intervals_of_each),
    chart("parts", charts.nested_in_each),
    chart("series", charts.series_of_each),
    finding("agreement", findings.agreement),
    finding("questions", findings.questions),
    finding("matters", matters.matters),
    finding("coverage", alone.coverage),
    finding("parts", findings.nesting),
    finding("figure sources", findings.sources),
    reading("figures", findings.reading),
    reading("not drawn", chosen.not_drawn),
    reading("kept apart", findings.kept_apart),
    reading("parts", findings.parted),
    reading("series", views.over_time),
    show("reports", amounts.opened),
    table("reported_figures", time.of_figures),
    table("figure_times", time.over_time, on={"spans": "reported_figures"}, kept="figure_times", **time.FIGURES),
    table("figure_trends", time.trends, on={"spans": "reported_figures"}, kept="figure_trends", **time.FIGURES),
    chart(
        "figure_times",
        times.lines_of_each,
        on={"times": "figure_times"},
        names=times.FIGURES,
        does="that report any",
    ),
    reading(
        "figure_times", times.reading, on={"trends": "figure_trends", "times": "figure_times"}, names=times.FIGURES
    ),
)
