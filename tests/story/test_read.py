"""Reading: a folder named as text or as a path, of whatever articles."""

import pandas as pd
import samestory


def test_a_folder_may_be_named_as_a_path_and_its_articles_may_hold_nothing_that_is_looked_for(tmp_path):
    (tmp_path / "a.txt").write_text("It rained.\n")
    (tmp_path / "b.txt").write_text("The sun shone.\n")
    one, other = (samestory.read(folder, permutations=50) for folder in (tmp_path, str(tmp_path)))
    pd.testing.assert_frame_equal(one["subject_emphasis"], other["subject_emphasis"])
    assert one["subject_emphasis"].empty and one["framing_tests"].empty and one["ledger"].empty
