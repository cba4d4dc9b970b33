"""Parses news with the help of another spaCy pipeline, for `train.py --news` to learn from.

    python data/models/news_trees.py TREEBANKS NEWS OUT.conllu --pipeline en_core_web_md --minutes 6

NEWS is a folder or table of articles. The other pipeline has learnt from trees we have not (OntoNotes), in relations
that are not ours. So an interpreter is trained on TREEBANKS: the pipeline of `config.cfg`, which also sees what the
other parser made of each word (stacking: Nivre and McDonald 2008). It parses NEWS, and a sentence is kept where the
interpreter and the other parser agree on the heads of four words in five (agreement: Zhou and Li 2005). Nothing of the
news is kept but what the weights of `train.py` learn from it.
"""

import argparse
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import spacy
import train
from samestory import corpus
from samestory.corpus import parser, universal, vectors
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import load_config, load_model_from_config, minibatch
from thinc.api import set_current_ops

# The attributes of a word that carry what the other parser made of it, and the rows of their embeddings.
CLUES = {"LEMMA": 2000, "TAG": 3000, "DEP": 3000, "ENT_TYPE": 500, "ENT_ID": 3000, "ENT_KB_ID": 2000}
NEAR, MIDDLE, FAR = 6, 9, 14  # words to a head: told apart up to NEAR, then in three steps
AGREED = 0.8  # of the words: the other parser's relations are turned into ours by rule, so more would skew the sample
LENGTH = range(4, 61)
LONGEST = 20_000  # characters: longer articles are transcripts
CLOSES = set(".!?:)\"'”’")
AT_ONCE = 24


def interpreter(treebanks: Path, table: Path, other: Language) -> tuple[Language, list[Example]]:
    """Returns an untrained pipeline that sees clues, and its examples: the gold trees with another parser's clues."""
    config = load_config(train.HERE / "config.cfg")
    embed = config["components"]["tok2vec"]["model"]["embed"]
    embed["attrs"] += CLUES
    embed["rows"] += CLUES.values()
    config["components"]["parser"]["model"]["hidden_width"] = 128
    config["components"]["tagger"]["overwrite"] = True  # a clue stands where the tag will
    config["nlp"]["pipeline"] = train.TRAINED
    del config["components"]["lemmatizer"]
    nlp = load_model_from_config(config, auto_fill=True)
    train.ud_tokens(nlp)
    nlp.vocab.vectors = vectors.for_spacy(table)
    groups = [group for path in train.gold(treebanks) for group in train.paragraphs(path)]
    examples = list(train.examples(nlp, groups, random.Random(0)))
    for part in minibatch(examples, AT_ONCE):
        give_clues([example.predicted for example in part], other)
    nlp.initialize(lambda: examples)
    return nlp, examples


def give_clues(docs: list[Doc], other: Language) -> list[np.ndarray]:
    """Writes on each word what the other parser made of it; returns the heads it gave, as Universal Dependencies."""
    copies = [
        Doc(other.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc], sent_starts=starts(doc))
        for doc in docs
    ]
    heads = []
    for doc, parsed in zip(docs, other.pipe(copies, batch_size=AT_ONCE), strict=True):
        above, relations = universal.relations(parsed)
        named = [[doc.vocab.strings.add(clue) for clue in word] for word in clues(parsed, above, relations)]
        doc.from_array(list(CLUES), np.array(named, dtype="uint64").reshape(len(doc), len(CLUES)))
        heads.append(np.array(above))
    return heads


def starts(doc: Doc) -> list[bool]:
    """Returns whether a sentence begins at each word."""
    return [bool(token.is_sent_start) for token in doc]


def clues(parsed: Doc, heads: list[int], relations: list[str]) -> Iterator[tuple[str, ...]]:
    """Yields of each word: relation and distance to its head; tags; the other's relation; reach; head; dependents."""
    reach, below = [[0, 0] for _ in heads], [[] for _ in heads]
    for i, head in enumerate(heads):
        reach[head] = [min(reach[head][0], i - head), max(reach[head][1], i - head)]
        if head != i:
            below[head].append(relations[i])
    for token, head, relation, (left, right), kin in zip(parsed, heads, relations, reach, below, strict=True):
        yield (
            f"{relation} {step(head - token.i)}",
            f"{token.tag_} {parsed[head].tag_} {relation}",
            f"{token.dep_} {step(token.head.i - token.i)} {token.head.dep_}",
            f"{step(left)} {step(right)}",
            f"{parsed[head].lower_} {np.sign(head - token.i)}",
            " ".join(sorted(kin)[:6]),
        )


def step(distance: int) -> int:
    """Returns a distance in words, far ones in three steps."""
    far = abs(distance)
    if far <= NEAR:
        return distance
    return int(np.sign(distance)) * (MIDDLE if far <= MIDDLE else FAR if far <= FAR else 2 * FAR)


def endless(examples: list[Example], rng: random.Random, words: int = 1200) -> Iterator[list[Example]]:
    """Yields batches of about so many words, again and again, each time in another order."""
    while True:
        rng.shuffle(examples)
        batch: list[Example] = []
        for example in examples:
            batch.append(example)
            if sum(len(one.reference) for one in batch) > words:
                yield batch
                batch = []


def agreed(nlp: Language, other: Language, texts: Iterable[str]) -> Iterator[list[Span]]:
    """Yields runs of up to eight neighbouring sentences on which both agree, as the interpreter parses them."""
    for part in minibatch(texts, AT_ONCE):
        docs = [parser._words_only(nlp.tokenizer(text)) for text in part]
        heads = give_clues(docs, other)
        for doc, others in zip(nlp.pipe(docs, batch_size=8), heads, strict=True):
            run: list[Span] = []
            for sentence in doc.sents:
                fits = is_agreed(sentence, others)
                if run and (not fits or len(run) == 8):
                    yield run
                    run = []
                run += [sentence] * fits
            if run:
                yield run


def is_agreed(sentence: Span, heads: np.ndarray) -> bool:
    """Returns whether a sentence is whole, of common length, and four in five of its words have the head given."""
    words = [token for token in sentence if not token.is_punct]
    if len(sentence) not in LENGTH or len(words) < LENGTH.start - 1 or sentence[-1].text not in CLOSES:
        return False
    return bool(np.mean([heads[token.i] == token.head.i for token in words]) >= AGREED)


def conllu(sentence: Span) -> str:
    """Returns a parsed sentence in the ten columns of CoNLL-U."""
    rows = []
    for number, token in enumerate(sentence, 1):
        head = 0 if token.head.i == token.i else token.head.i - sentence.start + 1
        relation = token.dep_ if head else "root"
        morph, gap = str(token.morph) or "_", "_" if token.whitespace_ else "SpaceAfter=No"
        rows.append((number, token.text, "_", token.pos_, token.tag_, morph, head, relation, "_", gap))
    return "".join("\t".join(map(str, row)) + "\n" for row in rows) + "\n"


def main() -> None:
    """Writes the parsed news."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("treebanks", type=Path)
    arguments.add_argument("news", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--pipeline", required=True, help="an installed spaCy pipeline, or its folder")
    arguments.add_argument("--vectors", type=Path, default=train.HERE / "en_news_small" / vectors.FILE)
    arguments.add_argument("--minutes", type=float, default=6, help="minutes of CPU time to train the interpreter")
    arguments.add_argument("--words", type=int, default=1_500_000, help="words of news to keep")
    given = arguments.parse_args()
    set_current_ops(train.Ops())
    other = spacy.load(given.pipeline, exclude=["ner", "senter"])
    nlp, examples = interpreter(given.treebanks, given.vectors, other)
    rng = random.Random(3)
    optimizer = train.train(nlp, endless(examples, rng), given.minutes)
    texts = [text for text in corpus.articles(given.news)["text"] if len(text) < LONGEST]
    rng.shuffle(texts)
    kept = 0
    with nlp.use_params(optimizer.averages), given.out.open("w", encoding="utf-8") as file:
        for run in agreed(nlp, other, texts):
            file.write("# newpar\n" + "".join(conllu(sentence) for sentence in run))
            kept += sum(len(sentence) for sentence in run)
            if kept > given.words:
                break


if __name__ == "__main__":
    main()
