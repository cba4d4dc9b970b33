"""The reader: every character of the article once, each mark over what it marks, nothing of an article as markup."""

import re
from html import unescape

import pandas as pd
import samestory
from samestory.present import reader
from samestory.publish import clean

TEXT = "🙂 Ann <b>said</b>: “It’s $5 war.”\n\nBo left."


def table(*rows, **more):
    found = pd.DataFrame(rows, columns=["article_id", "start", "end"])
    return found.assign(text=[TEXT[a:b] for _, a, b in rows], **more)


def words(markup):
    return unescape(re.sub(r"<[^>]+>", "", markup))


def test_marks_overlap_and_no_character_is_lost():
    found = [reader.Mark(0, 5, "actors", "actor: Ann"), reader.Mark(2, 9, "quoted", 'a "b" <c>')]
    markup = reader.marked(TEXT, 0, len(TEXT), found)
    assert words(markup) == TEXT
    spans = re.findall(r'<span class="([^"]+)" title="([^"]*)">(.*?)</span>', markup)
    assert [classes for classes, _, _ in spans] == ["actors", "actors quoted", "quoted"]
    assert "<b>" not in markup and "&lt;c&gt;" in spans[1][1]


def test_a_mark_that_begins_before_the_stretch_is_cut_to_it():
    assert reader.marked(TEXT, 2, 5, [reader.Mark(0, 99, "words", "x")]) == '<span class="words" title="x">Ann</span>'


def test_an_article_with_everything_marked_stands_on_a_page():
    story = samestory.read("seeds")
    shown = story.read(0)
    for kind in reader.KINDS:
        assert f'<details class="{kind}"' in shown.data and f"{kind.capitalize()} (0)" not in shown.data
    text = story.articles["text"].iloc[0]
    assert "".join(words(shown.data.partition('<div class="article">')[2]).split()) == "".join(text.split())
    kept = clean.output(shown.data, clean.Styles())
    assert "<style" not in kept and "<details" in kept and 'class="quoted"' in kept
    assert kept.count('id="read-') == shown.data.count('id="read-') > 10


def test_articles_are_shown_only_when_asked_for():
    story = samestory.read("seeds")
    assert story.read(shown=False).data == ""
    assert story.read().data.count('<section class="reader">') == 2
    assert story.read(story.articles["article_id"].iloc[1]).data.count('<section class="reader">') == 1
