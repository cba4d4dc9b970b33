"""Parts in which there is nothing to show: one sentence stays; what is shown keeps its heading and its prose."""

import nbformat
import pytest
from samestory.present import show
from samestory.publish import idle

HEAD, PROSE, TABLE = "## Which?\n\nBelow stand some.", "These stand out:", "<table><tr><td>1</td></tr></table>"
NONE, EMPTY, READING = show.nothing("Names: none."), show.nothing(), '<p class="reading">None is used.</p>'
CASES = [
    ([(HEAD, [EMPTY, READING])], [0], [READING], "nothing is drawn: the reading says so"),
    ([(HEAD, [NONE])], [0], [NONE], "an empty table says so itself"),
    ([(HEAD, [NONE, READING])], [0], [READING], "it is said once"),
    ([(HEAD, [EMPTY])], [0], [""], "nobody has to be told"),
    ([(HEAD, [NONE, TABLE])], [], [NONE, TABLE], "one table of two is there"),
    ([(HEAD, [READING])], [], [READING], "sentences are all that was asked for"),
    ([(HEAD, [READING]), (PROSE, [EMPTY])], [1], [READING, ""], "prose that promises what does not follow"),
    ([(HEAD, [EMPTY]), (PROSE, [TABLE])], [], ["", TABLE], "a heading stays above what follows"),
    ([(HEAD, [EMPTY]), (PROSE, [NONE]), (HEAD, [TABLE])], [0, 1], ["", NONE, TABLE], "another heading is another part"),
]


@pytest.mark.parametrize(("parts", "left_out", "shown", "why"), CASES, ids=[case[-1] for case in CASES])
def test_a_part_with_nothing_to_show_is_one_sentence(parts, left_out, shown, why):
    cells = []
    for prose, outputs in parts:
        code = nbformat.v4.new_code_cell("")
        code.outputs = [nbformat.v4.new_output("display_data", metadata={"html": html}) for html in outputs]
        cells += [nbformat.v4.new_markdown_cell(prose), code]
    assert idle.prose(cells) == {2 * number for number in left_out}
    kept = [output.metadata["html"] for cell in cells[1::2] for output in cell.outputs]
    assert [one for one in kept if one] == [one for one in shown if one], why
