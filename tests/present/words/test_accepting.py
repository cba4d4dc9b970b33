"""Names accepted with a click: what is chosen stands in the file, and what is wrong is said beside the button."""

import pandas as pd
import pytest
from samestory import known
from samestory.present.words.accepting import accepting

NAMES = [
    ("gunman", "masked gunman", "masked gunmans?"),
    ("gunman", "<attacker>", "attackers?"),
    ("law", "act", "acts?"),
]
PROPOSED = pd.DataFrame(NAMES, columns=["referent", "label", "pattern"]).assign(note="proposed", source="discovered")


@pytest.mark.parametrize(
    ("chosen", "into", "said", "added", "why"),
    [
        (["masked gunman"], "mine.csv", "2 rows added to", ["masked gunman", "<attacker>"], "one name is no choice"),
        ([], "mine.csv", "Choose one", [], "nothing is written before something is chosen"),
        (["act"], "none/mine.csv", "cannot be written", [], "a folder that is not there"),
    ],
)
def test_a_click_adds_what_is_chosen(chosen, into, said, added, why, tmp_path):
    shown = accepting(PROPOSED)
    shown.chosen.value, shown.file.value = chosen, str(tmp_path / into)
    shown.button.click()
    assert said in shown.said.value, why
    file = tmp_path / into
    there = list(known.read_csv(file)["label"]) if file.exists() else []
    assert [label for label in PROPOSED["label"] if label in there] == added, why


def test_what_is_accepted_twice_stands_once_and_nothing_of_it_is_markup(tmp_path):
    shown = accepting(PROPOSED)
    shown.chosen.value, shown.file.value = ["<attacker>"], str(tmp_path / "<b>mine.csv")
    shown.button.click()
    shown.button.click()
    assert "0 rows added" in shown.said.value
    assert "<b>" not in shown.said.value


def test_a_page_without_a_kernel_shows_nothing():
    assert "<select" not in accepting(PROPOSED.iloc[:0])._repr_mimebundle_()["text/html"]
