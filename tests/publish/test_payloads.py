"""Thirty hostile payloads wherever text of others is written; the whole report on them is made in `make torture`."""

import pandas as pd
import pytest
from samestory import encode, present
from samestory.publish import clean, export, workbook
from torture import payloads

TABLE = pd.DataFrame({"n": range(30), "given": payloads.PAYLOADS, "url": payloads.PAYLOADS})


def page(path):
    shown = present.table(TABLE, limit=30, caption=payloads.PAYLOADS[0]).data
    path.write_text(clean.output(shown, clean.Styles()), encoding="utf-8")


WRITERS = {
    "a.html": page,
    "a.csv": lambda path: export.write(TABLE, path),
    "a.xlsx": lambda path: workbook.write([workbook.Sheet("a", TABLE)], path),
}


@pytest.mark.parametrize("name", WRITERS)
def test_no_payload_acts(name, tmp_path):
    WRITERS[name](tmp_path / name)
    assert (tmp_path / name).stat().st_size > 1000 and list(payloads.live(tmp_path / name)) == []


def test_no_payload_commands_a_terminal():
    assert len(set(payloads.PAYLOADS)) == 30
    assert payloads.shown("".join(map(encode.terminal, payloads.PAYLOADS))) == []
    assert len(payloads.shown("".join(payloads.PAYLOADS))) == 6, "what is not encoded is seen"


ACTS = [
    ("<script>x</script>", "a script"),
    ("<p onclick=x>", "what waits for a click"),
    ('<a href="javascript:x">', "an address that runs"),
    ('<img src="https://a.example/x.png">', "a request"),
    ("<meta http-equiv=refresh content=0>", "another page"),
]


@pytest.mark.parametrize(("markup", "why"), ACTS)
def test_what_acts_on_a_page_is_seen(markup, why, tmp_path):
    (tmp_path / "a.html").write_text(markup)
    assert len(list(payloads.live(tmp_path / "a.html"))) == 1, why


def test_what_acts_in_a_table_is_seen(tmp_path):
    TABLE.to_csv(tmp_path / "a.csv", index=False)
    TABLE[TABLE["given"].str.startswith("=")].to_excel(tmp_path / "a.xlsx", index=False, engine="openpyxl")
    assert all(len(list(payloads.live(tmp_path / name))) >= 3 for name in ("a.csv", "a.xlsx"))
