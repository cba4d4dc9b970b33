"""The page of questions: each answer is at most two lines, and every one of them answers."""

import contextlib
import re

import matplotlib
import pandas as pd
import pytest
from samestory.corpus import known

PAGE = (known.ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What the last line of each block gives, in a folder for what some of them write."""
    matplotlib.use("agg")
    names: dict = {}
    given = []
    with contextlib.chdir(tmp_path_factory.mktemp("questions")):
        for block in BLOCKS:
            *before, last = block.strip().splitlines()
            exec("\n".join(before), names)
            given.append(exec(last, names) if re.match(r"\w+ = ", last) else eval(last, names))
    return given


def test_there_are_ten_questions_and_no_answer_is_longer_than_two_lines():
    assert PAGE.count("?**") >= 10
    assert max(len([line for line in block.splitlines() if line]) for block in BLOCKS) == 2


@pytest.mark.parametrize("number", range(1, len(BLOCKS)))
def test_every_question_is_answered(answers, number):
    answer = answers[number]
    assert len(answer) if isinstance(answer, pd.Series | pd.DataFrame) else answer is not None, BLOCKS[number]


def test_the_answers_are_right(answers):
    by_block = dict(zip(BLOCKS, answers, strict=True))
    moral = next(answer for block, answer in by_block.items() if "morality" in block)
    assert moral["The Journal"] >= 1
    most = next(answer for block, answer in by_block.items() if "nlargest" in block)
    assert most["speaker"].iloc[0] in {"Nour Odeh", "Benjamin Netanyahu"}, (
        "35 and 28 quoted words (READING of the seeds)"
    )


def test_months_excel_and_the_reader_are_among_them():
    for call in ('per="month"', "samestory.write(", "story.read(0)"):
        assert sum(call in block for block in BLOCKS) == 1, call
