"""Tables as people and services export them: outlet, date, text and address are found under their names."""

import io
import json

import pandas as pd
import pytest
from samestory.collect import columns, receipt, tables
from samestory.collect.write import file_names

from .conftest import DELUGE, FLOOD


def jsonl(*rows):
    return "\n".join(map(json.dumps, rows))


NEWSAPI = {
    "status": "ok",
    "totalResults": 2,
    "articles": [
        {"source": {"id": None, "name": name}, "author": "R", "title": "T", "description": "D", "url": f"https://{k}.ex/1",
         "publishedAt": "2025-07-07T08:00:00Z", "content": text}
        for k, (name, text) in enumerate([("Ardin Times", FLOOD), ("The Post", DELUGE)])
    ],
}  # fmt: skip
EVENT_REGISTRY = {
    "articles": {
        "page": 1,
        "results": [
            {"uri": "e-1", "lang": "eng", "dateTimePub": "2025-07-07T08:00:00Z", "title": "T", "body": FLOOD,
             "source": {"uri": "ardin.ex", "title": "Ardin Times"}, "url": "https://ardin.ex/1"},
            {"uri": "e-2", "lang": "eng", "dateTimePub": "2025-07-07T09:00:00Z", "title": "U", "body": DELUGE,
             "source": {"uri": "post.ex", "title": "The Post"}, "url": "https://post.ex/1"},
        ],
    }
}  # fmt: skip
GUARDIAN = {
    "response": {
        "status": "ok",
        "results": [
            {"id": "a/1", "webPublicationDate": "2025-07-07T08:00:00Z", "webTitle": "T", "webUrl": "https://ardin.ex/1",
             "fields": {"bodyText": FLOOD, "publication": "Ardin Times"}},
            {"id": "a/2", "webPublicationDate": "2025-07-07T08:00:00Z", "webTitle": "U", "webUrl": "https://ardin.ex/2",
             "fields": {"bodyText": DELUGE, "publication": "The Post"}},
        ],
    }
}  # fmt: skip
NEWS_PLEASE = {"maintext": FLOOD, "title": "T", "date_publish": "2025-07-07 08:00:00", "source_domain": "www.ardin.ex",
               "url": "https://www.ardin.ex/1", "authors": ["R"], "description": "D"}  # fmt: skip
GDELT = f"URL,Title,Date,Domain,text\nhttps://ardin.ex/1,T,20250707T081500Z,ardin.ex,{FLOOD.replace(',', '')}\n"
MEDIA_CLOUD = (
    "id,indexed_date,language,media_name,media_url,publish_date,title,url,text\n"
    f'1,2025-07-09,en,Ardin Times,ardin.ex,2025-07-07,T,https://ardin.ex/1,"{FLOOD}"\n'
)
NEWSAPI_CSV = (
    "source,author,title,description,url,publishedAt,content\n"
    f"\"{{'id': None, 'name': 'Ardin Times'}}\",R,T,D,https://ardin.ex/1,2025-07-07T08:00:00Z,\"{FLOOD}\"\n"
)
NEXIS_CSV = (
    "Search: flood AND Ardin\nDownloaded 9 July 2025\n\n"
    f'Publication,Published Date,Headline,Byline,Body\nArdin Times,"July 7, 2025",T,R,"{FLOOD}"\n'
)
EXPORTS = [
    ("a.json", json.dumps(NEWSAPI), "NewsAPI's answer"),
    ("a.json", json.dumps(NEWSAPI["articles"]), "an array of its articles"),
    ("a.jsonl", jsonl(*NEWSAPI["articles"]), "its articles, one a line"),
    ("a.json", jsonl(*NEWSAPI["articles"]), "JSON lines under the name .json"),
    ("a.csv", NEWSAPI_CSV, "NewsAPI through pandas to CSV: the source is a dict in words"),
    ("a.json", json.dumps(EVENT_REGISTRY), "Event Registry"),
    ("a.json", json.dumps(GUARDIAN), "The Guardian's Open Platform"),
    ("a.csv", MEDIA_CLOUD, "Media Cloud, with texts added"),
    ("a.csv", NEXIS_CSV, "lines above the header, capitals, a date in words"),
    ("a.tsv", f"Outlet\tDate\tText\nArdin Times\t2025-07-07\t{FLOOD}\n", "tabs"),
    ("a.csv", f"outlet;date;text;share\r\nArdin Times;2025-07-07;{FLOOD};0,5\r\n", "semicolons and decimal commas"),
    ("a.csv", f"outlet|date|text\nArdin Times|2025-07-07|{FLOOD}\n", "bars"),
    ("a.txt", f"Outlet\tDate\tText\nArdin Times\t2025-07-07\t{FLOOD}\n", "a table under the name .txt, as Excel saves"),
    ("a.jsonl", jsonl({"outlet": "Ardin Times", "date": "2025-07-07", "text": [FLOOD]}), "a list of paragraphs"),
    ("a.csv", f"\ufeffOUTLET ,DATE,TEXT\nArdin Times,7 July 2025,\"{FLOOD}\"\n".encode("utf-16"), "UTF-16, capitals"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "why"), EXPORTS, ids=[case[-1] for case in EXPORTS])
def test_an_export_is_read_as_meant(read, name, content, why):
    articles, receipt = read({name: content}, name)
    first = articles.iloc[0]
    assert (first["outlet"], str(first["published"]), first["text"]) == ("Ardin Times", "2025-07-07", FLOOD), why
    assert receipt["articles"].tolist() == [len(articles)] and receipt["left_out"].tolist() == [0]
    assert "as text" in receipt["columns"][0] or "text" in receipt["columns"][0]


SITES = [("a.json", json.dumps(NEWS_PLEASE), "news-please: one object"), ("a.csv", GDELT, "GDELT's list with texts")]


@pytest.mark.parametrize(("name", "content", "why"), SITES)
def test_a_site_stands_for_the_outlet_where_there_is_no_other(read, name, content, why):
    (article,) = read({name: content}, name)[0].to_dict("records")
    assert (article["outlet"], str(article["published"]), article["url"][-2:]) == ("ardin.ex", "2025-07-07", "/1"), why


def workbook(**sheets):
    buffer = io.BytesIO()
    with pd.ExcelWriter(buffer, engine="openpyxl") as writer:
        for name, rows in sheets.items():
            pd.DataFrame(rows).to_excel(writer, sheet_name=name, header=False, index=False)
    return buffer.getvalue()


def test_a_workbook_with_a_title_two_sheets_and_days_as_numbers(read):
    first = [["Clippings", None, None], [None] * 3, ["Newspaper", "Date", "Article text"],
             ["Ardin Times", pd.Timestamp("2025-07-07"), FLOOD]]  # fmt: skip
    second = [["Newspaper", "Date", "Article text"], ["The Post", 45845, DELUGE], ["The Post", None, None]]
    notes = [["To do"], ["call Reel"]]
    articles, receipt = read({"a.xlsx": workbook(July=first, More=second, Notes=notes)}, "a.xlsx")
    assert articles["outlet"].tolist() == ["Ardin Times", "The Post"]
    assert [str(p) for p in articles["published"]] == ["2025-07-07", "2025-07-07"]
    assert receipt["format"][0] == "spreadsheet, sheet July and More; no articles in sheet Notes"
    assert receipt["reason"][0] == "sheet More, row 3 has no text; every article needs text"


def test_an_opendocument_table(read, tmp_path):
    rows = pd.DataFrame({"outlet": ["Ardin Times"], "date": ["2025-07-07"], "text": [FLOOD]})
    rows.to_excel(tmp_path / "a.ods", engine="odf", index=False)
    assert read({}, "a.ods")[0]["text"].tolist() == [FLOOD]


def test_columns_read_kept_and_not_used_are_named(read):
    table = f'Unnamed: 0,publication,content,section,tags,url\n0,Ardin Times,"{FLOOD}",World,,https://ardin.ex/1\n'
    articles, receipt = read({"a.csv": table}, "a.csv")
    said = "publication as outlet, url, content as text; kept beside: section; not used: Unnamed: 0, tags"
    assert receipt["columns"][0] == said
    assert articles["section"].tolist() == ["World"], "so that one can compare by it"


BAD = [
    (f"outlet,date,text\nN,2025-07-07,\"{FLOOD}\"\nS,2025-07-07,Rain, and wind\n",
     "row 3 has more cells than the header; put cells with commas in quotation marks", "a comma that parts a text"),
    (f"outlet,date,text\nN,2025-07-07,\"{FLOOD}\"\nS,2025-07-07,\nT,2025-07-07,\n",
     "rows 3 and 4 have no text; every article needs text", "rows without text"),
    (f"outlet,url,text\nN,https://n.ex/1,\"{FLOOD}\"\nS,https://n.ex/2,\n",
     "row 3 has a link but no text; save the page it leads to, and name the page", "a link alone"),
    (f"outlet,text\nN,\"{FLOOD}\"\n,\"{DELUGE}\"\n",
     "row 3 names no outlet; write one into the column of the outlet", "an article of nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "reason", "why"), BAD, ids=[case[-1] for case in BAD])
def test_one_bad_row_is_left_out_and_named(read, content, reason, why):
    articles, receipt = read({"a.csv": content}, "a.csv")
    assert articles["text"].tolist() == [FLOOD], why
    assert receipt["reason"].tolist() == [reason]
    assert receipt["left_out"].tolist() == [reason.count(" and 4") + 1]
    with pytest.raises(ValueError, match="row 3, "):
        read({}, "a.csv", strict=True)


def test_a_date_that_cannot_be_read_leaves_its_article_undated(read):
    content = f'outlet,date,text\nN,2025-07-07,"{FLOOD}"\nS,soon,"{DELUGE}"\nT,n.d.,"{DELUGE} Now."\n'
    articles, receipt = read({"a.csv": content}, "a.csv")
    assert [str(p) for p in articles["published"]] == ["2025-07-07", "None", "None"]
    said = "row 3 is undated: the date 'soon' cannot be read; write YYYY-MM-DD, YYYY-MM or YYYY"
    assert receipt["assumed"].tolist() == [said]


def test_the_order_of_dates_is_a_question_where_the_table_does_not_show_it(read):
    rows = f'outlet,date,text\nN,03/04/2026,"{FLOOD}"\nS,05/06/2026,"{DELUGE}"\n'
    with pytest.raises(ValueError, match=r"a\.csv, row 2: the date '03/04/2026' may be 2026-03-04 or 2026-04-03"):
        read({"a.csv": rows}, "a.csv")
    _, receipt = read({"a.csv": rows.replace("05/06", "25/06")}, "a.csv")
    assert receipt["assumed"].tolist() == ["dates read as day, month, year"]


QUESTIONS = [
    (f"id,text\n1,\"{FLOOD}\"\n", "has no column that names the outlet; its columns are id, text", "no outlet"),
    ("id,outlet\n1,N\n", "lacks the column text; its columns are id, outlet", "no text, no link"),
    ("outlet,text\n", "holds no articles", "a header alone"),
    ("", "is empty", "nothing"),
    ('outlet,text\nN,"open\n', "a quotation mark opened in row 2 is never closed", "an open quotation mark"),
    ("outlet,url\nN,https://n.ex/1\nS,https://s.ex/1\n", "has a link but no text", "links alone, as Media Cloud exports"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "says", "why"), QUESTIONS, ids=[case[-1] for case in QUESTIONS])
def test_what_cannot_be_meant_is_a_question(read, content, says, why):
    with pytest.raises(ValueError, match=says) as error:
        read({"a.csv": content}, "a.csv")
    assert "\n" not in str(error.value), why


def test_half_a_pair_of_code_units_does_no_harm(read):
    line = jsonl({"outlet": "N", "text": f"\ud800 {FLOOD}"}, {"outlet": "N", "text": DELUGE})
    assert len(read({"a.jsonl": line}, "a.jsonl")[0]) == 2


def test_a_cut_off_text_is_said(read):
    _, receipt = read({"a.jsonl": jsonl({"outlet": "N", "text": f"{FLOOD} The mayor told… [+2219 chars]"})}, "a.jsonl")
    assert receipt["assumed"].tolist() == ["line 1: the text is cut off by the export"]


@pytest.mark.parametrize(("above", "delimiter"), [(14, ";"), (15, ",")])
def test_the_header_stands_among_the_first_rows(above, delimiter):
    text = "\n".join([*["a, b, c, d"] * above, "outlet;date;headline;text", "A;2031;B;C"])
    assert tables._delimiter(text) == delimiter


@pytest.mark.parametrize(("levels", "found"), [(4, 1), (5, 0)])
def test_articles_are_looked_for_some_levels_down(levels, found):
    whole = [{"body": "x"}]
    for _ in range(levels):
        whole = {"in": whole}
    assert len([rows for place, rows in tables._lists(whole, "", 0) if "body" in rows[0]]) == found


def test_a_name_that_can_be_asked_for_is_short():
    assert columns._nameable("x" * 40) and not columns._nameable("x" * 41)


def test_of_many_places_five_are_named():
    assert receipt._listed(list("abcde")) == "a, b, c, d and e"
    assert receipt._listed(list("abcdefg")) == "a, b, c, d, e and 2 more"


def test_the_name_of_a_file_is_short():
    article = {"published": None, "headline": "x" * 90, "outlet": "North", "article_id": "a"}
    (name,) = file_names(pd.DataFrame([article]))
    assert len(name.removesuffix(".txt")) == 60
