"""Each construction and each trap, as short sentences made for the purpose."""

import pandas as pd
import pytest
from samestory import corpus
from samestory.annotate import clauses
from samestory.corpus import known, parser
from spacy.tokens import Doc

MISSING = None

CONSTRUCTIONS = [
    (
        "Orn received praise for his statement in the hours after a gunman shot House Majority Whip Karl Berg.",
        "shot",
        "active",
        None,
        "House Majority Whip Karl Berg",
        "where the parse takes who did it for a word of the verb, nobody else did it",
    ),
    # text, verb, construction, actor, target, why
    ("The army shelled the town.", "shelled", "active", "The army", "the town", "plain active"),
    ("The town was shelled by the army.", "shelled", "passive_agent", "the army", "The town", "by-phrase"),
    (
        "The town was proclaimed the “Year of the River” by the mayor.",
        "proclaimed",
        "passive_agent",
        "the mayor",
        "The town",
        "behind what it is called",
    ),
    ("She was named “Woman of the Year” by the paper.", "named", "passive_agent", "the paper", "She", "so here"),
    (
        "Outside Japan, beginning with Emperor Shōwa, the Emperors are often referred to by their given names, both "
        "whilst alive and posthumously.",
        "referred",
        "passive_short",
        MISSING,
        "the Emperors",
        "names do nothing",
    ),
    ("The town was shelled on Monday.", "shelled", "passive_short", MISSING, "The town", "nobody is said to act"),
    ("The town was shelled by Monday.", "shelled", "passive_short", MISSING, "The town", "a time is no agent"),
    ("Three men are dead.", "dead", "stative", MISSING, "Three men", "a state, not an act"),
    ("Three men died on Sunday.", "died", "stative", MISSING, "Three men", "dying is not acting"),
    (
        "The offensive has killed 40 civilians.",
        "killed",
        "event_subject",
        "The offensive",
        "40 civilians",
        "an event acts",
    ),
    (
        "Three teachers whose lessons covered the life of the poet Arlin were killed.",
        "killed",
        "passive_short",
        MISSING,
        "Three teachers",
        "what a relative clause is about is not harmed",
    ),
    (
        "The rampage began when two men shot a guard at the gate, then went upstairs, killing nine people.",
        "killing",
        "active",
        MISSING,
        "nine people",
        "people act between the event and the deed",
    ),
    (
        "An attack on the market, in which gunmen threw grenades, killed 12 people.",
        "killed",
        "event_subject",
        "An attack on the market",
        "12 people",
        "the event is its own subject",
    ),
    (
        "Soldiers stormed the bank where a former guard had been holding a clerk, killing the gunman.",
        "killing",
        "active",
        MISSING,
        "the gunman",
        "who came to the place may have done it",
    ),
    (
        "The mayor visited the school where a gunman opened fire, killing five teachers.",
        "killing",
        "active",
        "a gunman",
        "five teachers",
        "a deed, no state, goes before",
    ),
    ("Air strikes destroyed the bridge.", "destroyed", "event_subject", "Air strikes", "the bridge", "compound event"),
    (
        "The proposal that was conveyed through mediators was rejected.",
        "conveyed",
        "passive_short",
        MISSING,
        "The proposal",
        "means, no agent",
    ),
    ("The town is known by its old name.", "known", "passive_short", MISSING, "The town", "a name is no agent"),
    ("The town was cut in two by rebels.", "cut", "passive_agent", "rebels", "The town", "behind a number"),
    ("Berg was told of Dahl’s plans by rebels.", "told", "passive_agent", "rebels", "Berg", "the plans are Dahl's"),
    ("Berg was named in a report by rebels.", "named", "passive_short", MISSING, "Berg", "the report is theirs"),
    ("Berg was hit with a stick by rebels.", "hit", "passive_agent", "rebels", "Berg", "behind what it is done with"),
    (
        "Berg — whose young son, Carl Dahl, was killed — left.",
        "killed",
        "passive_short",
        MISSING,
        "young son",
        "behind whose",
    ),
    ("LUND — Anna Berg killed a man.", "killed", "active", "Anna Berg", "a man", "not the place of a dateline"),
    ("Men taken by the rebels were freed.", "taken", "passive_agent", "the rebels", "Men", "reduced participle"),
    (
        "Aid has been blocked from entering the city by the army.",
        "blocked",
        "passive_agent",
        "the army",
        "Aid",
        "the agent stands below",
    ),
    ("Villagers got killed by bandits.", "killed", "passive_agent", "bandits", "Villagers", "get passive"),
    (
        "The minister, who is wanted by the court, left.",
        "wanted",
        "passive_agent",
        "the court",
        "The minister",
        "relative pronoun resolved",
    ),
    (
        "They have seen prisoners released in exchange.",
        "released",
        "passive_short",
        MISSING,
        "prisoners",
        "object of a verb of seeing",
    ),
    ("Soldiers arrested the man and beat him.", "beat", "active", "Soldiers", "him", "subject shared by coordination"),
    (
        "The man was arrested and beaten.",
        "beaten",
        "passive_short",
        MISSING,
        "The man",
        "auxiliary shared by coordination",
    ),
    (
        "The president urged the general to stop the attack.",
        "stop",
        "active",
        "the general",
        "the attack",
        "object control",
    ),
    (
        "Rebels launched an attack on the airport.",
        "launched",
        "active",
        "Rebels",
        "the airport",
        "light verb with an event",
    ),
]

LEFT = [
    # text, the deeds of harm with their doer and whom, why
    (
        "He fled after a bombing that left 29 people injured.",
        [("leave injured", "a bombing", "29 people")],
        "one deed, by the blast, whatever the parse hangs the participle on",
    ),
    ("The blast left 29 people injured.", [("leave injured", "The blast", "29 people")], "so here"),
    ("The storm left two people dead.", [("leave dead", "The storm", "two people")], "an adjective"),
    ("The attack left dozens dead and hundreds wounded.", [("leave dead", "The attack", "dozens")], "who is wounded is no other's deed"),
    ("A female student is dead and several more are wounded.", [("dead", None, "A female student"), ("wound", None, None)], "not she"),
    ("A teacher is dead and two others are injured.", [("dead", None, "A teacher"), ("injure", None, "two others")], "others"),
    ("Lund died of a self-inflicted gunshot wound.", [], "by his own hand"),
    ("Lund died by suicide.", [], "so here"),
    ("Lund died of a gunshot wound.", [("die", None, "Lund")], "by another's, as far as is told"),
    (
        "Berg’s flat was full, requiring police, town officials and bomb squad technicians to empty it.",
        [],
        "so here, where the parse hangs it on a verb",
    ),
    ("It asked police, town officials and bomb squad technicians to empty the house.", [], "a noun of a list"),
    ("That is why police are often collecting video shot by neighbours.", [], "a video is shot, no police"),
    ("Police seized photos shot by two residents.", [], "nor are photos"),
    ("The documentary was shot by refugees.", [], "nor is a documentary"),
    ("Police found three men shot by a neighbour.", [("shoot", "a neighbour", "three men")], "men are"),
    ("The old guards will see Carl Moss as the surrogate for every young guard ever shot.", [], "not the old ones"),
    ("Officials believe Ebola has killed 13 people.", [], "a disease by its name"),
    ("Six residents were killed by the virus.", [], "what brings one"),
    ("Covid-19 has killed six residents.", [], "with a number"),
    ("Lund died of cancer.", [], "nobody harmed him"),
    ("Lund died on Monday.", [("die", None, "Lund")], "of what is not told"),
    (
        "Officials are careful after the last man to be freed from Ardin custody, Carl Moss, died on his return.",
        [],
        "the name in commas died, no officials",
    ),
    ("The waiters fled after the first boy to leave, Carl Moss, was shot.", [], "so here, in the passive"),
    ("The rebels left Lund, Norway, killing ten men.", [("kill", "The rebels", "ten men")], "a participle goes on"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "deeds", "why"), LEFT)
def test_deeds_of_harm(text, deeds, why):
    found = [one for one in clauses.find(text) if one["harm"]]
    assert [(one["lemma"], one.get("actor"), one.get("target")) for one in found] == deeds, why


GROUPS = [
    ("The officer who shot Lund, Karl Berg, was charged.", "shot", "The officer", "Lund", "an apposition is no list"),
    ("The boy used his father’s gun to shoot a man.", "shoot", "The boy", "a man", "no gun shoots by itself"),
    (
        "They mourn after a shooting at a campus that killed nine people.",
        "killed",
        "a shooting at a campus",
        "nine people",
        "no campus kills",
    ),
    # text, verb, actor, target, why
    ("The man was shot and killed by an officer.", "shot", "an officer", "The man", "one agent for both participles"),
    (
        "They recalled the attack on the mission in Benghazi, which left four men dead.",
        "left",
        "the attack on the mission in Benghazi",
        "four men",
        "no city attacks",
    ),
    (
        "Officials investigated a bomb blast on a metro train that killed 11 people.",
        "killed",
        "a bomb blast",
        "11 people",
        "no train kills",
    ),
    ("The guard, who shot and killed a boy, left.", "shot", "The guard", "a boy", "one patient for both verbs"),
    (
        "Gunmen killed the man, his wife and two children.",
        "killed",
        "Gunmen",
        "the man, his wife and two children",
        "a list",
    ),
    ("Prosecutors accused the group of bombing a hospital.", "bombing", "the group", "a hospital", "the accused acts"),
]

NOT_PASSIVE = [
    ("The envoy is set to join the talks.", "set"),
    ("He was set to travel on Friday.", "set"),
    ("The leaders are expected to meet today.", "expected"),
    ("All attempts have failed.", "failed"),
    ("The public has become weary of the war.", "become"),
]

MOODS = [
    ("Another said the attacker shouted about killing guards as he was held.", "killing", "shouted about"),
    ("The envoy is set to join the talks.", "join", "set to"),
    ("The leaders are expected to meet today.", "meet", "expected to"),
    ("A deal could be reached this week.", "reached", "could"),
    ("They’ll leave the city.", "leave", "will"),
    ("The army shelled the town.", "shelled", MISSING),
    ("The group threatened to kill the men.", "kill", "threatened to"),
    ("He denied killing the man.", "killing", "denied"),
    ("Ardin was accused of bombing a school.", "bombing", "accused of"),
    ("Ten men were reportedly killed.", "killed", "reportedly"),
    ("The man may have been shot and killed.", "killed", "may"),
    ("The army began to shell the town.", "shell", MISSING),
    ("The army is capable of shelling the town.", "shelling", "capable of"),
    ("The ruling made it easier for officers to shoot men.", "shoot", "easier to"),
    ("It was wrong to bomb the town.", "bomb", "wrong to"),
    ("This does not mean the men were killed.", "killed", "not mean"),
    ("Two men were suspected of planning and carrying out the attack.", "carrying", "suspected"),
    ("He had expressed interest in bombing a school.", "bombing", "interest in"),
]

NEGATED = [
    ("No progress has been achieved so far.", "achieved", True),
    ("The army did not shell the town.", "shell", True),
    ("Nobody was killed.", "killed", True),
    ("The army never attacked the town.", "attacked", True),
    ("They didn’t bomb the town.", "bomb", True),
    ("They entered the town without killing anyone.", "killing", True),
    ("The army shelled the town.", "shelled", False),
]

HARM = [
    ("Party leaders whipped their guests into a frenzy.", "whipped", False),
    ("The captain whipped two sailors.", "whipped", True),
    ("Gunmen took forty hostages.", "took", True),
    ("The army detained forty men.", "detained", True),
    ("Gunmen killed two officers.", "killed", True),
    ("They struck a deal on Tuesday.", "struck", False),
    ("Warplanes struck a school.", "struck", True),
    ("Prices hit a record on Tuesday.", "hit", False),
    ("Rebels launched an attack on the airport.", "launched", True),
    ("The company launched a product.", "launched", False),
    ("Three men are dead.", "dead", True),
    ("Mediators brokered a truce.", "brokered", False),
    ("Captives taken by the rebels were freed.", "taken", True),
    ("Ten soldiers were taken hostage.", "taken", True),
    ("Measures were taken by the rebels.", "taken", False),
    ("The senator beat the challenge.", "beat", False),
    ("The Jets beat the Giants on Sunday.", "beat", False),
    ("Berg beat Lund in the primary.", "beat", False),
    ("Guards beat Lund in his cell.", "beat", True),
    ("Guards beat the Palestinians.", "beat", True),
    ("The bill killed the rule.", "killed", False),
    ("The measure was killed in committee.", "killed", False),
    ("The court struck down the law.", "struck", False),
    ("He was hit with a fine.", "hit", False),
    ("Critics attacked the plan.", "attacked", False),
    ("The storm killed thousands of people.", "killed", True),
    ("The rebels hold 20 hostages.", "hold", True),
    ("The two hold a meeting.", "hold", False),
    ("Clinton launched a campaign in Iowa.", "launched", False),
    ("The army launched a bombing campaign.", "launched", True),
    ("Critics attacked the senator as soft on crime.", "attacked", False),
    ("The war left the city in ruins.", "left", True),
    ("The argument is dead.", "dead", False),
    ("The habit died out.", "died", False),
    ("Ardin is captive.", "captive", True),
    ("Germany is captive to its gas.", "captive", False),
    ("It is dying.", "dying", False),
    ("The people are hungry for leadership.", "hungry", False),
    ("Karl Lund is dying to visit the hall.", "dying", False),
    ("The judge shot down all four of its arguments.", "shot", False),
    ("The mayor must execute the laws.", "execute", False),
    ("It is uprooting supply chains.", "uprooting", False),
    ("Lund came on Wednesday, not at a rally but by touring hard-hit New Jersey.", "hit", False),
    ("Rivals bludgeon them for it.", "bludgeon", False),
    ("She should attack the officials who endorse him.", "attack", False),
    ("Lund attacked Berg on Twitter.", "attacked", False),
    ("Militants attacked the men.", "attacked", True),
    ("A teenager attacked Lund.", "attacked", True),
    ("Lund attacked Berg with a knife.", "attacked", True),
    ("Ardin's rebels attacked Israel.", "attacked", True),
    ("Lund beat Berg by 25 points.", "beat", False),
    ("Berg wants to beat Lund.", "beat", False),
    ("Berg beat Lund badly.", "beat", True),
    ("Few firms were devastated by a higher wage.", "devastated", False),
    ("The rule would destroy the economy.", "destroy", False),
    ("The storm destroyed forty homes.", "destroyed", True),
    ("Japan has hit us hard on trade.", "hit", False),
    ("TPP was killed by the unions.", "killed", False),
    ("Lund launched a Twitter rampage.", "launched", False),
    ("Lund launched a legal battle against Berg.", "launched", False),
    ("Lund launched withering attacks against Berg.", "launched", False),
    ("Soldiers launched an attack.", "launched", True),
    ("Lund must hit his enemies.", "hit", False),
    ("Consumers were hit.", "hit", False),
    ("A bullet hit the man.", "hit", True),
    ("The man was hit by a truck.", "hit", True),
    ("It struck me that they left.", "struck", False),
    ("Many families were burned by the tax.", "burned", False),
    ("A fire burned ten people.", "burned", True),
    ("It would kill a piece of me.", "kill", False),
    ("They want to demolish America.", "demolish", False),
    ("He damaged the country.", "damaged", False),
    ("The earthquake damaged the country.", "damaged", True),
    ("The senator can beat Lund.", "beat", False),
    ("Lund was beaten.", "beaten", False),
    ("Lund was arrested and beaten.", "beaten", True),
    ("Migrants invade the town.", "invade", False),
    ("Lund said it held Dreamers “hostage to a scheme.”", "held", False),
    ("In 2010, she narrowly beat her Republican opponent.", "beat", False),
    ("They used it to beat up the State Department.", "beat", False),
    ("Ardin’s army invaded Lund.", "invaded", True),
    ("Who died and made you king?", "died", False),
    ("They were hanging around with Lund.", "hanging", False),
    ("I had beaten all the senators.", "beaten", False),
    ("This carried out attacks.", "carried", False),
    ("They keep holding our military hostage.", "holding", False),
    ("They hold our budget hostage.", "hold", False),
    ("They hold Germany hostage.", "hold", False),
    ("They hold a nurse hostage.", "hold", True),
    ("They would rather die than vote.", "die", False),
]


def row(text: str, verb: str) -> pd.Series:
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    found = clauses.clauses(articles)
    return found[found["text"] == verb].iloc[0]


def said(value: object) -> object:
    return None if pd.isna(value) else value


@pytest.mark.parametrize(("text", "verb", "construction", "actor", "target", "why"), CONSTRUCTIONS)
def test_construction(text, verb, construction, actor, target, why):
    found = row(text, verb)
    assert (found["construction"], said(found["actor"]), said(found["target"])) == (construction, actor, target), why


@pytest.mark.parametrize(("text", "verb", "actor", "target", "why"), GROUPS)
def test_verbs_of_one_deed_and_lists(text, verb, actor, target, why):
    found = row(text, verb)
    assert (said(found["actor"]), said(found["target"])) == (actor, target), why


def test_verbs_of_one_deed_are_one_act():
    found = clauses.clauses(pd.DataFrame({"article_id": ["a"], "text": ["The man was shot and killed. He was hit."]}))
    assert list(found["act_start"]) == [12, 12, 36]


@pytest.mark.parametrize(("text", "word"), NOT_PASSIVE)
def test_not_passive(text, word):
    constructions = {r["start"]: r["construction"] for r in clauses.find(text)}
    assert not constructions.get(text.index(word), "active").startswith("passive")


@pytest.mark.parametrize(("text", "verb", "modal"), MOODS)
def test_modality_is_kept(text, verb, modal):
    assert said(row(text, verb)["modal"]) == modal


@pytest.mark.parametrize(("text", "verb", "negated"), NEGATED)
def test_negation_is_kept(text, verb, negated):
    assert row(text, verb)["negated"] == negated


@pytest.mark.parametrize(("text", "verb", "harm"), HARM)
def test_harm_is_an_act_of_the_list(text, verb, harm):
    assert row(text, verb)["harm"] == harm


def test_offsets_hold_the_arguments():
    text = "“Enough,” she said.\n\nThe  town was shelled by the army’s guns."
    found = row(text, "shelled")
    assert text[found["actor_start"] : found["actor_end"]] == found["actor"] == "the army’s guns"
    assert text[found["target_start"] : found["target_end"]] == found["target"] == "The  town"


def test_a_text_without_verbs_has_no_clauses():
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["The sticking point", ""]})
    assert list(clauses.clauses(articles).columns)[:4] == ["article_id", "start", "end", "text"]
    assert clauses.clauses(articles).empty


# Read in the two seeds by hand; harm: no passive without an agent tells a killing, and the dead "are dead".
SEEDS = {
    "passive_agent": {"blocked", "wanted", "taken"},
    "passive_short": {"held", "achieved", "reached", "given", "revived", "freed", "dismantled", "set", "conveyed"},
    "stative": {"dead"},
}


def test_the_seeds():
    found = clauses.clauses(corpus.articles(known.ROOT / "seeds"))
    for construction, verbs in SEEDS.items():
        assert verbs <= set(found.loc[found["construction"].eq(construction), "text"])
    passives = found[found["construction"].str.startswith("passive")]
    assert passives["lemma"].isin(["be", "expect", "become", "fail"]).sum() == 0
    assert set(passives.loc[passives["harm"], "text"]) == {"taken"}
    assert set(found.loc[found["harm"], "text"]) == {"kill", "killed", "displaced", "dead", "taken"}


def test_above_a_clause_of_a_sentence_without_a_verb_stands_its_noun():
    """A search that ends at the root: spaCy makes a token anew each time it is asked for, so none `is` another."""
    words, deps = ["Fire", "at", "house", "where", "man", "slept"], ["ROOT", "case", "nmod", "advmod", "nsubj", "acl"]
    tags = ["NOUN", "ADP", "NOUN", "ADV", "NOUN", "VERB"]
    doc = Doc(parser.load().vocab, words=words, heads=[0, 2, 0, 5, 5, 2], deps=deps, pos=tags)
    assert clauses._verb_above(doc[5]).text == "house"
    assert clauses._verb_above(doc[4]).text == "slept"
