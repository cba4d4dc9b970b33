"""Parts in which there is nothing to show say nothing; what is shown keeps its heading and its prose."""

import nbformat
import pytest
from samestory.present import show
from samestory.publish import idle

HEAD, PROSE, TABLE = "## Which?\n\nBelow stand some.", "These stand out:", "<table><tr><td>1</td></tr></table>"
NONE, EMPTY, READING = show.nothing("Names: none."), show.nothing(), '<p class="reading">None is used.</p>'
CASES = [
    ([(HEAD, [EMPTY, READING])], [0], [], "nothing is drawn: a reading of nothing is none"),
    ([(HEAD, [NONE])], [0], [], "nor does an empty table say that there is none"),
    ([(HEAD, [NONE, READING])], [0], [], "neither does both"),
    ([(HEAD, [NONE, TABLE])], [], [TABLE], "one table of two is there"),
    ([(HEAD, [READING])], [], [READING], "sentences are all that was asked for"),
    ([(HEAD, [READING]), (PROSE, [EMPTY])], [1], [READING], "prose that promises what does not follow"),
    ([(HEAD, [EMPTY]), (PROSE, [TABLE])], [], ["", TABLE], "a heading stays above what follows"),
    ([(HEAD, [EMPTY]), (PROSE, [NONE]), (HEAD, [TABLE])], [0, 1], [TABLE], "another heading is another part"),
]


@pytest.mark.parametrize(("parts", "left_out", "shown", "why"), CASES, ids=[case[-1] for case in CASES])
def test_a_part_with_nothing_to_show_is_silent(parts, left_out, shown, why):
    cells = []
    for prose, outputs in parts:
        code = nbformat.v4.new_code_cell("")
        code.outputs = [nbformat.v4.new_output("display_data", metadata={"html": html}) for html in outputs]
        cells += [nbformat.v4.new_markdown_cell(prose), code]
    assert idle.prose(cells) == {2 * number for number in left_out}
    kept = [output.metadata["html"] for cell in cells[1::2] for output in cell.outputs]
    assert [one for one in kept if one] == [one for one in shown if one], why


def test_what_was_asked_without_an_answer_is_named():
    cells = [nbformat.v4.new_markdown_cell(source) for source in (HEAD, PROSE, "## Any word", "## Who?")]
    assert idle.headings(cells, {0, 1, 2}) == ["Which?"], "what is no question was not asked"
