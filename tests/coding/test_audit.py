"""From a folder to a judged audit by the commands at the door; what it says on the pages, and what it takes off them."""

import openpyxl
import pandas as pd
import pytest
import samestory
from made_up_audit import articles, audit
from samestory import cli, coding
from samestory.coding import gate, readings
from samestory.publish import manifest

NORTH = "Outlet: North\nDate: 2031-05-04\n\n"
TEXTS = {
    "a_txt": "Outlet: North\nDate: 2031-05-04\n\n“The bridge is safe,” Mayor Lena Ortiz said on Monday. At least 12 people were hurt, "
    "the army said.\n\nOrtiz said that it would stay open. The clinic said two of them had died.",
    "b_txt": "Outlet: South\nDate: 2031-05-04\n\nMayor Lena Ortiz said the bridge was safe. About 30 people were hurt, the clinic said.",
}
DRAW = ["--kinds", "speakers", "figures", "--n", "20", "--coders", "anna", "ben"]


def fill(file, wrong=()):
    """Every item of the sheet judged right, but for those at the numbers given."""
    book = openpyxl.load_workbook(file)
    for number, cells in enumerate(book["items"].iter_rows(min_row=2)):
        cells[5].value = "wrong" if number in wrong else "right"
    book.save(file)


def test_from_a_folder_to_alpha(folder, tmp_path, capsys):
    texts = folder(**TEXTS)
    out = tmp_path / "audit"
    assert cli.main(["audit", str(texts), "--out", str(out), *DRAW]) == 0
    said = capsys.readouterr().out
    assert "speakers" in said and "a sheet for anna, ben; key.csv is not for coders" in said
    fill(out / "anna.xlsx")
    fill(out / "ben.xlsx", wrong=[0])
    assert cli.main(["audit", "--read", str(out / "anna.xlsx"), str(out / "ben.xlsx")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("speakers right ") or line.startswith("figures right ") for line in lines)
    assert any("nominal α" in line for line in lines) and any("they part on" in line for line in lines)
    hashed = manifest.inputs([], {"audit": str(out)})["files"]
    assert {"audit/anna.xlsx", "audit/ben.xlsx", "audit/key.csv"} <= set(hashed)
    story = samestory.read(str(texts), audit=str(out))
    assert "On your articles: " in story.reading("audited").data
    assert samestory.read(str(texts)).reading("audited", "corrected speakers").data == "", "without an audit, nothing"


def told(right, read, kind="speakers", part=None):
    return pd.DataFrame([(kind, part, right, read)], columns=["kind", "part", "right", "read"])


TOO_SELDOM = [
    (told(57, 60), [], "57 of 60 stands"),
    (told(50, 60), ["speakers"], "83 % is below the gate"),
    (told(3, 4), [], "four read say nothing"),
    (told(6, 9, "findings", "voice"), ["findings"], "a kind of difference"),
    (told(20, 60, "findings"), [], "findings are judged by their kinds, not together"),
]


@pytest.mark.parametrize(("audited", "out", "why"), TOO_SELDOM)
def test_what_was_right_too_seldom(audited, out, why):
    assert gate.too_seldom(audited)["kind"].tolist() == out, why


def differences(*kinds):
    """Differences of two accounts, one of each kind, in sentences far apart."""
    texts = {"n": "One. Two. Three. Four.", "s": "Six. Seven. Eight. Nine."}
    rows = []
    for number, kind in enumerate(kinds, 1):
        for article, group in (("n", "North"), ("s", "South")):
            start = texts[article].index(texts[article].split()[number])
            end = texts[article].index(".", start) + 1
            rows.append(("story", number, kind, pd.NA, "it", group, article, start, end, texts[article][start:end],
                         start, end, "narrator", "Ann", 1, 1, "another", 1.0, 1.0))  # fmt: skip
    names = (
        "story difference kind fact subject group article_id start end text sentence_start sentence_end voice source"
    )
    table = pd.DataFrame(rows, columns=[*names.split(), "paragraph", "paragraphs", "differs", "sure", "far"])
    about = pd.DataFrame({"article_id": ["n", "s"], "outlet": ["North", "South"], "text": list(texts.values())})
    return table, about.assign(event="story", headline=None, published=pd.NaT, credit=None)


def kinds_told(audited):
    rows, about = differences("naming", "headline")
    return gate.told(rows, about, audited)["kind"].tolist()


def test_a_kind_below_the_gate_leaves_the_brief():
    assert kinds_told(told(60, 60, "findings", "naming")) == ["label", "emphasis"]
    assert kinds_told(told(6, 9, "findings", "naming")) == ["emphasis"]


def test_accounts_whose_differences_an_audit_took_out_are_not_said_to_be_alike():
    rows, about = differences("naming")
    assert gate.told(rows, about, told(6, 9, "findings", "naming")).empty


def test_a_sheet_in_which_nothing_is_judged_is_one_sentence(tmp_path, capsys):
    audit(tmp_path, coders=["anna"])
    assert cli.main(["audit", "--read", str(tmp_path / "anna.xlsx")]) == 2
    assert capsys.readouterr() == (
        "",
        "samestory: nothing is judged yet in anna.xlsx; write right, wrong or unsure into the column verdict\n",
    )


LEFT = [
    (
        told(50, 60, "labels"),
        ["label", "source", "source"],
        "the test of labels goes; the difference between two accounts stays",
    ),
    (told(50, 60, "anonymous"), ["label", "label", "source"], "the test of sources goes"),
    (told(50, 60, "speakers-missed"), ["label", "label", "source", "source"], "what is missed makes no finding wrong"),
]


@pytest.mark.parametrize(("audited", "left", "why"), LEFT)
def test_what_rests_on_counts_leaves_with_the_kind_counted(audited, left, why):
    found = pd.DataFrame({"kind": ["label", "label", "source", "source"], "p": [0.01, None, 0.01, None]})
    assert sorted(gate.standing(found, audited)["kind"]) == left, why


def test_findings_that_rest_on_speakers_leave_with_them():
    found = pd.DataFrame({"kind": ["source", "label"], "p": [None, None]})
    assert gate.standing(found, told(50, 60))["kind"].tolist() == ["label"]
    assert len(gate.standing(found, told(58, 60))) == 2


def coded(*groups):
    """Codings of statements: of each group how many were found, read, and right."""
    shas = articles()["sha256"]
    rows = [
        ("speakers", None, "named", group, shas[k], "", f"{group}{i}" if i < read else None, "anna",
         ("right" if i < right else "wrong") if i < read else None)
        for k, (group, found, read, right) in enumerate(groups)
        for i in range(found)
    ]  # fmt: skip
    names = ["kind", "part", "certainty", "group", "sha256", "stratum", "item", "coder", "verdict"]
    return pd.DataFrame(rows, columns=names)


CORRECTIONS = [
    ([("North", 60, 30, 20), ("South", 50, 30, 30)], "the correction changes the answer", "errors outweigh the lead"),
    (
        [("North", 90, 30, 30), ("South", 30, 30, 30)],
        "Which has more is not changed by the correction.",
        "far apart, and right",
    ),
    ([("North", 10, 10, 5), ("South", 8, 8, 5)], "they have as many", "all read"),
]


@pytest.mark.parametrize(("groups", "says", "why"), CORRECTIONS)
def test_the_page_says_when_the_correction_changes_the_answer(groups, says, why):
    codings = coded(*groups)
    of = articles().head(2)
    said = readings.of_correction(coding.corrected(codings), codings, of, "speakers")
    assert says in said and "in neither count" in said, why


def test_an_audit_of_some_of_the_articles_says_so_and_corrects_no_count():
    codings = coded(("North", 60, 30, 28))
    found = coding.audited(codings)
    said = readings.of_all(found, coding.recalled(codings), coding.agreement(codings), codings, articles())
    assert "speakers right 28 of 30 (93 %, " in said and "drawn from 1 of these 3 articles" in said
    assert readings.of_correction(coding.corrected(codings), codings, articles(), "speakers") == ""


def test_the_reading_beside_a_kind():
    codings = coded(("North", 60, 60, 57))
    found, lost = coding.audited(codings), coding.recalled(codings)
    assert (
        readings.of_kind(found, lost, "speakers") == "On your articles: speakers right 57 of 60 (all that was found)."
    )
    assert readings.of_kind(found, lost, "figures") == ""


def with_misses(*groups):
    """Codings of statements and of the sentences in which none was found."""
    found, sentences = (coded(*[(name, *told[k : k + 3]) for name, *told in groups]) for k in (0, 3))
    return pd.concat([found, sentences.assign(kind="speakers-missed", item="m" + sentences["item"])], ignore_index=True)


def test_what_is_missed_is_said_and_counted():
    codings, of = with_misses(("North", 40, 40, 36, 80, 80, 76), ("South", 38, 38, 38, 90, 90, 80)), articles().head(2)
    said = readings.of_kind(coding.audited(codings), coding.recalled(codings), "speakers")
    assert said.endswith("Of the statements 84 % were found, by 170 read in which none was.")
    said = readings.of_correction(coding.corrected(codings), codings, of, "speakers")
    assert "North has 40 instead of 40 counted and South has 48 instead of 38 counted" in said
    assert "Counted, North has more statements than South (40 and 38)" in said and "it has fewer" in said
    assert "neither count" not in said
    lines = list(readings.in_lines(codings))
    assert lines[0].startswith("speakers right 74 of 78") and not any(
        line.startswith("speakers-missed") for line in lines
    )
    assert lines[1].startswith("speakers: 84 %")


def test_shares_of_unnamed_sources_are_corrected_by_both_errors():
    """Of 40 statements 10 are counted as unnamed, 8 of them rightly; of the 30 counted as named, 3 are not."""
    codings = with_misses(("North", 10, 10, 8, 30, 30, 27), ("South", 30, 30, 30, 20, 20, 20))
    codings["kind"] = codings["kind"].str.replace("speakers", "anonymous")
    found = coding.corrected(codings).set_index("group")
    assert found.loc["North", ["counted", "of", "corrected"]].tolist() == pytest.approx([10, 40, 11], abs=1e-6)
    said = readings.of_correction(coding.corrected(codings), codings, articles().head(2), "anonymous")
    assert said.startswith("Statements by unnamed sources, corrected for measured error: ")
    assert "North has 11 of its 40 instead of 10 counted" in said


def test_no_page_calls_a_kind_by_its_internal_name():
    codings = pd.concat([with_misses(("North", 9, 9, 8, 9, 9, 5)).assign(coder=name) for name in ("anna", "ben")])
    codings["kind"] = codings["kind"].str.replace("speakers", "anonymous")
    agree = coding.agreement(codings)
    said = readings.of_all(coding.audited(codings), coding.recalled(codings), agree, codings, articles().head(1))
    assert "unnamed sources right 8 of 9" in said and "α of the coders: unnamed sources 1.00" in said
    assert "missed unnamed sources 1.00" in said and "-missed" not in said and "anonymous" not in said


def label(name, group, counted, reads, corrected, low, high):
    return ("people held", name, group, counted, reads, corrected, low, high)


def test_labels_are_corrected_one_by_one_where_enough_was_read():
    rows = [
        label("captives", "North", 9, 1, 9, 2, 9),
        label("captives", "South", 3, 3, 3, 3, 3),
        label("hostages", "North", 12, 6, 7, 5, 9),
        label("hostages", "South", 10, 10, 10, 10, 10),
        label("prisoners", "North", 2, 2, 2, 2, 2),
        label("prisoners", "South", 1, 1, 1, 1, 1),
    ]
    codings = coded(("North", 9, 9, 9), ("South", 9, 9, 9))
    said = readings.of_labels(pd.DataFrame(rows, columns=coding.estimates.BY_LABEL), codings, articles().head(2))
    assert said == (
        "Label by label, “hostages”: North has 7 (5 to 9) of 12 counted and South has 10 of 10 counted; "
        "“prisoners”: North has 2 of 2 counted and South has 1 of 1 counted. Counted, North has more "
        "“hostages” than South (12 and 10); corrected for measured error, it has fewer: the correction changes the "
        "answer. Of 1 label too few were read."
    )


BAD = [
    (["audit"], "name the articles to draw an audit from", "nothing named"),
    (["audit", "seeds", "--read", "a.xlsx"], "name the articles to draw an audit from", "both named"),
    (["audit", "--read", "nowhere.xlsx"], "there is no sheet nowhere.xlsx; `samestory audit` draws one", "not there"),
    (["audit", "seeds", "--coders", "../anna"], "not '../anna'", "a coder who is a path"),
]


@pytest.mark.parametrize(("words", "says", "why"), BAD, ids=[case[-1] for case in BAD])
def test_bad_words_are_one_sentence(words, says, why, capsys):
    assert cli.main(words) == 2
    said = capsys.readouterr().err
    assert says in said and len(said.splitlines()) == 1


def test_an_audit_is_never_written_over_and_must_be_of_these_articles(folder, tmp_path, capsys):
    texts, out = folder(**TEXTS), tmp_path / "audit"
    assert cli.main(["audit", str(texts), "--out", str(out), *DRAW[:3]]) == 0
    assert cli.main(["audit", str(texts), "--out", str(out), *DRAW[:3]]) == 2
    assert "holds an audit already" in capsys.readouterr().err
    for name in ("a.txt", "b.txt"):
        (texts / name).write_text(NORTH + "It rained all day, the weather service said.")
    with pytest.raises(ValueError, match="is of other articles"):
        samestory.read(str(texts), audit=str(out))
    with pytest.raises(ValueError, match="there is no sheet"):
        samestory.read(str(texts), audit=str(texts))


@pytest.mark.parametrize(("read", "against"), [(5, 1), (4, 0)])
def test_from_five_read_on_a_kind_may_be_right_too_seldom(read, against):
    audited = pd.DataFrame({"kind": ["quotes"], "part": [None], "read": [read], "right": [0]})
    assert len(gate.too_seldom(audited)) == against
