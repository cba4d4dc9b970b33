"""What a step in a process of its own comes to: an end, a sentence, a fault with a log, or no answer in time."""

import os
import subprocess
import sys
import time

import pytest
from samestory import nearest, params, unexpected
from samestory.publish.prepare import Task


def test_a_step_that_ends_says_nothing():
    Task(params.check).finish(60)


def test_a_sentence_of_ours_is_raised_here():
    with pytest.raises(ValueError, match="since must be a day, month or year") as raised:
        Task(params._check_dates, "yesterday", "").finish(60)
    assert unexpected.is_told(raised.value)


@pytest.mark.parametrize(
    ("function", "argument", "says", "why"),
    [
        (nearest.did_you_mean, "one", "TypeError", "a fault of ours"),
        (time.strptime, "July", "ValueError", "a ValueError that came from below"),
        (int, "July", "ValueError", "or from C"),
    ],
)
def test_anything_else_is_a_fault_with_a_log(function, argument, says, why):
    with pytest.raises(unexpected.FaultError, match=f"{says}.*the details are in .*log") as raised:
        Task(function, argument).finish(60)
    assert not unexpected.is_told(raised.value), why


def test_a_step_without_an_answer_is_ended():
    task = Task(time.sleep, 600)
    with pytest.raises(RuntimeError, match="gave no answer within 1 seconds"):
        task.finish(1)
    assert not task.process.is_alive()


def test_a_step_whose_process_is_ended_says_so():
    with pytest.raises(RuntimeError, match="was ended"):
        Task(os._exit, 3).finish(60)


def test_what_writes_the_document_needs_neither_what_executes_nor_what_renders_notebooks():
    """They take a second of processor time to load, and it is handed the notebooks in a process of its own."""
    code = (
        "import sys; from samestory.publish import prepare, notebooks; from samestory.publish.share import document;"
        "print([name for name in ('papermill', 'nbconvert') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
