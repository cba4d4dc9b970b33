"""Names that the articles themselves propose for one thing, accepted into a table of referents of one's own."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from samestory import known
from samestory.annotate import labels
from samestory.nearest import did_you_mean

REFERENTS = "referents.csv"


def accept(proposed: pd.DataFrame, wanted: Sequence[str], out: Path) -> int:
    """How many rows were added: those proposed for the labels `wanted`, below what `out` has, else below our own.

    `proposed` is `story["proposed_referents"]`. A label is added with all that is proposed for its referent, since one
    name alone is no choice; what stands there already is left. ValueError where a label is not proposed, or the table
    would not be one (`labels.rules`): then the file stays as it was.
    """
    for label in wanted:
        if label not in set(proposed["label"]):
            raise ValueError(f"{label!r} is not proposed; {did_you_mean(label, proposed['label'])}")
    meant = proposed.loc[proposed["label"].isin(wanted), "referent"]
    chosen = proposed[proposed["referent"].isin(meant)]
    there = known.read_csv(out) if out.exists() else known.table(REFERENTS, [])
    keys = set(zip(there["referent"], there["label"], strict=True))
    new = chosen.loc[[key not in keys for key in zip(chosen["referent"], chosen["label"], strict=True)]]
    part = out.with_name(f".{out.name}")
    try:
        pd.concat([there, new]).to_csv(part, index=False, encoding="utf-8-sig", lineterminator="\n")
        labels.rules(str(part.absolute()))
        part.replace(out)
    except OSError as error:
        raise ValueError(f"{out} cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
    return len(new)
