"""What a terminal shows of a run under way."""

import io

import pytest
from samestory.publish import progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


SAID = [
    ((1250, 5000, 660), "1,250 of 5,000 articles annotated, 1.9 a second, 33 min left", "minutes"),
    ((50, 100, 20), "50 of 100 articles annotated, 2.5 a second, 20 s left", "less than a minute: seconds"),
    ((1000, 37000, 500), "1,000 of 37,000 articles annotated, 2.0 a second, 5.0 h left", "more than an hour: hours"),
    ((1, 2, 0), "1 of 2 articles annotated, 1000.0 a second, 0 s left", "no time has passed by the clock"),
]


@pytest.mark.parametrize(("given", "said", "why"), SAID)
def test_articles_done_their_rate_and_the_time_left(given, said, why):
    assert progress.annotated(*given) == said, why


def test_tables_made_are_counted_in_the_folder_of_the_run(tmp_path):
    assert progress.made(tmp_path, 3) == "0 of ? tables made in 3 s"
    (tmp_path / progress.TABLES).write_text("60")
    (tmp_path / "story").mkdir()
    for name in ("table sizes", "table power", "spans quotes"):
        (tmp_path / "story" / f"{name}.pickle").touch()
    assert progress.made(tmp_path, 75) == "2 of 60 tables made in 1 min"


def test_a_log_has_a_line_for_every_step_and_table_wherever_it_goes(monkeypatch, tmp_path):
    monkeypatch.setattr(progress, "_logged", True)
    monkeypatch.setattr("sys.stderr", io.StringIO())
    (tmp_path / "story").mkdir()
    progress.say("reading\x1b")
    progress.of_articles()(50, 50)
    with progress.of_tables(tmp_path):
        (tmp_path / "story" / "table sizes.pickle").touch()
        (tmp_path / "story" / "spans quotes.pickle").touch()
    lines = progress.sys.stderr.getvalue().splitlines()
    assert [line[9:].partition(",")[0] for line in lines] == [
        "reading\\x1b", "50 of 50 articles annotated", "table sizes made"
    ]  # fmt: skip


def test_a_terminal_is_shown_one_line_that_is_cleared_and_a_file_nothing(monkeypatch, tmp_path):
    shown = []
    for stream in (Terminal(), io.StringIO()):
        monkeypatch.setattr("sys.stderr", stream)
        tell = progress.of_articles()
        tell(1, 2)
        tell(2, 2)
        with progress.of_tables(tmp_path):
            pass
        shown.append(stream.getvalue())
    terminal, file = shown
    assert "1 of 2 articles annotated" in terminal
    assert "\n" not in terminal
    assert terminal.endswith(progress.OVER)
    assert file == ""
