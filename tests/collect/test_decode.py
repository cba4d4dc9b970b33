"""Bytes become the text that was meant, where that is certain."""

import pytest
from samestory.collect.decode import decoded, plain, repaired

TEXT = "“It’s over,” said Mara Voss – a teacher at the café."
ENCODINGS = [
    ("utf-8", "", "as most"),
    ("utf-8-sig", "", "with a byte order mark"),
    ("utf-16", "UTF-16", "as Windows' Notepad once saved"),
    ("utf-16-le", "UTF-16", "without a mark: every other byte is zero"),
    ("utf-16-be", "UTF-16", "the same, the other way round"),
    ("cp1252", "Windows-1252", "as Excel saves CSV"),
    ("mac-roman", "Mac Roman", "as Excel on a Mac does"),
]


@pytest.mark.parametrize(("codec", "said", "why"), ENCODINGS)
def test_an_encoding_is_found_and_said(codec, said, why):
    assert decoded(TEXT.encode(codec)) == (TEXT, said), why


REFUSED = [
    (b"caf\x81 noir", r"byte 3 \(0x81\)", "no one-byte encoding has it"),
    ("Мэр города сообщил".encode("cp1251"), "not UTF-8", "Cyrillic looks like nothing in Western encodings"),
    (b"a\0b", "binary file", "a zero in it"),
    (b"\xff\xfeA", "broken UTF-16", "cut off"),
]


@pytest.mark.parametrize(("content", "message", "why"), REFUSED)
def test_what_is_not_certain_is_refused(content, message, why):
    with pytest.raises(ValueError, match=message):
        decoded(content)


REPAIRS = [
    (
        "â€œWe will not leave,â€\x9d said Mara Voss.",
        "“We will not leave,” said Mara Voss.",
        "UTF-8 read as Windows-1252",
    ),
    ("\x93We stay,\x94 she said. It\x92s home.", "“We stay,” she said. It’s home.", "Windows-1252 read as Latin-1"),
    ("The cafÃ© cost Â£3.", "The café cost £3.", "letters and signs"),
    ("Smith &amp; Sons &#8217;20", "Smith & Sons ’20", "entities"),
    ("Smith &amp;amp; Sons", "Smith & Sons", "escaped twice"),
    ("&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;", "One & two.\n\nThree.", "tags escaped"),
    ("<p>One <b>two</b>.</p>\n<p>Three<br>four.</p>", "One two.\n\nThree\n\nfour.", "tags"),
    ("One <b>two</b>.\n\nThree.", "One two.\n\nThree.", "tags of words only: line ends stay"),
]


@pytest.mark.parametrize(("given", "meant", "why"), REPAIRS)
def test_text_is_put_right_and_it_is_said(given, meant, why):
    text, said = repaired(given)
    assert text == meant and said, why


AS_MEANT = ["AT&T and R&D", "5 < 6 and 7 > 2", "Ångström à la carte – “naïve”", "x &c; y", "Ñandú"]


@pytest.mark.parametrize("text", AS_MEANT)
def test_what_may_be_meant_is_left_alone(text):
    assert repaired(text) == (text, [])


def test_scripts_and_styles_are_no_text():
    assert plain("<div><script>var a = 1;</script><p>A</p><style>p {}</style> B</div>") == "A\n\nB"
