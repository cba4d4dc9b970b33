"""A made-up collection: three outlets tell the same events, each in its own way, so that every page has something to show."""

from pathlib import Path

import pandas as pd
from samestory.annotate.figures import surroundings
from samestory.corpus import language

OUTLETS = {
    "Northern Post": ("protesters", "Police said", "clashes", "at least"),
    "Southern Echo": ("rioters", "A police source said", "riots", "more than"),
    "Western Star": ("demonstrators", "Police chief Ana Moss said", "unrest", "about"),
}
TOWNS = ["Alder", "Birch", "Cedar", "Dogwood", "Elm"]


def surrounded(row: dict, text: str) -> dict:
    """The row of a made-up figure with what the annotator keeps of its sentence."""
    sentence = next(span for span in language.sentence_spans(text) if span[0] <= row["start"] < span[1])
    return row | surroundings.beside(row, text, sentence, surroundings.inner_names(text))


def article(outlet: str, number: int) -> str:
    """The text of one outlet's account of one event; the events differ in their town and their figures."""
    who, source, what, bound = OUTLETS[outlet]
    town, hurt = TOWNS[number % len(TOWNS)], 20 + 7 * number
    return (
        f"{town} counted its wounded on Monday after a night of {what} in the harbour district.\n\n"
        f"{source} that {bound} {hurt} people were injured and {hurt // 4} arrested when {who} marched on the town hall. "
        f"The mayor of {town}, Lena Ortiz, called the night “a warning to all of us”.\n\n"
        f"“We will rebuild the harbour before winter,” Ortiz told reporters. The council of {town} has offered "
        f"${number + 2} million for repairs, half of it from the region.\n\n"
        f"The {who} had gathered because of a plan to close the shipyard, which employs {900 + 10 * number} people. "
        f"Hospitals were full, according to the regional health service. The {what} lasted {number + 3} hours."
    )


def collection(events: int = 4) -> pd.DataFrame:
    """The articles as a table that `corpus.articles` reads: `id, outlet, date, headline, event, text`."""
    rows = [
        {
            "id": f"{outlet.split()[0].lower()}-{k}",
            "outlet": outlet,
            "date": f"2024-0{k % 6 + 1}-1{k % 9}",
            "headline": f"A night of {OUTLETS[outlet][2]} in {TOWNS[k % len(TOWNS)]}",
            "event": f"{TOWNS[k % len(TOWNS)]} {k}",
            "text": article(outlet, k),
        }
        for k in range(events)
        for outlet in OUTLETS
    ]
    return pd.DataFrame(rows)


def written(folder: Path, events: int = 4) -> Path:
    """The collection as one JSON-lines file in `folder`."""
    file = folder / "made_up.jsonl"
    collection(events).to_json(file, orient="records", lines=True, force_ascii=False)
    return file
