"""Figures: what each number of a sentence is, what it is worth, and what the sentence says of it."""

import clock
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samestory.annotate import figures, spans
from samestory.annotate.figures import numerals


def seen(text):
    """The figures of a text as (written, kind, low, high, relation), without those that are no figure anyway."""
    rows = figures.extract(text)
    return [(text[r["start"] : r["end"]], r["kind"], r["low"], r["high"], r["relation"]) for r in rows]


def exact(written, kind, value, relation="="):
    """A figure with one value."""
    return (written, kind, value, value, relation)


def above(written, kind, value, relation=">="):
    """A figure open above."""
    return (written, kind, value, None, relation)


def below(written, kind, value, relation="<="):
    """A figure open below."""
    return (written, kind, None, value, relation)


def unvalued(written, kind):
    """A date, time or label."""
    return (written, kind, None, None, "=")


NUMERALS = [
    ("The quake killed 57,523 people.", [exact("57,523", "count", 57523)], "thousands separator"),
    ("Some 1,00,000 voters queued.", [exact("1,00,000", "count", 100000, "~")], "Indian grouping"),
    ("It has 1.5 million residents.", [exact("1.5 million", "count", 1.5e6)], "scale word"),
    ("Two dozen ships sailed.", [exact("Two dozen", "count", 24)], "a dozen is twelve"),
    ("A half-dozen aides quit.", [exact("A half-dozen", "count", 6)], "half of a dozen"),
    ("Half a million people marched.", [exact("Half a million", "count", 5e5)], "half of a scale word"),
    ("One and a half million homes lost power.", [exact("One and a half million", "count", 1.5e6)], "and a half adds"),
    ("Two hundred and fifty thousand fled.", [exact("Two hundred and fifty thousand", "count", 250000)], "in words"),
    ("Twenty-six states sued.", [exact("Twenty-six", "count", 26)], "hyphenated number word"),
    ("Three-quarters of the losses came late.", [exact("Three-quarters", "fraction", 0.75)], "a share"),
    ("Half of the homes burned.", [exact("Half", "fraction", 0.5)], "half of"),
    ("The first half ended level.", [exact("first", "ordinal", 1)], "the first half is no share"),
    ("A third of voters are undecided.", [exact("A third", "fraction", 1 / 3)], "a third of: a share"),
    ("He paid a third visit.", [exact("a third", "ordinal", 1 / 3)], "a third visit: no share"),
    ("One in five children is poor.", [exact("One in five", "ratio", 0.2)], "a ratio is a kind of its own"),
    ("Six out of 10 agreed.", [exact("Six out of 10", "ratio", 0.6)], "a ratio with out of"),
    ("Add 2½ cups.", [exact("2½", "measure", 2.5)], "fraction glyph"),
    ("A 3 1/2 inch pipe.", [exact("3 1/2", "measure", 3.5)], "mixed fraction"),
    ("Prices are -2.3% lower, or minus 5 degrees.", [exact("-2.3", "percent", -2.3), exact("minus 5", "measure", -5)], "negative"),
    ("It fell to minus-130 degrees.", [exact("minus-130", "measure", -130)], "a hyphened minus"),
    ("Thousands fled.", [above("Thousands", "count", 2e3, "~")], "a vague plural: two or more, and no bound"),
    ("Tens of thousands marched.", [above("Tens of thousands", "count", 2e4, "~")], "compound vague plural"),
    ("Hundreds of thousands of homes.", [above("Hundreds of thousands", "count", 2e5, "~")], "compound vague plural"),
    ("Several hundred people came.", [("Several hundred", "count", 200, 1000, "~")], "several: at least two"),
    ("Their test scores rose.", [], "scores of a test are no twenties"),
    ("They hold twice as many seats.", [exact("twice", "multiplier", 2)], "twice"),
    ("It is ten times the number of 1990.", [exact("ten", "multiplier", 10), unvalued("1990", "date")], "ten times the number"),
    ("It happened ten times.", [exact("ten", "count", 10)], "ten times, counted"),
    ("A fivefold rise.", [exact("fivefold", "multiplier", 5)], "-fold"),
]  # fmt: skip
UNITS = [
    ("He wants $5.7 billion.", [exact("5.7 billion", "money", 5.7e9)], "the sign stands before the span"),
    ("It cost £2.7m, €40bn, US$3 and RM23.50.", [exact("2.7m", "money", 2.7e6), exact("40bn", "money", 4e10), exact("3", "money", 3), exact("23.50", "money", 23.5)], "currencies and short scales"),
    ("Please try 5 times.", [exact("5", "count", 5)], "try is a lira only when written TRY"),
    ("A loss of $-50.8bn.", [exact("-50.8bn", "money", -5.08e10)], "negative sum"),
    ("The rate fell to 62.6 percent.", [exact("62.6", "percent", 62.6)], "percent"),
    ("Up 36 percentage points.", [exact("36", "percent", 36)], "percentage points are percent with a unit"),
    ("It fell three-tenths of a percentage point.", [exact("three-tenths", "percent", 0.3)], "a fraction of a unit"),
    ("Less than one-half of 1 percent.", [below("one-half", "percent", 0.5, "<")], "one figure, not two"),
    ("Millions of dollars vanished.", [above("Millions", "money", 2e6, "~")], "vague sum"),
    ("Thousands upon thousands fled.", [above("Thousands upon thousands", "count", 2e3, "~")], "said twice, one figure"),
    ("Hundreds and thousands fled.", [above("Hundreds and thousands", "count", 2e3, "~")], "the last of them"),
    ("It won millions of millions.", [above("millions of millions", "count", 2e12, "~")], "a magnitude of magnitudes"),
    ("She makes $200 grand.", [exact("200 grand", "money", 2e5)], "a grand is a thousand"),
    ("A 37m mast, 1.2m people and 4.3M views.", [exact("37", "measure", 37), exact("1.2m", "count", 1.2e6), exact("4.3M", "count", 4.3e6)], "m: metres, or millions of people"),
    ("It does 87 mph (140 km/h).", [exact("87", "measure", 87), exact("140", "measure", 140)], "speeds"),
    ("A 60-day ceasefire and a 12-day war.", [exact("60", "duration", 60), exact("12", "duration", 12)], "hyphenated durations"),
    ("It took half an hour.", [exact("half", "duration", 0.5)], "half of a unit"),
    ("Over the next couple of years.", [exact("couple", "duration", 2, "~")], "a couple of years lasts"),
    ("A 360-degree turn.", [exact("360", "measure", 360)], "hyphenated measure"),
]  # fmt: skip
AGES = [
    ("The 21-month-old war goes on.", [exact("21", "duration", 21)], "the age of a thing is a duration"),
    ("An 18-year-old man was held.", [exact("18", "age", 18)], "somebody's age"),
    ("The 26-year-old won.", [exact("26", "age", 26)], "somebody's age before a verb"),
    ("The 68-year-old was freed.", [exact("68", "age", 68)], "somebody's age without a noun"),
    ("Mary Doe, 34, said no.", [exact("34", "age", 34)], "between commas after a name"),
    ("John Roe (52) drove.", [exact("52", "age", 52)], "in brackets after a name"),
    ("Both aged 34.", [exact("34", "age", 34)], "aged"),
    ("They met while she was 16 and at school.", [exact("16", "age", 16)], "she was, and no noun"),
    ("He’s 63 at a bad time.", [exact("63", "age", 63)], "he is, and no noun"),
    ("She was 16 points behind.", [exact("16", "count", 16)], "a noun follows"),
    ("Workers who are 58 and older.", [above("58", "age", 58)], "and older"),
    ("She is in her early 20s.", [exact("20", "age", 20)], "a decade of life"),
    ("People between the ages of 18 and 29.", [("18 and 29", "age", 18, 29, "range")], "a span of ages"),
    ("Polls gave Mr. Cruz, 11 and 8 percent.", [exact("11", "percent", 11), exact("8", "percent", 8)], "a name before a share is no age"),
]  # fmt: skip
NO_FIGURES = [
    ("One of the terms is new.", [], "one of the: no figure"),
    ("One witness said it was loud.", [], "somebody unnamed, no count"),
    ("No one knew which one.", [], "pronouns"),
    ("At one point he wept.", [], "idiom"),
    ("Only one senator agreed.", [exact("one", "count", 1)], "only one counts"),
    ("It was his third visit, on a second day.", [exact("third", "ordinal", 3), exact("second", "ordinal", 2)], "ordinals"),
    ("He came 18th.", [exact("18th", "ordinal", 18)], "ordinal in digits"),
    ("On 7 October 2023, and Sept. 11, 2001.", [unvalued("7 October 2023", "date"), unvalued("Sept. 11, 2001", "date")], "dates both ways"),
    ("Since October 2023 and in 1999.", [unvalued("October 2023", "date"), unvalued("1999", "date")], "month and year, year"),
    ("The 2016 election and the 1990s.", [unvalued("2016", "date"), unvalued("1990s", "date")], "year before a noun, decade"),
    ("After 9/11, on 2025-07-07.", [unvalued("9/11", "date"), unvalued("2025-07-07", "date")], "dates with marks"),
    ("In ’08 and in 2008-9.", [unvalued("08", "date"), unvalued("2008-9", "date")], "shortened years"),
    ("A one-on-one race, said one aide.", [], "one in a compound, one who speaks"),
    ("From November 6-10.", [unvalued("November 6-10", "date")], "a span of days"),
    ("They may 20 times march 5 miles.", [exact("20", "count", 20), exact("5", "measure", 5)], "small letters: verbs, no months"),
    ("More than 2000 people came.", [above("2000", "count", 2000, ">")], "no year after more than"),
    ("Wait until at least 2030.", [unvalued("2030", "date")], "a year after until"),
    ("Tolls rose 21% over 2018.", [exact("21", "percent", 21), unvalued("2018", "date")], "a year after a share"),
    ("At 6:30pm local time (22:30 GMT).", [unvalued("6:30pm local time", "time"), unvalued("22:30 GMT", "time")], "clock times"),
    ("At 8:20 a.m. and five o'clock.", [unvalued("8:20 a.m.", "time"), unvalued("five o'clock", "time")], "clock times in words"),
    ("It opened at 10 Tuesday morning.", [unvalued("10 Tuesday morning", "time")], "a clock time before its day"),
    ("The green car has the plate 316-ES9.", [unvalued("316", "label"), unvalued("ES9", "label")], "a plate"),
    ("They know 20 F16 jets.", [exact("20", "count", 20), unvalued("F16", "label")], "jets of a model are counted"),
    ("All states sponsor 529 plans.", [unvalued("529", "label")], "plans called so"),
    ("Voters passed Initiative 502.", [unvalued("502", "label")], "what voters decide on has a number"),
    ("The goal is net-zero emissions.", [unvalued("zero", "label")], "net-zero is a name"),
    ("It has zero emissions.", [exact("zero", "count", 0)], "zero is none"),
    ("Call 1-800-HELP-NOW.", [unvalued("1", "label"), unvalued("800", "label")], "a number to dial, in letters"),
    ("It is among the top 10 cities.", [unvalued("10", "label")], "a rank"),
    ("The top 10 cities pay more.", [exact("10", "count", 10)], "the cities of a rank are counted"),
    ("An F-15, a MiG-29 and COVID-19.", [unvalued("F-15", "label"), unvalued("MiG-29", "label"), unvalued("COVID-19", "label")], "names holding digits"),
    ("A COVID -19 test.", [unvalued("-19", "label")], "a name torn apart"),
    ("Flight MH17 and the G7.", [unvalued("MH17", "label"), unvalued("G7", "label")], "names holding digits"),
    ("The S&P 500 rose 2 percent.", [unvalued("500", "label"), exact("2", "percent", 2)], "an index"),
    ("Section 230 and Article 5.", [unvalued("230", "label"), unvalued("5", "label")], "sections of law"),
    ("Call +1 212 555 0134 or 555-0134.", [unvalued("+1 212 555 0134", "label"), unvalued("555-0134", "label")], "telephone numbers"),
    ("See https://x.org/2024/5 and @user99.", [unvalued("https://x.org/2024/5", "label"), unvalued("@user99", "label")], "addresses on the web"),
    ("1. First item\n2) Next item", [unvalued("1", "label"), exact("First", "ordinal", 1), unvalued("2", "label")], "list numbers"),
    ("The No. 2 job.", [unvalued("No. 2", "label")], "number two"),
    ("He lives at 10 Downing Street.", [unvalued("10", "label")], "an address"),
    ("A member of the Gang of Eight.", [unvalued("Eight", "label")], "a group named by its number"),
    ("The Five Eyes share intelligence with partners.", [unvalued("Five", "label")], "a name with a number word"),
    ("A Boeing 787-8 crashed between junctions 10 and 11.", [unvalued(n, "label") for n in ("787", "8", "10", "11")], "parts of a name"),
    ("Boeing 737 jets.", [unvalued("737", "label")], "a model"),
    ("It is open 24/7, a 50-50 chance.", [unvalued("24/7", "label"), unvalued("50-50", "label")], "set phrases"),
    ("On Sept., 11, 2001, they fled.", [unvalued("Sept., 11, 2001", "date")], "a date with a comma too many"),
    ("A two-way race has zero tolerance for zero-rated plans.", [], "compounds that count nothing"),
    ("He waited a year and a half on the deal.", [], "a half of something told in years"),
    ("It was too clever by half.", [], "an idiom"),
    ("There are no two ways about it.", [], "an idiom"),
    ("They hear half the story.", [], "an idiom"),
    ("It chose one among many sides.", [], "an idiom"),
    ("It went from a party to one focused on trade.", [], "the pronoun before a participle"),
    ("id=\"694353809384951809\"", [unvalued("694353809384951809", "label")], "a number no one counts to"),
]  # fmt: skip
RANGES = [
    ("Between 20 and 30 people.", [("20 and 30", "count", 20, 30, "range")], "between"),
    ("From 7.4 to 7.6 percent.", [("7.4 to 7.6", "percent", 7.4, 7.6, "range")], "a shared unit"),
    ("It takes 6-8 weeks.", [("6-8", "duration", 6, 8, "range")], "a dash before a unit"),
    ("Some 1.5 to 2 billion people.", [("1.5 to 2 billion", "count", 1.5e9, 2e9, "range")], "the scale belongs to both"),
    ("They raised taxes by $100 to $150 billion.", [("100 to $150 billion", "money", 1e11, 1.5e11, "range")], "no change and outcome, which is more than twice the change"),
    ("It rose from $350 to $500 billion.", [exact("350", "money", 3.5e11), exact("500 billion", "money", 5e11)], "two levels of one scale"),
    ("The rate goes up to 42 percent.", [exact("42", "percent", 42)], "a level and no bound"),
    ("Trading on 8/23 was slow.", [unvalued("8/23", "date")], "a day"),
    ("They have a 7-to-4 edge in the house.", [("7-to-4", "score", 7, 4, "=")], "one value of two parts"),
    ("A term of the mid-70’s.", [unvalued("70", "date")], "a decade"),
    ("He is the only one whose name is known.", [], "a pronoun"),
    ("Other news on day two", [unvalued("two", "label")], "the second day"),
    ("This week two of them died.", [exact("two", "count", 2)], "a week before a count"),
    ("A .40-caliber gun and a .50 caliber rifle.", [unvalued(".40", "label"), unvalued(".50", "label")], "calibres"),
    ("One, it is late. Two, everybody left.", [], "the first reason and the second"),
    ("Two, including a child, died.", [exact("Two", "count", 2)], "two people"),
    ("Worth between $500,000 and $1 million.", [("500,000 and $1 million", "money", 5e5, 1e6, "range")], "each end its own scale"),
    ("The rate rose from 4 percent to 5 percent.", [exact("4", "percent", 4), exact("5", "percent", 5)], "before and after are two figures"),
    ("It rose by $43 billion to $419 billion.", [exact("43 billion", "money", 4.3e10), exact("419 billion", "money", 4.19e11)], "by, then to"),
    ("The House voted 231-192.", [("231-192", "score", 231, 192, "=")], "a vote is one value of two parts"),
    ("They won 24–17.", [("24–17", "score", 24, 17, "=")], "a score is one value of two parts"),
    ("It could reach 13, 20, even 30 percent.", [exact("13", "percent", 13), exact("20", "percent", 20), exact("30", "percent", 30)], "a list shares its unit"),
    ("From 8.1 percent to 7.9 last year.", [exact("8.1", "percent", 8.1), exact("7.9", "percent", 7.9)], "the unit is handed on; from more to less is no range"),
    ("It fell 0.3 cents to $1.35.", [exact("0.3", "money", 0.3), exact("1.35", "money", 1.35)], "two units, no interval"),
    ("Five or six men ran.", [("Five or six", "count", 5, 6, "range")], "neighbouring numbers"),
]  # fmt: skip
QUALIFIERS = [
    ("At least 49 died.", [above("49", "count", 49)], "at least"),
    ("More than 57,500 died.", [above("57,500", "count", 57500, ">")], "more than"),
    ("Well over a thousand died.", [above("a thousand", "count", 1000, ">")], "well over"),
    ("Fewer than 10 remain.", [below("10", "count", 10, "<")], "fewer than"),
    ("Just under 20 percent.", [below("20", "percent", 20, "<")], "just under"),
    ("Up to 50,000 visas.", [below("50,000", "count", 50000)], "up to"),
    ("As many as 300 people.", [below("300", "count", 300)], "as many as"),
    ("No fewer than 12 nations.", [above("12", "count", 12)], "no fewer than"),
    ("Nearly 20 years.", [exact("20", "duration", 20, "~")], "nearly"),
    ("An estimated 5,000 fled.", [exact("5,000", "count", 5000, "~")], "an estimated"),
    ("About $500 million.", [exact("500 million", "money", 5e8, "~")], "about, before the currency"),
    ("Six months or more.", [above("Six", "duration", 6)], "or more, after the unit"),
    ("The 40 or so members.", [exact("40", "count", 40, "~")], "or so"),
    ("The 60-plus votes.", [above("60", "count", 60)], "-plus"),
    ("Plus or minus 3.1 percentage points.", [exact("3.1", "percent", 3.1)], "a margin is no bound"),
    ("Over three days they met.", [exact("three", "duration", 3)], "over three days: during them"),
    ("He presided over two hearings.", [exact("two", "count", 2)], "presided over: no bound"),
    ("The toll has passed 50,000 this week.", [above("50,000", "count", 50000, ">")], "passed is a bound of a level"),
    ("They passed two laws.", [exact("two", "count", 2)], "and none of things that are passed"),
    ("It may surpass 300.", [above("300", "count", 300, ">")], "surpass"),
    ("Shares cost as little as $10.", [above("10", "money", 10)], "as little as"),
    ("Now within 15% of its peak.", [below("15", "percent", 15)], "within a share"),
    ("Meetings of 10-person or less are allowed.", [below("10", "count", 10)], "or less, after the noun"),
    ("They meet in groups of 10 people or fewer.", [below("10", "count", 10)], "or fewer, after the noun"),
    ("Nothing was asked about the 40 men.", [exact("40", "count", 40)], "about those: no bound"),
]  # fmt: skip

WORLD = [
    ("They voted 49 to 51 against it.", [("49 to 51", "score", 49, 51, "=")], "a vote lost is no range"),
    (
        "The forecast fell from 5 to 7 percent to 3 to 5 percent.",
        [("5 to 7", "percent", 5, 7, "range"), ("3 to 5", "percent", 3, 5, "range")],
        "from one range to another",
    ),
    (
        "It grew from 24.2 to 33-35 billion euros.",
        [exact("24.2", "money", 24.2e9), ("33-35 billion", "money", 33e9, 35e9, "range")],
        "the scale is that of all",
    ),
    ("The stock trades on barely 6.5 times earnings.", [exact("6.5", "count", 6.5, "~")], "barely is about"),
    ("Senators voted 52 to 48 to confirm her.", [("52 to 48", "score", 52, 48, "=")], "a vote with to"),
    ("The magnitude-6.2 quake struck.", [exact("6.2", "measure", 6.2)], "a magnitude is a measure"),
    ("The port took 940 000 tonnes.", [exact("940 000", "measure", 940000)], "groups by space"),
    ("Some 57 523 people died.", [exact("57 523", "count", 57523, "~")], "groups by space, any digits"),
    ("Two 500-pound bombs fell.", [exact("Two", "count", 2), exact("500", "measure", 500)], "a count before a size keeps no unit of it"),
    ("Some 1.000.000 people marched.", [exact("1.000.000", "count", 1e6, "~")], "groups by point"),
    ("It cost 1.250.000,50 euros.", [exact("1.250.000,50", "money", 1250000.5)], "groups by point, decimals by comma"),
    ("Prices rose 1.234 percent.", [exact("1.234", "percent", 1.234)], "a decimal point all the same"),
    ("It rose 3,5 percent to 2,5 million.", [exact("3,5", "percent", 3.5), exact("2,5 million", "count", 2.5e6)], "decimal commas before a unit or scale"),
    ("Rs 2.5 lakh crore was spent.", [exact("2.5 lakh crore", "money", 2.5e12)], "chains of scale words"),
    ("It is worth a thousand billion.", [exact("a thousand billion", "count", 1e12)], "chains of scale words"),
    ("One and one-half miles of road.", [exact("One and one-half", "measure", 1.5)], "one and one half"),
    ("Two and three-quarter million pupils.", [exact("Two and three-quarter million", "count", 2.75e6)], "three quarters of the scale too"),
    ("A million and a half people fled.", [exact("A million and a half", "count", 1.5e6)], "the half is of a million"),
    ("Three quarters of a million fled.", [exact("Three quarters of a million", "count", 7.5e5)], "a share of a scale word is a number"),
    ("A £2-3bn package.", [("2-3bn", "money", 2e9, 3e9, "range")], "currency and scale bind both ends"),
    ("It cost £2m to 3m.", [("2m to 3m", "money", 2e6, 3e6, "range")], "the currency binds both ends"),
    ("Six to seven thousand people.", [("Six to seven thousand", "count", 6e3, 7e3, "range")], "the scale binds both ends"),
    ("Two to three hundred thousand fled.", [("Two to three hundred thousand", "count", 2e5, 3e5, "range")], "the whole chain of scales binds"),
    ("Ardin, a city of 1.3m, is dark.", [exact("1.3m", "count", 1.3e6)], "a city of millions, no metres"),
    ("Some 20-plus people.", [above("20", "count", 20)], "plus bounds more than some"),
    ("She won 6-4, 3-6, 7-6 (7-5).", [("6-4, 3-6, 7-6 (7-5", "score", 6, 4, "=")], "the sets of a match are one score"),
    ("A 3-5 ruling.", [("3-5", "score", 3, 5, "=")], "what follows says that it is a vote"),
    ("A 1-in-100-year flood.", [unvalued("1-in-100", "label")], "a flood's name counts nothing"),
    ("The odds are one in a million.", [exact("one in a million", "ratio", 1e-6)], "odds"),
    ("A 2-to-1 majority.", [exact("2-to-1", "ratio", 2)], "a proportion"),
    ("Boeing 737 MAX 8 jets.", [unvalued("737", "label"), unvalued("8", "label")], "the second half of a model's name"),
    ("She called 911 from a 747.", [unvalued("911", "label"), unvalued("747", "label")], "a telephone number, a model"),
    ("The former first lady spoke of the America First policy.", [unvalued("first", "label"), unvalued("First", "label")], "titles and slogans"),
    ("Article two, on obstruction, passed.", [unvalued("two", "label")], "a number word behind its noun is a name"),
    ("He fell short of the 1,237 votes needed.", [exact("1,237", "count", 1237)], "so many are needed, not fewer"),
    ("They run one to two points behind.", [("one to two", "count", 1, 2, "range")], "one is the lower end"),
    ("She invoked the Fifth Amendment.", [unvalued("Fifth", "label")], "an ordinal in a name"),
    ("The 19 Sept. 11 hijackers.", [exact("19", "count", 19), unvalued("Sept. 11", "date")], "a count before a date"),
    ("Some 90-plus percent agree.", [above("90", "percent", 90)], "the unit after plus"),
    ("A 360 review.", [unvalued("360", "label")], "a bare number after a, before no plural"),
    ("A .22 pistol and a 9mm handgun.", [unvalued(".22", "label"), unvalued("9", "label")], "calibres"),
    ("He had an M&P 15 .223, they say.", [unvalued("15", "label"), unvalued(".223", "label")], "a calibre behind a model"),
    ("They sold 22 pistols.", [exact("22", "count", 22)], "pistols, counted"),
    ("It was a six-figure job.", [], "figures of a sum"),
    ("A two-pronged plan.", [], "a compound that counts nothing"),
    ("They care not one whit.", [], "an idiom"),
    ("They set not one foot in the town.", [], "another idiom"),
    ("It took a decade-and-a-half of work.", [], "half of a decade"),
    ("Under 26 USC §5845 it is so.", [unvalued("26", "label"), unvalued("5845", "label")], "a title of the code"),
    ("One, it is so; two, he did it; and three, he knew.", [], "reasons in a row"),
    ("You can’t drink at 18, 19 or 20.", [exact("18", "age", 18), ("19 or 20", "age", 19, 20, "range")], "a list of ages"),
    ("It would raise the age to buy it to 21 for most.", [exact("21", "age", 21)], "an age raised"),
    ("The man charged with it was 19.", [exact("19", "age", 19)], "somebody was so old"),
    ("The number of men was 19.", [exact("19", "count", 19)], "how many they were"),
    ("There are 18.6 thefts per 1,000 people.", [exact("18.6", "count", 18.6), exact("1,000", "denominator", 1000)], "what a rate is per"),
    ("Version 1.2.3 of 192.168.1.1.", [], "unreadable strings yield nothing rather than their pieces"),
    ("It killed more than 100,0000 there.", [], "a group of four digits"),
    ("He signed executive order 13,780.", [unvalued("13,780", "label")], "an order goes by its number"),
    ("The sixth district, the 9th Circuit and the 82nd Airborne.", [unvalued(n, "label") for n in ("sixth", "9th", "82nd")], "an ordinal in a name"),
    ("A 5-by-7 metre room and a 10ft x 12ft cell.", [unvalued("5-by-7", "label"), unvalued("10ft x 12ft", "label")], "sizes count nothing"),
    ("It is 20 feet by 30 feet, on 1920×1080 points.", [unvalued("20 feet by 30 feet", "label"), unvalued("1920×1080", "label")], "nor do these"),
    ("It costs €3,50 a kilo.", [exact("3,50", "money", 3.5)], "a decimal comma behind a euro sign"),
    ("The €1,5 Mrd fund.", [], "a scale that cannot be read yields no pieces"),
    ("A 3.5bn-euro loan.", [exact("3.5bn", "money", 3.5e9)], "scale and currency behind a hyphen"),
    ("NIS 40 million, Ksh 300, Tk 20 crore and 300 cedis.", [exact("40 million", "money", 4e7), exact("300", "money", 300), exact("20 crore", "money", 2e8), exact("300", "money", 300)], "other currencies"),
    ("It cost 3 million pounds to ship 200 pounds of rice.", [exact("3 million", "money", 3e6), exact("200", "measure", 200)], "pounds by what stands beside them"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected", "why"), WORLD + NUMERALS + UNITS + AGES + NO_FIGURES + RANGES + QUALIFIERS
)
def test_numbers(text, expected, why):
    assert seen(text) == expected, why


SAID = [
    ("Police say 12 people died.", "12", {"counted": "people", "act": "dead", "source": "Police"}, "clause of a verb of saying"),
    ("The flood killed 31 people, officials said.", "31", {"act": "killed", "source": "officials"}, "the verb of saying follows"),
    ("According to the health ministry, 40 nurses were arrested.", "40", {"counted": "nurses", "act": "arrested", "source": "the health ministry"}, "according to"),
    ("The city has 40 parks.", "40", {"counted": "parks", "source": None, "act": None}, "the outlet's own word"),
    ("“We lost 300 soldiers,” General Ana Ruiz said.", "300", {"counted": "soldiers", "source": "General Ana Ruiz"}, "the speaker of the quotation"),
    ("Payrolls rose 11,400 in May.", "11,400", {"counted": "Payrolls"}, "what rose"),
    ("The jobless rate fell to 4.7 percent.", "4.7", {"counted": "jobless rate", "unit": "percent"}, "what fell"),
    ("Some 63% of adults agree.", "63", {"counted": "adults", "qualifier": "some", "relation": "~"}, "the whole of a share"),
    ("Congress passed a $2.2 trillion stimulus.", "2.2 trillion", {"counted": "stimulus", "unit": "USD"}, "what the sum is for"),
    ("It costs $10 per barrel.", "10", {"unit": "USD per barrel"}, "a rate keeps what it is per"),
    ("Prices rose 5 percent a year.", "5", {"unit": "percent per year"}, "so does a share that changes"),
    ("Wages rose 3% per annum.", "3", {"unit": "percent per annum"}, "so does a share that changes"),
    ("Wages rose 3 percent a month later.", "3", {"unit": "percent"}, "when it rose is no rate"),
    ("The quake left 300 dead.", "300", {"act": "dead"}, "an adjective on the number"),
    ("Nine people were killed and 21 were wounded.", "21", {"counted": "people", "act": "injured"}, "a noun left out"),
    ("It has 433 million registered members.", "433 million", {"counted": "registered members"}, "a participle before"),
    ("Two died, taking the death toll to 312.", "312", {"counted": "death toll", "act": "dead"}, "the noun names the act"),
    ("Aid trucks fell from 500 a day to 30.", "500", {"counted": "Aid trucks", "unit": "per day"}, "a count a day"),
    ("They freed 183 prisoners, 18 of them old.", "18", {"counted": "prisoners"}, "of them: those just counted"),
    ("They hold 12 captives taken in May.", "12", {"counted": "captives", "act": "taken"}, "a participle on the noun"),
    ("The plan offers a 60-day truce.", "60", {"status": "proposed", "reported": False}, "proposed, and a duration"),
    ("The strike killed nine men.", "nine", {"status": "asserted", "reported": True}, "told as being so"),
    ("Some 20-plus people fled.", "20", {"counted": "people"}, "through plus"),
    ("Two 12-year-old girls were found.", "Two", {"counted": "girls"}, "through an age"),
    ("The 435-member House met.", "435", {"counted": "member"}, "the member of a 435-member House"),
    ("It won by an 11-point margin.", "11", {"counted": "margin"}, "through points"),
    ("Voters oppose it (57 percent).", "57", {"counted": "Voters"}, "a bracket takes the subject of its clause"),
    ("Half of voters -- 51 percent -- agree.", "51", {"counted": "voters"}, "dashes take the noun before them"),
    ("The economy shrank by 4.8 percent.", "4.8", {"counted": "economy", "change": "by"}, "a form of the verb that has no lemma"),
    ("Spending picked up after plunging 30 percent.", "30", {"counted": "Spending"}, "the subject further up"),
    ("It brings the number of people to 300.", "300", {"counted": "people"}, "the people of a number of people"),
    ("Incomes fell 11.6 percent. They grew 7.6 percent later.", "7.6", {"counted": "Incomes"}, "they: what was counted before"),
    ("The prison held 343 men for a capacity of 163.", "163", {"counted": "capacity"}, "a limit is the size of itself"),
    ("In May 40 people fell ill, ministry data shows.", "40", {"source": "ministry data"}, "the data behind"),
    ("The agency quoted an official as saying 30 people had died.", "30", {"source": "an official"}, "not the paper that quotes"),
    ("One large firm, Nordlift, reported 300 job cuts.", "300", {"source": "One large firm, Nordlift"}, "an apposition, and the one firm is no figure"),
    ("Some 60 percent of voters say it was a good year.", "60", {"source": None}, "those asked are no source of a share"),
    ("Ruiz had refrained from using the word “terror” to describe blasts that hurt 176 people.", "176", {"source": None}, "which blasts is the narrator’s word"),
    ("The judge shot down all four of its claims.", "four", {"source": None}, "who rejects them tells none"),
    ("The actor agreed to a $10,000 fine.", "10,000", {"counted": "fine", "source": None}, "nor who takes it"),
    ("The 35-page dossier was compiled by Karl Lund.", "35", {"source": None}, "who made the thing"),
    ("They hold savings that experts put or estimate at $700.", "700", {"source": None}, "by whom is left out"),
    ("It sued the actor to recover $130,106.", "130,106", {"counted": None}, "no actor"),
    ("Two taxes hit a family of four.", "four", {"counted": None}, "the size of a family"),
    ("With tens of millions of Americans facing it, they met.", "tens of millions", {"counted": "Americans"}, "of of of"),
    ("Fares are in the $5 to $6 range.", "5 to $6", {"counted": "Fares"}, "a range counts nothing"),
    ("It has one more trick to show.", "one", {"counted": "trick"}, "never more, whatever the parse takes the noun for"),
    ("It must pay a $20 million fine — a record.", "20 million", {"counted": "fine", "source": None}, "one word between an article and a dash"),
    ("They took 80 calls a day from homes.", "80", {"counted": "calls"}, "the noun before a rate"),
    ("It sank into the 900-mile-wide gap between them.", "900", {"counted": "gap"}, "the gap and not wide"),
    ("Make one politically incorrect joke people disagree with and you lose.", "one", {"counted": "joke"}, "one of a noun, not of people behind it"),
    ("He saw the $5 billion tax cut Doe signed into law.", "5 billion", {"counted": "tax cut"}, "no name behind the noun"),
    ("He signed $5 billion worth of tax cuts.", "5 billion", {"counted": "tax cuts"}, "the things a sum's worth is of"),
    ("He voted on $2 billion in defense and domestic spending cuts.", "2 billion", {"counted": "domestic spending cuts"}, "cuts in two things"),
    ("The war would cost the federal government $3 trillion.", "3 trillion", {"counted": "war"}, "what costs, not who pays"),
    ("The force will now surpass 5,200.", "5,200", {"counted": "force"}, "what passes a level"),
    ("After the attack that killed 22 people in Ashton, Mayor Ana Ruiz said she wants peace.", "22", {"source": None}, "the narrator's words before what she says"),
    ("Aides spoke of 1,000 troops, but the force will reach 5,200, said Gen. Ana Ruiz, who leads it.", "5,200", {"source": "Gen. Ana Ruiz"}, "whoever spoke before"),
    ("According to data from the Office of Roads, 90 bridges are old.", "90", {"source": "data from the Office of Roads"}, "data from somebody"),
    ("The institute put out a report showing 40 schools closed.", "40", {"source": "a report"}, "not the verb before it"),
    ("The firm is expected to pay $40 million.", "40 million", {"source": None}, "expected by nobody named"),
    ("The shop allows buyers to begin with $10.", "10", {"source": None}, "who lets somebody do something tells nothing"),
    ("Some 50 people died, Mayor Ana Ruiz said Monday.", "50", {"source": "Mayor Ana Ruiz"}, "the verb with its day"),
    ("They have installed 15 new-generation turbines in two months.", "15", {"counted": "new-generation turbines"}, "up to the last noun"),
    ("He shot one man and wounded almost 20 more.", "20", {"counted": "man"}, "the man before, never more"),
    ("New wages: Florida $7.93 Missouri $7.50 Ohio $8.", "7.93", {"counted": None}, "a list of names and sums"),
    ("That high margin means all four of the candidates have a chance.", "four", {"source": None}, "a margin tells nothing"),
    ("Doe pointed to estimates that show 80 percent of buyers pay.", "80", {"source": "estimates"}, "without its preposition"),
    ("Data from the Health Board suggests 30 percent of nurses left.", "30", {"source": "the Health Board"}, "up to the verb"),
    ("Two contract security officers were shot.", "Two", {"counted": "security officers"}, "a compound of three"),
    ("About two-thirds (65%) of farmers agree.", "65", {"counted": "farmers"}, "a bracket inside of a share"),
    ("The town, 55 miles (89 kilometers) off, is an old market place.", "89", {"counted": None}, "a distance is of no market"),
    ("Half say he has changed it, 23% say he has not.", "23", {"source": None}, "he is not who says it"),
    ("Two guards died, his family told the paper on Sunday.", "Two", {"source": "his family"}, "people without a name"),
    ("Both parties agree to raise taxes by $5 billion.", "5 billion", {"source": None}, "who agrees to act tells nothing"),
    ("He leads in all four states, citing Gallup numbers.", "four", {"source": "Gallup numbers"}, "a name and a word"),
    ("DOE: There are two points.\nROE: Three, sir.", "two", {"source": "DOE"}, "a transcript's speaker"),
    ("The network has decided to shut down 2,000 groups.", "2,000", {"source": None}, "who decides tells nothing"),
    ("If their friends agreed with them, 12 people joined.", "12", {"source": None}, "whom they agree with"),
    ("ASHTON: The storm killed 12 people.", "12", {"source": None}, "a dateline is no speaker"),
    ("Of men 53 percent agreed, compared with 47 percent of women.", "47", {"change": None}, "two groups, no change"),
    ("Sales were $5 billion, compared with $6 billion a year earlier.", "6 billion", {"change": "from", "unit": "USD"}, "a time before"),
    ("Cuts equal to 54.7 billion were made.", "54.7 billion", {"change": None}, "equal to is no change"),
    ("It will expand aid to those from six countries.", "six", {"change": None}, "those from there"),
    ("It was about 12 miles southeast of the town.", "12", {"counted": None}, "how far away"),
    ("Supporters raised just over $26,000.", "26,000", {"counted": None}, "who raises a sum is not counted by it"),
    ("He was a two-time candidate.", "two", {"counted": "candidate"}, "two-time"),
    ("Two brothers fled. Two of those killed were nurses.", "Two", {"counted": "brothers"}, "the first"),
    ("Twelve nurses fled. The two said so.", "two", {"counted": None}, "the two are known already"),
    ("They want to push prices up to 2 percent.", "2", {"qualifier": None}, "to a level, no bound"),
    ("Arden will reportedly pay some $350,000.", "350,000", {"counted": None}, "nor is a place that pays"),
    ("The true tally is four times as high as told.", "four", {"kind": "multiplier", "counted": None}, "times are no things"),
    ("Half a million people fled.", "Half a million", {"counted": "people"}, "half before a scale word"),
    ("Protesters in the hundreds came.", "hundreds", {"counted": "Protesters"}, "in the hundreds"),
    ("Police seized 2.5kg of tin worth £200,000.", "2.5", {"counted": "tin", "unit": "kilogram"}, "what a measure is of"),
    ("Police seized 2.5kg of tin worth £200,000.", "200,000", {"counted": "tin"}, "what is worth so much"),
    ("It has $72 million worth of ad buys.", "72 million", {"counted": "ad buys"}, "worth of"),
    ("He still had $360,000 in the bank.", "360,000", {"counted": None}, "where the money lies is not what it is for"),
    ("Sales rose to 4.5 billion euros ($5.3 billion).", "5.3 billion", {"counted": "Sales", "unit": "USD"}, "converted"),
    ("Some 1.5 million homes – nearly one in four – lost power.", "one in four", {"counted": "homes"}, "between dashes"),
    ("Less than a quarter of those ballots came.", "a quarter", {"counted": "ballots"}, "those is no pronoun here"),
    ("A 7.1-magnitude quake struck.", "7.1", {"kind": "measure", "counted": "quake"}, "a magnitude before the noun"),
    ("At least 112 of the 178 people injured were freed.", "112", {"act": "freed"}, "the part were, not the whole"),
    ("The office released images of 4 men.", "4", {"act": None}, "pictures of them were released"),
    ("The office released 4 men.", "4", {"act": "freed"}, "they were"),
    ("Ann Oda, with the firm Arden Data Inc., projects that 350 people voted.", "350", {"source": "Ann Oda"}, "a name, a title, that"),
    ("An analysis found former candidates, left and right, had $100 in funds.", "100", {"source": "An analysis"}, "a study found"),
    ("Arden issued 900 orders of arrest.", "900", {"source": None}, "who issues them tells none"),
    ("They met 17 teens and staff members.", "17", {"counted": "teens and staff members"}, "counted together"),
    ("Fourteen students and three teachers died.", "Fourteen", {"counted": "students"}, "others have their own number"),
    ("Photos of it show six men.", "six", {"source": None}, "a picture says nothing"),
    ("Richard Durbin, D-Ill., said 12 men came.", "12", {"source": "Richard Durbin"}, "without party and state"),
    ("There are 18.6 thefts per 1,000 people a year.", "18.6", {"unit": "per 1,000 people", "counted": "thefts"}, "a rate keeps what it is per"),
    ("It fires hundreds of rounds a minute.", "hundreds", {"unit": "per minute", "counted": "rounds"}, "how often, behind the noun"),
    ("They gave $500,000 each toward the march.", "500,000", {"unit": "USD each"}, "each is no unit of its own"),
    ("The person charged was 19, and 12 people came.", "12", {"source": None}, "whom a verb is done to tells nothing"),
    ("An aide did not confirm that 12 people died.", "12", {"source": None}, "nor who does not say so"),
    ("An aide declined to confirm that 12 people died.", "12", {"source": None}, "nor who declines to"),
    ("“We need eight of them,” said Sen. Ana B. Ruiz, of Arden.", "eight", {"source": "Sen. Ana B. Ruiz"}, "a title with its name"),
    ("“We sold seven ships, according to our sense of it,” Doe said.", "seven", {"source": "Doe"}, "a sense tells nothing"),
    ("“People ask why he gets $200 for it,” Ana Ruiz said.", "200", {"source": "Ana Ruiz"}, "people are nobody"),
    ("DOE: Is there support? ROE: We had 54 votes.\nDOE: Good.", "54", {"source": "ROE"}, "the last speaker of the line"),
    ("He said he would ban bump stocks, which fire 90 rounds a minute.", "90", {"source": None}, "what the narrator adds"),
    ("It lasted seven years, Doe said.", "seven", {"source": "Doe"}, "a duration has a source too"),
    ("Democrats said they would spend $75 million, as leaders gather the 12 votes.", "12", {"source": None}, "a clause beside what is said"),
    ("Ruiz said they would oppose cuts — but this law has 12 of them.", "12", {"source": None}, "the answer to what is said"),
    ("Aides said it killed 90; the group Aid Now put the toll at 12 people.", "12", {"source": "the group Aid Now"}, "behind a semicolon another counts"),
    ("Democrats put forward 12 amendments.", "12", {"source": None}, "who puts things forward counts none"),
    ("Senior aides were continuing to press members to ensure that they have the 12 votes.", "12", {"source": None}, "who goes on doing something tells nothing"),
    ("A year after Ruiz warned the regime that using gas would cross a line, local activists are accusing its forces of killing 12 in an attack.", "12", {"source": None}, "what the warning has not told"),
    ("Lawmakers revealed deep doubts about evidence over who used gas that killed 12 people.", "12", {"source": None}, "which gas is the narrator’s word"),
    ("Ruiz held a meeting to announce her response to the killings of 12 pupils.", "12", {"source": None}, "what is told only leads to it"),
    ("The Daily Post reports that the party office in Arden called the operation a “crime” and said 12 people had been killed in the action.", "12", {"source": None}, "the paper or the office"),
    ("A debate was called following opposition claims that forces used gas to kill 12 people.", "12", {"source": "opposition"}, "whose claims"),
    ("The agency reported estimates from Arden activists that 12 were killed.", "12", {"source": "Arden activists"}, "whose estimates"),
    ("Tolls vary, with Arden activists reporting 12 killed.", "12", {"source": "Arden activists"}, "who reports beside"),
    ("The White House says its offer amounts to $12 million in taxes.", "12 million", {"source": "The White House"}, "a verb read as a noun"),
    ("A lawyer for the bank on Monday said he had lent $12.", "12", {"source": "A lawyer for the bank"}, "without the day"),
    ("It grew 12 percent, according to the Joint Committee on Roads.", "12", {"source": "the Joint Committee on Roads"}, "a name with its on"),
    ("Those letters demonstrate that Doe held back the $12.", "12", {"source": None}, "those tell what was told before"),
    ("Talks stalled over Boe’s refusal to tax the top 12 percent.", "12", {"source": None}, "whose refusal it is says nothing"),
    ("“When you owe $12 million, Doe should give that up,” Ruiz said.", "12 million", {"source": "Ruiz"}, "whoever is spoken of in marks"),
    ("The toll climbed past 600 on Friday.", "600", {"relation": ">"}, "a level left behind is a lower bound"),
    ("Ruiz, under fire for it, said 12 people came.", "12", {"source": "Ruiz"}, "the name alone"),
    ("As of Monday, 90 homes had burned.", "90", {"as_of": "Monday", "counted": "homes"}, "as of"),
    ("All but seven of the 2,000 villagers were murdered.", "seven", {"counted": "villagers", "act": None}, "those were spared"),
    ("Of the 40 on board, 12 were hurt.", "40", {"act": None}, "the whole was not hurt"),
    ("Of the 40 on board, 12 were hurt.", "12", {"counted": None, "act": "injured"}, "a number is nothing that is counted"),
    ("The quake left 30 dead and 200 hurt.", "200", {"act": "injured"}, "and not dead"),
    ("He set foot on land with $8 to his name.", "8", {"counted": None}, "what he came with"),
    ("She beat him by a 52.6 percent to 47.4 percent margin.", "47.4", {"counted": None}, "a share, no margin"),
    ("Five tests were made, including two last year.", "two", {"counted": "tests"}, "a year is when"),
    ("Thousands of U.S. and Korean troops were deployed.", "Thousands", {"counted": "Korean troops"}, "no countries"),
    ("The firm expects profits to rise 12 percent.", "12", {"counted": "profits"}, "what is expected to rise"),
    ("The law would leave 24 million uninsured.", "24 million", {"counted": "uninsured"}, "those only called so"),
    ("Two officials said 12 died.", "12", {"counted": None, "act": "dead"}, "those who tell are not told of"),
    ("Prices were halved to 10 euros.", "10", {"counted": "Prices", "change": "to"}, "halving is a change"),
    ("Netco added 15.8 million users in May.", "15.8 million", {"source": None}, "who adds says nothing"),
    ("Doe named three judges.", "three", {"source": None}, "nor who names"),
    ("According to police, 12 were killed; witnesses said 20.", "20", {"source": "witnesses"}, "the second speaker"),
    ("Police said 12 were killed, and the hospital put the number at 15.", "15", {"source": "the hospital"}, "without the and"),
    ("Doe said it is at 20 percent (the cap is 3.67 percent).", "3.67", {"source": None}, "a bracket with a clause adds to it"),
    ("Doe said the storm may reach the coast, where 4,500 people have died.", "4,500", {"source": None}, "so does a clause of place"),
    ("It has 20 beds per 100,000 people.", "20", {"quotation": "20 beds per 100,000 people"}, "what it is per is quoted"),
    ("They flew about 40 miles north.", "40", {"quotation": "about 40 miles"}, "and the unit"),
    ("Four people were shot in the mall.", "Four", {"act": "shot"}, "shot, not dead"),
    ("Twelve people were shot dead.", "Twelve", {"act": "killed"}, "shot dead"),
    ("Three men were stabbed to death.", "Three", {"act": "killed"}, "to death"),
    ("Some 450 people have so far this year died of it.", "450", {"act": "dead", "over": "period"}, "the verb of a helping verb far off"),
    ("Police held 12 men on Monday.", "12", {"over": "day"}, "of a day"),
    ("Officials said Monday that 12 have died this year.", "12", {"over": "period"}, "the day is when it was said"),
    ("There were 12 dead and 40 wounded.", "40", {"counted": "wounded", "act": "injured"}, "those called so, and not the dead"),
    ("The ship, with 300 aboard, sank.", "300", {"counted": None}, "no ships"),
    ("A crowd of 5,000 marched.", "5,000", {"counted": "crowd"}, "the size of a crowd"),
    ("The settlement, worth $12 million, was signed.", "12 million", {"counted": "settlement"}, "past the comma"),
    ("Membership crossed the 1 million mark.", "1 million", {"counted": None, "qualifier": "crossed"}, "a mark is nothing that is counted, and the bound is kept"),
    ("USA Today said in May that 12 firms left.", "12", {"source": "USA Today"}, "a paper called by its day"),
    ("The bond fell to a record low of 1.15%.", "1.15", {"counted": None}, "a low is where the level stands"),
    ("The index closed at 21,400 points.", "21,400", {"counted": "index"}, "what stands at so many points"),
    ("She won by 12 points.", "12", {"counted": "points"}, "but by so many"),
    ("Some 54 percent of those planning to vote came.", "54", {"counted": None}, "which of those, and no noun"),
    ("They added two “newer” classes.", "two", {"counted": "newer classes"}, "no half of a pair of marks"),
    ("An aide who spoke on condition of namelessness said 12 men left.", "12", {"source": "An aide"}, "not on what terms"),
    ("He went 13-for-15 in Arden.", "13", {"counted": None}, "for counts nothing"),
    ("It wins trust in the hundreds of millions of fans.", "hundreds of millions", {"counted": "fans"}, "of fans, not of trust"),
    ("It would cost him $5 million upfront.", "5 million", {"counted": None}, "when it is paid"),
    ("A panel discussion found 12 flaws.", "12", {"source": None}, "an event tells nothing"),
    ("The forum showed that 12 schools closed.", "12", {"source": None}, "nor does a forum"),
    ("The panel found 12 flaws.", "12", {"source": "The panel"}, "but a panel"),
    ("The Ardish Schools Forum said 12 schools closed.", "12", {"source": "The Ardish Schools Forum"}, "and a body of that name"),
    ("An estimated 40 may have drowned.", "40", {"source": None, "status": "possible"}, "an article is no source"),
    ("All but seven of the 2,000 villagers were murdered.", "2,000", {"counted": "villagers", "act": None}, "nor were all of them killed"),
    ("Doe raised more than $23 million for the race.", "23 million", {"counted": None}, "a part of what the race cost"),
    ("Doe said it may end in the north, where some 450 people have so far this year died.", "450", {"source": None}, "a place is added to what is said"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "expected", "why"), SAID)
def test_what_the_sentence_says(text, written, expected, why):
    row = next(row for row in figures.find(text) if text[row["start"] : row["end"]] == written)
    assert {column: row[column] for column in expected} == expected, why


STATUSES = [
    ("The bill must win 60 votes to pass.", "60", "asserted", "a rule, and no plan"),
    ("The house would have to muster two-thirds of each chamber.", "two-thirds", "asserted", "a rule, whatever comes"),
    ("Backers were asked to give the maximum contribution of $2,800.", "2,800", "asserted", "a limit that is in force"),
    ("The plan would cost 60 jobs.", "60", "proposed", "no rule asks for jobs"),
    ("They have not linked it to Monday’s slaying of 12 men.", "12", "asserted", "what is known is not denied"),
    ("I counted five cheap plans.", "five", "asserted", "what is counted may itself be a plan"),
    ("None of the 40 passengers was killed.", "40", "negated", "none of"),
    ("Not one of the 12 jurors agreed.", "12", "negated", "not one of"),
    ("The strike did not kill 12 people, the army said.", "12", "negated", "a negated verb"),
    ("It is not true that 12 people died.", "12", "negated", "the clause itself is denied"),
    ("No fewer than 10 people were killed.", "10", "asserted", "no fewer than is a bound, no negation"),
    ("The army denied that 12 people had been killed.", "12", "denied", "a verb of denying"),
    ("The ministry rejected reports that 200 soldiers had fled.", "200", "denied", "what the reports say is rejected"),
    ("If the dam bursts, 4,000 people could be killed.", "4,000", "possible", "could, and if"),
    ("He was wanted on a $25,000 warrant.", "25,000", "asserted", "a man wanted, no sum"),
    ("The police denied that 70 ships came.", "70", "denied", "without an act"),
    ("Officials fear 300 people have drowned.", "300", "possible", "feared"),
    ("The ruler denied any tie to a raid that aides say killed 1,400 people.", "1,400", "asserted", "the tie is denied, not the raid"),
    ("Police said they did not know whether 12 people died.", "12", "possible", "not known is not denied"),
    ("The storm could kill 40 and injure 60.", "60", "possible", "verbs in a row share their helping verb"),
    ("He said the plan would fail, but 12 people died.", "12", "asserted", "the next clause does not"),
    ("The 12 lawmakers did not come.", "12", "asserted", "known already, whatever is said of them"),
    ("The plan would cost $5 billion.", "5 billion", "proposed", "would"),
    ("The government plans to build 300 homes.", "300", "proposed", "planned"),
    ("Economists expect 200,000 jobs to be added.", "200,000", "forecast", "expected"),
    ("The company will cut 500 jobs.", "500", "forecast", "will"),
    ("The toll stands at 52, up from 41 on Sunday.", "41", "past", "an earlier level"),
    ("The rate was 4.7 percent, compared with 5 percent a year earlier.", "5", "past", "an earlier level"),
    ("An earlier version said that 21 people had been killed.", "21", "corrected", "withdrawn"),
    ("It was not as strong as the old plan's 3.2 million jobs.", "3.2 million", "asserted", "not as strong denies no jobs"),
    ("He not only gave 300 dollars but stayed.", "300", "asserted", "not only denies nothing"),
    ("If the house could not get to 70 votes, it would fail.", "70", "possible", "a condition denies nothing"),
    ("It was not until 12 people died that they acted.", "12", "asserted", "until denies nothing"),
    ("Hundreds, if not thousands, came.", "thousands", "possible", "if not thousands denies none"),
    ("The board said 14 percent of those called did not answer.", "14", "asserted", "said of 14 percent"),
    ("The 40 passengers were not killed.", "40", "negated", "what was not done to them"),
    ("After two debates, Doe could not come.", "two", "asserted", "what opens the sentence was held"),
    ("Firms with more than 500 employees are not eligible.", "500", "asserted", "the firms are not, the employees are there"),
    ("It is not clear if the bill will get 50 votes.", "50", "possible", "not clear denies nothing"),
    ("Police asked whether the $10,000 withdrawal was legal.", "10,000", "asserted", "the withdrawal is known"),
    ("Ten thousand fake accounts were taken down.", "Ten thousand", "asserted", "fake accounts are accounts"),
    ("With over 64,000 members, the group denied it.", "64,000", "asserted", "not what it denied"),
    ("At least one guard was threatened with a stick.", "one", "asserted", "a threat made, no danger"),
    ("He aimed his gun and fired six shots.", "six", "asserted", "a verb beside aims at nothing"),
    ("Proposals from two nations were read.", "two", "asserted", "whose proposals they are"),
    ("The results refuted two axioms.", "two", "asserted", "two axioms, refuted"),
    ("He said the three-phase approach would not work.", "three", "asserted", "an approach known already"),
    ("Reports that it holds data on 12 men could hurt it.", "12", "asserted", "what could hurt is the report"),
    ("It is not clear, though Doe claimed 12 men came.", "12", "asserted", "another clause is not clear"),
    ("They called 16 potential buyers.", "16", "asserted", "so many they are"),
    ("False reports of 12 dead were spread.", "12", "false", "false reports are none"),
    ("The claim that 300 children were poisoned is a hoax.", "300", "false", "what the claim is called"),
    ("He claimed, falsely, that 3 million people voted.", "3 million", "false", "falsely"),
    ("There is no evidence that 5,000 people came.", "5,000", "denied", "no evidence"),
    ("The staff will be cut to 1,200 from 1,500.", "1,500", "past", "the level before is no forecast"),
    ("The office estimated that the plan would save $300.", "300", "forecast", "an estimate proposes nothing"),
    ("There are fears that 40 have died.", "40", "possible", "feared"),
    ("Some 40 people are presumed dead.", "40", "possible", "presumed"),
    ("Some 12,000, or 3 percent, were rejected.", "3", "asserted", "those were rejected, and no claim"),
    ("Police ruled out that 12 people had drowned.", "12", "denied", "a verb with its particle"),
    ("The minister called the figure of 300 a lie.", "300", "denied", "by one who calls the figure so"),
    ("She described reports of 70 arrests as fiction.", "70", "denied", "as what they are described"),
    ("The report that 40 goats had drowned proved false.", "40", "false", "what a report proved to be"),
    ("The claim that 85 clerks left turned out to be wrong.", "85", "false", "what it turned out to be"),
    ("A post claiming that 2,000 ballots had burned was debunked.", "2,000", "false", "a post that claims"),
    ("The claim of 12 workers was found to be untrue.", "12", "false", "what it was found to be"),
    ("The report of the 12 workers was false in parts.", "12", "asserted", "the workers are known, whatever they report"),
    ("He repeated the claim that 300 votes were fake.", "300", "asserted", "the claim says so, nobody says so of it"),
    ("They read 12 false claims.", "12", "asserted", "what is counted may itself be false"),
    ("Contrary to reports that 200 homes burned, all stand.", "200", "denied", "contrary to what is reported"),
    ("It was not clear whether 8 hens had survived.", "8", "possible", "not clear, with the clause as subject"),
    ("Unconfirmed reports of 16 deaths were passed on.", "16", "possible", "reports nobody confirms"),
    ("Some 22 miners are believed to have drowned.", "22", "possible", "believed to have"),
    ("The bank sees growth of 3 percent next year.", "3", "forecast", "what is seen of growth is to come"),
    ("The clinic sees 70 patients a day.", "70", "asserted", "patients are seen today"),
    ("The chain is set to open 600 shops.", "600", "forecast", "set to"),
    ("The plant is due to hire 40 cooks.", "40", "forecast", "due to"),
    ("The town is on course for 12 million guests.", "12 million", "forecast", "on course for"),
    ("The book, based on 200 talks, is set to appear.", "200", "asserted", "what describes the book is no part of what is ahead"),
    ("The suit asks judges to strike down five laws.", "five", "asserted", "what is judged is there"),
    ("The court should deem unlawful five laws.", "five", "asserted", "nor is what should be judged still to come"),
    ("They will free a spy jailed for 20 months.", "20", "asserted", "what befell somebody is no forecast"),
    ("Doe would need to win 270 votes.", "270", "asserted", "so many are needed"),
    ("They urged 40 towns to pay.", "40", "asserted", "whoever is urged is there"),
    ("They set out to ask 12 men.", "12", "asserted", "set out is to begin, not to be set to"),
    ("They won 44 seats, compared with 51 in the last election.", "51", "past", "an election before"),
    ("The previous record of 51 was hers.", "51", "past", "a number that stood before"),
    ("He would not try to appeal to 47 percent of the people who wait.", "47", "asserted", "they wait all the same"),
    ("He did not win by 47 percent.", "47", "negated", "no clause tells of it"),
    ("They agreed that 40 troops were there.", "40", "asserted", "whoever agrees that it is so plans nothing"),
    ("They agreed to send 40 troops.", "40", "proposed", "but whoever agrees to do it"),
    ("A hoax claimed that 30 students were shot.", "30", "false", "what a hoax says"),
    ("It is not true that 200 homes burned.", "200", "negated", "whatever befell them"),
    ("It was not right that 200 homes burned.", "200", "asserted", "they did"),
    ("The claim that 300 came is not true.", "300", "false", "not true is untrue"),
    ("The speech would not appeal to “47 percent of the people”.", "47", "possible", "the appeal is denied, no people"),
    ("She never visited 30 villages.", "30", "possible", "so many villages, or none: left open"),
    ("He did not speak to 12 envoys.", "12", "possible", "nor did he deny that they are there"),
    ("They failed to visit 30 villages.", "30", "possible", "nor are those denied whom nobody went to see"),
    ("She failed to win over 12 envoys.", "12", "possible", "whom somebody wins over is there"),
    ("The firm did not pay 12 cooks.", "12", "possible", "cooks who got nothing"),
    ("The firm did not pay $12.", "12", "negated", "but a sum that nobody paid"),
    ("The firm did not hire 300 cooks.", "300", "negated", "an act by which they are counted"),
    ("The bridge did not cost $40 million.", "40 million", "negated", "a verb of amount"),
    ("It did not rise to 40 percent.", "40", "negated", "with what it rises to"),
    ("The bus did not go to 40 schools.", "40", "possible", "a verb of motion, here"),
    ("They did not manage to build 40 homes.", "40", "negated", "by way of another verb"),
    ("The bill failed to win 60 votes.", "60", "negated", "what somebody fails to bring about"),
    ("They did not fail to win 60 votes.", "60", "asserted", "not failing is winning"),
    ("The town once had 40 staff.", "40", "past", "it has others today"),
    ("The office used to have 300 staff.", "300", "past", "used to"),
    ("There used to be 300 barns here.", "300", "past", "used to be"),
    ("The farm had had 40 cows before the flood.", "40", "past", "had had"),
    ("He said they had had 40 calls.", "40", "asserted", "but what others say is only told back"),
    ("The club no longer has 900 members.", "900", "past", "no longer"),
    ("At its height, the union had 50,000 members.", "50,000", "past", "a level of then"),
    ("The union had 50,000 members at its peak.", "50,000", "past", "said behind it"),
    ("Once again 40 men met.", "40", "asserted", "once again is now"),
    ("Some 12 envoys once voted for it.", "12", "asserted", "there are so many of them"),
    ("She failed to meet several terms, including four that were set late.", "four", "asserted", "four are there"),
    ("We should not have flights with up to 150 people.", "150", "possible", "people on what there should not be"),
    ("He once killed 12 men.", "12", "asserted", "an act is no level"),
    ("Some 22 percent got the lowest possible score.", "22", "asserted", "the lowest possible is no possibility"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "status", "why"), STATUSES)
def test_how_a_figure_is_told(text, written, status, why):
    row = next(row for row in figures.find(text) if text[row["start"] : row["end"]] == written)
    assert row["status"] == status, why


CHANGES = [
    ("The toll rose by 11 to 52.", {"11": "by", "52": "to"}, "the size of a change and the level it leads to"),
    ("The toll has risen to 19.", {"19": "to"}, "a level"),
    ("It stands at 52, up from 41.", {"52": None, "41": "from"}, "an earlier level"),
    ("Spending is up $3 billion — more than planned.", {"3 billion": "by"}, "before a dash"),
    ("There was a 5 percent increase in sales.", {"5": "by"}, "a noun of change"),
    ("It rose to an estimated 40.", {"40": "to"}, "with the words of a bound"),
    ("Prices went up by letting 40 firms choose.", {"40": None}, "by doing something"),
    ("It grew fast, up to 12 times a day.", {"12": None}, "up to is a bound"),
    ("They cut jobs rather than the two offices.", {"two": None}, "rather than is no comparison of levels"),
    ("They cut down claims against the release of 70 records.", {"70": None}, "against what"),
    ("They filed complaints against some 8,500 officers.", {"8,500": None}, "against whom"),
    ("He walked from 5 houses to 6 others.", {"5": None, "6": None}, "nothing moves but he"),
    ("She edged ahead, 26% to 24%.", {"26": None, "24": None}, "a result, no level"),
    ("Rates rose half a percentage point.", {"half": "by"}, "in points"),
    ("Inflation eased to 2.9 percent from 3.4 percent.", {"2.9": "to", "3.4": "from"}, "easing is falling"),
    ("The ministry corrected the toll to 12 from 21.", {"12": "to", "21": "from"}, "corrected"),
    ("Prices dipped 2 percent.", {"2": "by"}, "dipping is falling"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CHANGES)
def test_levels_and_changes_are_told_apart(text, expected, why):
    assert {text[row["start"] : row["end"]]: row["change"] for row in figures.find(text)} == expected, why


PARTS = [
    ("Of the 90 sailors aboard, 40 were saved, including 12 women.", {"40": "90", "12": "40"}, "nested twice"),
    ("Nine of the 12 jurors agreed.", {"Nine": "12"}, "the whole follows"),
    ("Some 57 migrants, among them 9 children, drowned.", {"9": "57"}, "among them"),
    ("They freed 183 prisoners, 18 of them old.", {"18": "183"}, "of them"),
    ("The blast killed 20 people and wounded 35 others.", {}, "side by side, no part"),
    (
        "The crash killed 16 people, including six men, four women and three children.",
        {"six": "16", "four": "16", "three": "16"},
        "members of one list have one whole",
    ),
    ("They won 231 of 435 votes.", {}, "votes have no parts"),
    ("It killed 16 people, including six men, and 12 were hurt.", {"six": "16"}, "a clause of its own is no part"),
    ("An average of 40 people called, including 12 men.", {}, "averages have no parts"),
    ("The 12 dead included four soldiers.", {"four": "12"}, "the whole included them"),
    ("Gunmen shot eight people, four fatally.", {"four": "eight"}, "how it ended for some of them"),
    ("They hired eight people, four daily.", {}, "how often is of no part"),
]


@pytest.mark.parametrize(("text", "expected", "why"), PARTS)
def test_parts_point_to_the_whole(text, expected, why):
    rows = figures.find(text)
    written = {row["start"]: text[row["start"] : row["end"]] for row in rows}
    assert {written[r["start"]]: written[r["whole_start"]] for r in rows if r["whole_start"] is not None} == expected, (
        why
    )


IDIOMS = [
    ("The part 12-34-5678-90 was found.", "a string of digits nobody can read, and none of its pieces"),
    ("They ended the season 6-4-2.", "wins, losses and draws"),
    ("Roe’s “47 percent” remark hurt him.", "a remark called by a number"),
    ("They freed thousand of them.", "a misprint: one or many thousands"),
    ("It is the number one cause of death.", "a rank"),
    ("He is a four-star general.", "a rank"),
    ("“The 360” shows what was said.", "a name"),
    ("They do not like it one bit.", "a saying"),
    ("It was sent on one last mission.", "a saying"),
    ("It moved in one direction or another.", "a saying"),
    ("The issue is one he’d like to raise.", "a pronoun"),
    ("One guest questioned the plan.", "somebody unnamed"),
    ("The men of SEAL Team 6 slept.", "a name"),
    ("She has a 403(b) plan.", "a name"),
    ("It will stop sometime around 2020.", "a year"),
    ("The age at which most of them retire is 64.", "an age"),
    ("Most workers over 50 say so.", "an age"),
    ("The bank Capital One has left the town and moved its office.", "a number word behind a capital"),
    ("Air Force One landed in Rome late in the evening.", "a number word behind a capital"),
    ("The robbers fled from a 7-Eleven store in the town.", "digits tied to a capital"),
    ("Police look for a ’99 Honda sedan there.", "a model’s year"),
    ("The question was “one man, one vote” all along.", "a saying"),
    ("They went one step further.", "a saying"),
    ("One anonymous State Department official told reporters so.", "somebody unnamed"),
    ("He flipped a set of six-shooters.", "a kind of gun"),
    ("People move on after a week or two.", "no count of its own"),
    ("The blow split the table in two.", "no count"),
    ("They raised the legal age for buying rifles from 18 to 21.", "two ages"),
    ("She told “60 Minutes” about the attack in the city.", "a programme"),
    ("The side slipped to the bottom three.", "a place"),
    ("They forced several three-and-outs.", "a saying"),
    ("The drug PLX-R18 helped.", "a name"),
    ("Since 2022′s market rout it has risen.", "a year with a prime for an apostrophe"),
    ("See pic.example.org/R0elTRKE17 now.", "letters of an address"),
    ("Text 741741 for help.", "a short number to text"),
    ("For help, call 988 or a doctor.", "a short number to call"),
]


AGES_AND_NAMES = [
    ("At 26, he was sentenced.", "26", "age", "at an age"),
    ("Today, at 30, Jane lives in Ohio.", "30", "age", "at an age, a name behind it"),
    ("At 26, the index was low.", "26", "count", "at a level: nobody follows"),
    ("The trader, 67, was charged.", "67", "age", "appended to what somebody is"),
    ("The total, 67, was high.", "67", "count", "appended to what is nobody"),
    ("Two girls, both 14, were hurt.", "14", "age", "both of an age"),
    ("Doe was 12 when she came.", "12", "age", "was so old when"),
    ("She was convicted at 26.", "26", "age", "what befalls somebody at an age"),
    ("They passed H.B. 5061.", "5061", "label", "the number of a bill"),
    ("Smith called 911 as Doe lay there.", "911", "label", "a call, with as behind"),
    ("They rang the 311 line.", "311", "label", "a number that is dialled"),
    ("It has grades six through 12.", "12", "label", "the last of grades"),
    ("The case is 19-cv-03826.", "19", "label", "the number of a case"),
    ("The bill failed 16-17.", "16-17", "score", "a vote that was lost"),
    ("Spending fell by a fifth last year.", "a fifth", "fraction", "by how much"),
    ("He was hit by a fifth car.", "a fifth", "ordinal", "by which car"),
    ("They paid 35,000 reals.", "35,000", "money", "a currency in the plural"),
]


@pytest.mark.parametrize(("text", "written", "kind", "why"), AGES_AND_NAMES)
def test_ages_names_and_results_are_no_counts(text, written, kind, why):
    assert [row["kind"] for row in figures.find(text) if text[row["start"] : row["end"]] == written] == [kind], why


DONE = [
    ("He was held in connection with the deaths of nine people.", "nine", "people", "dead", "he was held, they died"),
    ("The man was jailed for the murder of two women.", "two", "women", "killed", "and those were not jailed"),
    ("They list 23 steps that will be taken.", "23", "steps", None, "steps are no captives"),
    ("It took hold of 40 migrants, who were taken away.", "40", "migrants", "taken", "people are"),
    ("It passed in a 97-1 vote hours later.", "97-1", "vote", None, "the hours say when"),
    ("The arrest of 12 men was news.", "12", "men", "arrested", "what a noun tells"),
    (
        "At least 23 rank and file party members signed.",
        "23",
        "party members",
        None,
        "a set pair of words describes them",
    ),
    ("They had nine years, like the last four, of debt.", "four", None, None, "of debt is past a comma"),
    ("Roe has 40% support among voters 65 and older.", "40", "support among voters 65 and older", None, "a subgroup"),
    ("Roe leads by 21% among voters 18 to 29 in Osk.", "21", "voters 18 to 29", None, "among whom, and not where"),
    ("Support stood at 40 percent among women.", "40", "Support among women", None, "a noun before, a subgroup behind"),
    ("She had 55 percent among those who came.", "55", None, None, "those are nobody by themselves"),
    ("He killed the man before 40 people.", "40", "people", None, "done to another"),
    ("It takes its toll on a town of 21,000 people.", "21,000", "people", None, "what is taken is a toll"),
    ("He downed two planes, in which four men died.", "two", "planes", None, "in which others died"),
    (
        "He downed two planes, in which his men died.",
        "two",
        "planes",
        None,
        "nor in which others died who are not counted",
    ),
    ("Her husband lost more than 100 pounds.", "100", None, None, "no husband is counted in pounds"),
    ("The jail is 13 miles from the lake.", "13", None, None, "how far it is counts no jail"),
    ("Millions of people did not vote.", "Millions", "people", None, "what they did not do"),
    ("Forty people did not die.", "Forty", "people", "dead", "what did not befall them"),
    ("Five people of color ran.", "Five", "people of color", None, "people called by of"),
    (
        "It had 150 pundits, critics and wise scholars.",
        "150",
        "pundits, critics and wise scholars",
        None,
        "all of a list",
    ),
    ("Roe led, with Doe at 24% and South Bend Mayor Poe at 9%.", "24", None, None, "a name behind and has its own"),
    ("Voters chose Doe 31% to 23%.", "31", None, None, "a result is no share of the voters"),
    ("Prices fell from 31% to 23%.", "23", "Prices", None, "what moved is no result"),
    ("He won 30 fewer votes.", "30", "fewer votes", None, "so many fewer are no votes"),
    ("Counties send $2.3bn to the state.", "2.3bn", None, None, "whoever sends a sum is not counted"),
    ("The group now holds 40.", "40", None, None, "whoever holds so many is not counted"),
    ("The NUF took in $29 million in May.", "29 million", None, None, "nor is a body called by letters"),
    ("The team raised $76 million, topping the $60 million of April.", "60 million", None, None, "nor who raised more"),
    ("The bridge, which cost $12 million, fell.", "12 million", "bridge", None, "what a relative stands for"),
    ("The club, which raised $12 million, left.", "12 million", None, None, "but nobody who raised a sum"),
    ("It pays $9 million to towns, 40 of which are poor.", "40", "towns", None, "the noun before of which"),
    ("Boys are twice as likely as girls to fall.", "twice", None, None, "likely is nothing that is counted"),
]


@pytest.mark.parametrize(("text", "written", "counted", "act", "why"), DONE)
def test_nobody_is_counted_who_only_stands_near(text, written, counted, act, why):
    row = next(row for row in figures.find(text) if text[row["start"] : row["end"]] == written)
    assert (row["counted"], row["act"]) == (counted, act), why


@pytest.mark.parametrize(("text", "why"), IDIOMS)
def test_what_only_looks_like_a_figure_is_none(text, why):
    assert not [row for row in figures.find(text) if row["reported"]], why


REPEATS = [
    ("Two million (2m) people fled.", ["Two million (2m)"], "the same number in digits"),
    ("It gave five hundred (500) tents.", ["five hundred (500)"], "the same number in digits"),
    ("It gave five hundred (300 blue) tents.", ["five hundred", "300"], "another number"),
    ("It has 40 rooms (12 large).", ["40", "12"], "a part"),
]


@pytest.mark.parametrize(("text", "expected", "why"), REPEATS)
def test_what_brackets_say_again_is_one_figure(text, expected, why):
    found = [row for row in figures.find(text) if row["reported"]]
    assert [text[row["start"] : row["end"]] for row in found] == expected, why


BOUNDS = [
    ("They passed a $3 trillion relief bill.", "=", "a bill is passed, and no number"),
    ("The House passed $3 trillion stimulus.", "=", "nor without its article"),
    ("Losses passed $3 trillion worldwide.", ">", "a number"),
    ("Firms hired well above the 213,000 average.", "=", "so many are the average"),
    ("It got fewer than the 60 votes it needed.", "=", "so many are needed"),
    ("It rose above the 100,000 mark.", ">", "a mark that was passed"),
    ("Rates were above 30 percent.", ">", "no such number is known"),
]


@pytest.mark.parametrize(("text", "relation", "why"), BOUNDS)
def test_what_a_number_is_measured_by_is_no_bound(text, relation, why):
    assert [row["relation"] for row in figures.find(text) if row["reported"]] == [relation], why


TURNED = [
    ("They will not accept more than $12 million for it.", "<=", "asserted", "not more is at most"),
    ("They refuse to pay more than $12 million for it.", "<=", "asserted", "nor what is refused"),
    ("He did not win fewer than 12 seats.", ">=", "asserted", "not fewer is at least"),
    ("More than 12 people did not come.", ">", "asserted", "who did not come are more"),
    ("The plan gives more than $12 million for it.", ">", "asserted", "nothing is denied"),
]


@pytest.mark.parametrize(("text", "relation", "status", "why"), TURNED)
def test_a_denied_bound_is_the_opposite_bound(text, relation, status, why):
    (row,) = figures.find(text)
    assert (row["relation"], row["status"]) == (relation, status), why
    low, high = pd.notna(row["low"]), pd.notna(row["high"])
    assert (low, high) == (relation in (">", ">="), relation in ("<", "<=")), "open on the other side"


CAPTIVES = [
    ("At least 49 captives are held, including 27 who are believed dead.", ["held", "held dead"], "held, not reported"),
    ("They would return the bodies of 18 hostages.", ["held dead"], "bodies are returned"),
    ("The deal covers 28 dead hostages.", ["held dead"], "an adjective"),
    ("The plan funds two key bodies, the tax office among them.", [None], "bodies that govern"),
    ("Gunmen killed 12 hostages.", ["killed"], "an act of killing is a report of deaths"),
    ("In the raid 12 hostages died.", ["dead"], "so is dying"),
    ("The quake left 27 people dead.", ["dead"], "no captives"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CAPTIVES)
def test_bodies_of_captives_are_no_deaths_reported(text, expected, why):
    assert [row["act"] for row in figures.find(text) if row["reported"]] == expected, why


SOURCES_BESIDE = [
    ("Sources close to the family told a paper that 12 people died.", "Sources close to the family", "not the family"),
    ("Some 150 migrants reached the town, the Arden Post reports.", "the Arden Post", "reports, behind"),
    ("The mayor said that Doe, a boss of 12 firms, was safe.", None, "beside a name anybody says so"),
    ("Mexico countered with duties on $50 billion in goods.", None, "with a deed, and no words"),
    ("“I would say that 300 people came,” said Dana Levi.", "Dana Levi", "I is whoever is quoted"),
    (
        "At least 14 people died, local media said, quoting a hospital official.",
        "a hospital official",
        "whom they quote",
    ),
    ("Some 300 homes burned, it said, citing the fire chief as saying.", "the fire chief", "and whom they cite"),
    (
        "They asked for 21 files, the senators wrote, quoting from the law.",
        "the senators",
        "the law told no such thing",
    ),
    ("By police estimates, 4,000 people marched.", "police estimates", "whose count it is"),
    ("About 400 people came, by the Arden Post’s count.", "the Arden Post’s count", "a name’s"),
    ("By some estimates, 4,000 people marched.", None, "nobody’s"),
    ("By conservative estimates, 4,000 people marched.", None, "cautious ones, of nobody’s party"),
    ("Police put the crowd at 4,000.", "Police", "how many came"),
    (
        "“Growth is at 3 percent,” wrote Arden economist Peter Lind.",
        "Arden economist Peter Lind",
        "a name behind its title",
    ),
    ("This means we would have to cut the $540 billion deficit.", None, "this is nobody"),
    ("Today 40 hotels are owned by monks.", None, "who owns them does not say so"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SOURCES_BESIDE)
def test_a_source_is_whoever_tells(text, expected, why):
    assert [row["source"] for row in figures.find(text) if row["reported"]] == [expected], why


LISTS = [
    ("There were 12 red, 14 blue marbles.", ["red marbles", "blue marbles"], "each has its own word"),
    ("She had 12 red, 14 blue and at least 3 green marbles.", ["red marbles", "blue marbles", "green marbles"], "all"),
    ("They sold 12 red marbles and 14 blue.", ["red marbles", "blue marbles"], "left out behind"),
    (
        "They sold 12 red marbles, 14 blue and 3 green, he said.",
        ["red marbles", "blue marbles", "green marbles"],
        "twice",
    ),
    ("He keeps 40 brown and 25 white hens.", ["brown hens", "white hens"], "brown is no noun here"),
    ("It lists 12 new and 14 used cars.", ["new cars", "used cars"], "a participle"),
    ("The fleet lost 12 aircraft and 14 battle tanks.", ["aircraft", "battle tanks"], "a plural without its s"),
    ("There were 12 dead and 40 wounded soldiers.", ["dead", "wounded soldiers"], "those called so, soldiers or not"),
    ("Police held 12 men, 14 women and three children.", ["men", "women", "children"], "each its own noun"),
    ("Forty people were hurt, 12 of them badly.", ["people", "people"], "those told of just before"),
    ("Eight people were shot, four fatally.", ["people", "people"], "some of those"),
    ("It took two hours to drive three miles.", [None], "no hours are driven"),
    ("Voters oppose the plan (57 percent).", ["Voters"], "those asked, and not the plan"),
    ("Counted as a plan (57 percent) it failed.", ["plan"], "nobody was asked"),
    ("It gives $8 billion for state and local governments.", [None], "no state alone"),
    ("It gives $8 billion for defense and spending cuts.", ["defense and spending cuts"], "two nouns before theirs"),
    ("With growth at 3.6 percent, firms should be adding jobs.", [None], "firms come after the comma"),
    ("By a 49%-33% margin they back it.", [None, None], "a result, and no margin of 33%"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LISTS)
def test_a_noun_said_once_is_that_of_all(text, expected, why):
    assert [row["counted"] for row in figures.find(text) if row["reported"]] == expected, why


QUOTATIONS = [
    ("There were 12 red, 14 blue marbles.", ["12 red", "14 blue marbles"], "up to the words of its own"),
    ("Police held 12 armed and two unarmed men.", ["12 armed", "two unarmed men"], "armed men are in no unarmed men"),
    ("A 20-odd people waited, and 30-odd soldiers came.", ["20-odd people", "30-odd soldiers"], "each its own odd"),
    ("Forty people were hurt, 12 of them badly.", ["Forty people", "12 of them"], "of them"),
]


@pytest.mark.parametrize(("text", "expected", "why"), QUOTATIONS)
def test_a_quotation_holds_what_the_number_is_of(text, expected, why):
    assert [row["quotation"] for row in figures.find(text) if row["reported"]] == expected, why


def test_a_quotation_says_in_what_so_many_times():
    (row,) = figures.find("Boys are twice as likely as girls to fall.")
    assert row["quotation"] == "twice as likely", "which is not counted"


def test_who_announced_another_sum_is_no_source():
    rows = figures.find(
        "The Roe team raised $76.8 million, topping the “more than $60 million” the Lind team announced."
    )
    assert rows[0]["source"] is None, "of two sums who announced the second tells not of the first"


def test_what_is_quoted_ends_with_the_sentence():
    text = "The storm caused at least 149 deaths. The state said at least 12 houses burned. It hurt dozens. All 58 people fled."
    (taxed,) = figures.find("It would tax the top 2 percent of wage earners.")
    assert taxed["quotation"] == "top 2 percent of wage earners", "2 percent of them are others"
    quoted = [row["quotation"] for row in figures.find(text) if row["reported"]]
    assert quoted == ["at least 149 deaths", "at least 12 houses", "dozens", "58 people"]


def test_a_noun_left_out_is_the_one_counted_before():
    rows = figures.find("Of the 90 sailors taken in May, 40 are still being held.")
    assert [row["counted"] for row in rows if row["kind"] == "count"] == ["sailors", "sailors"]


def test_span_table():
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["At least 49 died in 2023.", "Nothing was counted."]})
    table = figures.figures(articles)
    assert list(table.columns) == [*spans.SPAN, *figures.COLUMNS]
    assert table["text"].tolist() == ["49", "2023"]
    assert table["reported"].tolist() == [True, False]
    assert pd.isna(table["high"][0]) and pd.isna(table["low"][1])


PIECES = [
    *"0123456789,.-–/:%$£€½ \n\u00a0'’“”()#@",
    "one ",
    "two",
    "hundred",
    "million",
    "half",
    "May ",
    "of ",
    " to ",
    "İ",
]
WRITTEN = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(st.one_of(st.text(), WRITTEN))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_spans_inside_it_in_order(text):
    rows = figures.extract(text)
    edges = [edge for row in rows for edge in (row["start"], row["end"])]
    assert edges == sorted(edges) and all(0 <= edge <= len(text) for edge in edges)
    assert all(row["start"] < row["end"] for row in rows)


@given(WRITTEN)
@settings(max_examples=200, deadline=None)
def test_the_value_is_that_of_the_span(text):
    found = list(numerals.numbers(text))
    alone = [numerals.interval(text[number.start : number.end], number.form) for number in found]
    assert [(number.low, number.high) for number in found] == alone


@given(WRITTEN)
@settings(max_examples=25, deadline=None)
def test_no_text_is_too_odd_to_describe(text):
    assert all(set(figures.COLUMNS) < set(row) for row in figures.find(text))


@given(st.integers(0, 10**12))
def test_grouped_digits_are_worth_their_number(value):
    assert numerals.value(f"{value:,}") == value


@pytest.mark.parametrize(
    "piece", ["1,", "9-", "one-", "a-", "1 000 ", "12:30 ", "$", "5 to ", "x@", "May 5, ", "and 3 ", "'", "half "]
)
def test_time_is_linear_in_length(piece):
    few, many = (clock.seconds(lambda text=piece * times: figures.extract(text)) for times in (2000, 8000))
    assert many < 10 * max(few, 0.005)


@pytest.mark.parametrize(
    ("opens", "piece", "between"),
    [
        ("The town has ", "{} houses", ", "),
        ("There were ", "{} men", " and "),
        ("It cost ", "${}", " to "),
        ("They hold ", "{} captives", ", including "),
    ],
)
def test_what_is_read_off_one_sentence_of_many_numbers_grows_with_their_number(opens, piece, between):
    def sentence(numbers):
        return opens + between.join(piece.format(9000 - k) for k in range(numbers)) + "."

    few, many = sentence(100), sentence(400)
    figures.find(few), figures.find(many)  # parsed and kept
    assert clock.calls(lambda: figures.find(many)) < 6 * clock.calls(lambda: figures.find(few))


def test_a_table_that_lost_its_columns_tells_no_figures():
    row = "1 Hens 1779 1693 2 Cows 1766 1699 3 Cats 1743 1694 4 Dogs 1740 1639"
    assert not any(figure["reported"] for figure in figures.find(f"Team Peak End {row}"))
    votes = "The towns sent 12 hens, 14 cows and 16 cats, and 18 dogs came with 20 men in 22 carts."
    assert all(figure["reported"] for figure in figures.find(votes)), "each with what it counts"
    sums = "Huts cost $1 to $2; barns, $3 to $4; mills, $5 to $6; inns, $7 to $8; and halls, $9 to $10."
    assert all(figure["reported"] for figure in figures.find(sums)), "parted by commas"
