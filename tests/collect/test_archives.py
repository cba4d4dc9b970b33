"""Exports of archives, made up in the layouts of public samples."""

import pytest

from .conftest import DELUGE, FLOOD

NEXIS = f"""
Download Request: Selected Items: 1-2
Terms: (flood)


                               1 of 2 DOCUMENTS



                             Ardin Times (England)

                            July 7, 2025 Monday
                                   Edition 1;
                                    Scotland

Flood kills 12 in Ardin

BYLINE: Tomas Reel

SECTION: NEWS; Pg. 3

LENGTH: 48 words


{FLOOD}

“We lost everything,” said Mara Voss.

LOAD-DATE: July 8, 2025

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                       Copyright 2025 Ardin News Ltd
                              All Rights Reserved

                               2 of 2 DOCUMENTS



                                  The Post

                             8 July 2025 Tuesday 10:31 PM GMT

Deluge toll climbs

LENGTH: 30 words

{DELUGE}

LOAD-DATE: July 8, 2025

                       Copyright 2025 Post Group
                              All Rights Reserved
"""
UNI = f"""Flood kills 12 in Ardin

Ardin Times

July 7, 2025 Monday

Copyright 2025 Ardin News Ltd All Rights Reserved

Section: NEWS; Pg. 3

Length: 48 words

Byline: Tomas Reel

Body

{FLOOD}

“We lost everything,” said Mara Voss.

Classification

Language: ENGLISH

Load-Date: July 8, 2025

End of Document

Deluge toll climbs

The Post

July 8, 2025 Tuesday

Length: 30 words

Body

{DELUGE}

Load-Date: July 8, 2025

End of Document
"""
PROQUEST = f"""
____________________________________________________________

Report Information from ProQuest

____________________________________________________________

Flood kills 12 in Ardin

Author: Reel, Tomas

Publication info: Ardin Times ; Ardin [Ardin]. 07 July 2025: 3.

Abstract: A flood.

Full text: {FLOOD}

“We lost everything,” said Mara Voss.

Subject: Floods

Title: Flood kills 12 in Ardin

Publication title: Ardin Times

Publication date: Jul 7, 2025

Document URL: https://proquest.ex/1

____________________________________________________________

Deluge toll climbs

Full text: {DELUGE}

Subject: Floods

Title: Deluge toll climbs

Publication title: The Post

Publication date: Jul 8, 2025

____________________________________________________________

Copyright ProQuest LLC
"""
FACTIVA_RTF = f"""Flood kills 12 in Ardin

By Tomas Reel
48 words
7 July 2025
Ardin Times
ARDT
3
English
Copyright 2025 Ardin News Ltd. All Rights Reserved.

{FLOOD}

“We lost everything,” said Mara Voss.

Document ARDT000020250707el7700001

Deluge toll climbs

30 words
8 July 2025
10:31
The Post
POST
English
(c) 2025 Post Group.

{DELUGE}

Document POST000020250708el7800002
"""
LAYOUTS = [(NEXIS, "Nexis"), (UNI, "Nexis"), (PROQUEST, "ProQuest"), (FACTIVA_RTF, "Factiva")]


@pytest.mark.parametrize(("export", "archive"), LAYOUTS, ids=["Nexis .txt", "Nexis Uni", "ProQuest", "Factiva"])
def test_each_document_is_an_article_with_its_head(read, export, archive):
    articles, receipt = read({"export.txt": export}, "export.txt")
    assert receipt["format"].tolist() == [f"{archive} export"]
    assert articles["outlet"].str.replace(" (England)", "").tolist() == ["Ardin Times", "The Post"]
    assert [str(p) for p in articles["published"]] == ["2025-07-07", "2025-07-08"]
    assert articles["headline"].tolist() == ["Flood kills 12 in Ardin", "Deluge toll climbs"]
    first, second = (text.strip() for text in articles["text"])
    assert first == f"{FLOOD}\n\n“We lost everything,” said Mara Voss." and second == DELUGE
    assert articles["article_id"].tolist() == ["export-1", "export-2"]


FACTIVA_LINES = """<html><body><div id="article-1" class="article"><div class="article enArticle"><p></p>
<div>News</div><div id="hd"><span class="enHeadline">Flood kills 12 in Ardin </span></div>
<div class="author">By Tomas Reel </div><div>48 words</div><div>7 July 2025</div><div>Ardin Times</div><div>ARDT</div>
<div>English</div><div>Copyright 2025 Ardin News Ltd.</div>
<p class="articleParagraph enarticleParagraph">{}</p><p class="articleParagraph enarticleParagraph">{}</p>
<p>Document ARDT000020250707el7700001</p></div></div></body></html>"""
FACTIVA_CODES = """<html><body><div class="article enArticle"><table>
<tr><td><b>HD</b></td><td>Flood kills 12 in Ardin</td></tr><tr><td>WC</td><td>48 words</td></tr>
<tr><td>PD</td><td>7 July 2025</td></tr><tr><td>SN</td><td>Ardin Times</td></tr><tr><td>LA</td><td>English</td></tr>
<tr><td>LP</td><td><p class="articleParagraph enarticleParagraph">{}</p></td></tr>
<tr><td>TD</td><td><p class="articleParagraph enarticleParagraph">{}</p></td></tr></table></div></body></html>"""


@pytest.mark.parametrize("page", [FACTIVA_LINES, FACTIVA_CODES])
def test_factiva_pages_with_lines_or_codes(read, page):
    articles, _ = read({"factiva.html": page.format(FLOOD, "“We lost everything,” said Mara Voss.")}, "factiva.html")
    (one,) = articles.to_dict("records")
    assert (one["outlet"], str(one["published"]), one["headline"]) == (
        "Ardin Times", "2025-07-07", "Flood kills 12 in Ardin")  # fmt: skip
    assert one["text"] == f"{FLOOD}\n\n“We lost everything,” said Mara Voss."


def test_an_article_that_speaks_of_documents_is_no_export(read):
    text = f"{FLOOD}\n\nLength: 3 words\n\nThe body of a man was found. End of Document, it said."
    assert read({"a.txt": text})[1]["format"].tolist() == ["text"]
