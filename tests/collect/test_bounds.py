"""Only regular files of the folder itself are read, up to a stated size."""

import os

import pytest
from samestory import corpus
from samestory.collect import found


@pytest.fixture
def texts(tmp_path):
    """A folder with one article, and a file beside the folder that is nobody's to publish."""
    (tmp_path / "secret.txt").write_text("A secret.")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("Peace came to the town on Sunday.")
    return tmp_path / "texts"


@pytest.mark.parametrize("name", ["b.txt", "articles.csv"])
def test_a_link_out_of_the_folder_is_refused_and_named(texts, name):
    (texts / name).symlink_to(texts.parent / "secret.txt")
    with pytest.raises(ValueError, match=f"{name} is a link out of "):
        corpus.articles(texts)


def test_a_link_within_the_folder_is_read(texts):
    (texts / "more").mkdir()
    (texts / "more" / "c.txt").write_text("The mayor spoke on Monday.")
    (texts / "b.txt").symlink_to(texts / "more" / "c.txt")
    assert len(corpus.articles(texts)) >= 2


@pytest.mark.parametrize("name", ["b.txt", "articles.csv"])
def test_a_pipe_is_refused_and_not_waited_for(texts, name):
    os.mkfifo(texts / name)
    with pytest.raises(ValueError, match=f"{name} is no regular file"):
        corpus.articles(texts)


def test_a_pipe_that_was_named_is_refused(texts):
    os.mkfifo(texts / "b.txt")
    with pytest.raises(ValueError, match=r"b\.txt is no regular file"):
        corpus.articles(texts / "b.txt")


def test_a_file_beyond_the_stated_size_is_named(texts, monkeypatch):
    monkeypatch.setattr(found, "LARGEST", 10)
    with pytest.raises(ValueError, match=r"a\.txt has 0 MB; a file may have 0 MB"):
        corpus.articles(texts)
