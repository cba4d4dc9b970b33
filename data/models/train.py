"""Trains the language pipeline shipped beside this file.

    python data/models/train.py TREEBANKS OUT --news NEWS.conllu --minutes 15

TREEBANKS is a folder with `en_ewt-{train,dev,test}.conllu` and `en_gum_open-train.conllu` (Universal Dependencies,
CC BY-SA 4.0); NEWS.conllu is what `news_trees.py` parsed: every second batch is drawn from it. Training stops after so
many minutes of CPU time; the learning rate falls to zero on the way, so a short run gives a usable pipeline and a long
one a better one. One thread; scores on EWT dev and test go to OUT/scores.json.
"""

import argparse
import csv
import json
import os
import random
import shutil
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import spacy
from samestory.corpus import vectors
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import (
    compile_infix_regex,
    compile_suffix_regex,
    fix_random_seed,
    load_config,
    load_model_from_config,
    registry,
)
from spacy.vocab import Vocab
from thinc.api import Adam, Model, NumpyOps, set_current_ops

HERE = Path(__file__).parent
TRAINED = ["tok2vec", "tagger", "morphologizer", "parser"]
CLASSES = ("NOUN", "VERB", "ADJ", "ADV", "AUX", "PRON", "DET", "NUM", "ADP", "PART")
PREFIXES = (
    "non Non re Re mid Mid anti Anti pre Pre pro Pro co Co post Post multi ex Ex sub semi counter Counter e".split()
)
ABBREVIATIONS = "etc. Lt. Maj. Capt. Ft. al.".split()
# Regular inflection, for words the treebanks lack: after the detachment rules of WordNet's Morphy (Fellbaum 1998), the
# more particular endings first, since the lemmatizer takes the first where it knows none of the results.
DOUBLED = [(2 * letter, letter) for letter in "bdgmnprt"]
WITH_E = [
    "at",
    "iz",
    "is",
    "yz",
    "c",
    "v",
    "u",
    "z",
    "dg",
    "rg",
    "ps",
    "rs",
    "ns",
    "us",
    "bl",
    "dl",
    "gl",
    "tl",
    "pl",
    "ur",
    "ir",
]
STEMS = [*DOUBLED, *((stem, stem + "e") for stem in WITH_E), ("", ""), ("", "e")]
S_FORMS = [
    ("ies", "y"),
    ("sses", "ss"),
    ("xes", "x"),
    ("zzes", "zz"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("oes", "o"),
    ("s", ""),
]
SUFFIXES = {
    "noun": [("men", "man"), *S_FORMS, ("es", "")],
    "verb": [("ied", "y"), *S_FORMS, ("es", ""), *((old + end, new) for end in ("ed", "ing") for old, new in STEMS)],
    "adj": [("ier", "y"), ("iest", "y"), *((old + end, new) for end in ("er", "est") for old, new in STEMS)],
}


def sentences(path: Path) -> Iterator[tuple[bool, list[list[str]], list[bool]]]:
    """Yields for each tree of a CoNLL-U file (starts a paragraph, rows of ten columns, space follows each)."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        rows, spaces, joined_until, joined_space = [], [], 0, True
        for row in (line.split("\t") for line in lines if not line.startswith("#")):
            space = "SpaceAfter=No" not in row[9]
            if "-" in row[0]:
                joined_until, joined_space = int(row[0].split("-")[1]), space
            elif "." not in row[0]:
                number = int(row[0])
                spaces.append(space if number > joined_until else joined_space and number == joined_until)
                rows.append(row)
        yield any(line.startswith("# new") for line in lines), rows, spaces


def paragraphs(path: Path) -> list[list[tuple[list[list[str]], list[bool]]]]:
    """Returns the trees of a CoNLL-U file, grouped by paragraph (at most eight sentences)."""
    grouped: list[list] = []
    for starts, rows, spaces in sentences(path):
        if starts or not grouped or len(grouped[-1]) == 8:
            grouped.append([])
        grouped[-1].append((rows, spaces))
    return grouped


def news_like(words: list[str], rng: random.Random) -> list[str]:
    """Returns the words as a newspaper would set them: half with curly marks, one in twenty openings in capitals."""
    if rng.random() < 0.6:
        opened = False
        curly = []
        for word in words:
            if word == '"':
                opened = not opened
                word = "“" if opened else "”"
            curly.append(word.replace("``", "“").replace("''", "”").replace("'", "’"))
        words = curly
    if rng.random() < 0.05:
        reach = rng.randint(2, 6)
        words = [word.upper() if place < reach else word for place, word in enumerate(words)]
    return words


def gold_doc(vocab: Vocab, group: list, rng: random.Random | None) -> Doc:
    """Returns a paragraph as annotated Doc; with `rng` set in a newspaper's typography."""
    words, spaces, lemmas, tags, pos, morphs, deps, heads, first = [], [], [], [], [], [], [], [], []
    for rows, gaps in group:
        offset = len(words)
        for row, gap in zip(rows, gaps, strict=True):
            words.append(row[1])
            spaces.append(gap)
            lemmas.append(row[2])
            pos.append(row[3])
            tags.append(row[4])
            morphs.append("Voice=Pass" if "Voice=Pass" in row[5] else "")
            head = int(row[6])
            heads.append(offset + (head - 1 if head else int(row[0]) - 1))
            deps.append("ROOT" if row[7] == "root" else row[7])
            first.append(row[0] == "1")
        spaces[-1] = True
    if rng:
        words = news_like(words, rng)
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        tags=tags,
        lemmas=lemmas,
        pos=pos,
        morphs=morphs,
        deps=deps,
        heads=heads,
        sent_starts=first,
    )


def examples(nlp: Language, groups: list, rng: random.Random | None = None) -> Iterator[Example]:
    """Yields training examples whose sentence boundaries are given, as they are when articles are parsed."""
    for group in groups:
        reference = gold_doc(nlp.vocab, group, rng)
        predicted = nlp.make_doc(reference.text)
        begins = {sentence.start_char for sentence in reference.sents}
        for token in predicted:
            token.is_sent_start = token.idx in begins
        yield Example(predicted, reference)


def lemma_tables(paths: list[Path]) -> Lookups:
    """Returns the lemmatizer's tables: the treebanks' lemmas and forms, verbs of `data/`, suffixes."""
    seen: dict[str, dict[str, Counter]] = defaultdict(lambda: defaultdict(Counter))
    for row in (row for path in paths for _, rows, _ in sentences(path) for row in rows):
        if row[3] in CLASSES and row[2] != "_":
            seen[row[3].lower()][row[1].lower()][row[2].lower()] += 1
    forms = {
        kind: {form: [lemmas.most_common(1)[0][0]] for form, lemmas in table.items()} for kind, table in seen.items()
    }
    for table in forms.values():
        table.update({form.replace("'", "’"): lemma for form, lemma in table.items() if "'" in form})
    index = {kind: {lemma for [lemma] in table.values()} for kind, table in forms.items()}
    index["verb"].update(known_verbs())
    lookups = Lookups()
    lookups.add_table("lemma_index", {kind: sorted(lemmas) for kind, lemmas in index.items()})
    lookups.add_table("lemma_exc", forms)
    lookups.add_table("lemma_rules", SUFFIXES)
    return lookups


def known_verbs() -> set[str]:
    """Returns the verbs named in the tables of `data/`, so that "shelled" is of "shell"."""
    with (HERE.parent / "harm.csv").open(encoding="utf-8") as harm:
        return {row["term"] for row in csv.DictReader(harm) if row["kind"] in ("verb", "undergo")}


def ud_tokens(nlp: Language) -> None:
    """Makes the tokens those of the treebanks: 21-month-old is five words, re-elected one, 6:30pm two, etc. one."""
    between = [rule for rule in nlp.Defaults.infixes if "-|–|—" not in rule]
    kept = "".join(rf"(?<!^{prefix})" for prefix in PREFIXES)
    between += [rf"(?<=[^\W_]){kept}(?:-|–|—|--|---|——|~)(?=[^\W\d_])", r"(?<=[A-Za-z])-(?=[0-9])"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(between).finditer
    after = [*nlp.Defaults.suffixes, r"(?<=[0-9])(?:am|pm|AM|PM)"]
    nlp.tokenizer.suffix_search = compile_suffix_regex(after).search
    for abbreviation in ABBREVIATIONS:
        nlp.tokenizer.add_special_case(abbreviation, [{"ORTH": abbreviation}])


class Ops(NumpyOps):
    """NumPy's matrix product in place of BLIS: about three times as fast on many processors, the same product."""

    def gemm(self, x, y, out=None, trans1=False, trans2=False):
        """Returns the product of two matrices, either of them transposed."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def gold(treebanks: Path) -> list[Path]:
    """Returns the files of gold trees trained on."""
    return [treebanks / "en_ewt-train.conllu", treebanks / "en_gum_open-train.conllu"]


def blank(treebanks: Path, table: Path) -> Language:
    """Returns the untrained pipeline: UD tokens, word vectors, the labels and lemmas of the treebanks."""
    nlp = load_model_from_config(load_config(HERE / "config.cfg"), auto_fill=True)
    ud_tokens(nlp)
    nlp.vocab.vectors = vectors.for_spacy(table)
    groups = [group for path in gold(treebanks) for group in paragraphs(path)]
    nlp.get_pipe("lemmatizer").initialize(lookups=lemma_tables(gold(treebanks)))
    nlp.config["initialize"]["components"] = {}
    tables = nlp.get_pipe("lemmatizer").lookups
    with nlp.select_pipes(enable=TRAINED):
        nlp.initialize(lambda: examples(nlp, groups, random.Random(0)))
    nlp.get_pipe("lemmatizer").lookups = tables
    return nlp


def continued(start: Path, table: Path) -> Language:
    """Returns a trained pipeline that also sees word vectors. It does not heed them yet: their weights are zero."""
    nlp = spacy.load(start)
    nlp.vocab.vectors = vectors.for_spacy(table)
    embed = nlp.config["components"]["tok2vec"]["model"]["embed"]
    if not embed["include_static_vectors"]:
        embed["include_static_vectors"] = True
        tok2vec = nlp.get_pipe("tok2vec")
        wider = registry.resolve({"model": nlp.config["components"]["tok2vec"]["model"]})["model"]
        wider.initialize([nlp.make_doc("A word.")])
        copy_weights(tok2vec.model, wider)
        tok2vec.model = wider
    return nlp


def copy_weights(old: Model, new: Model) -> None:
    """Sets the weights of a model to those of one like it that sees less; weights of what is new to it become zero.

    The models are walked side by side; the layer of word vectors, which only the new one has, keeps its first weights.
    """
    layers = [layer for layer in new.walk(order="dfs_pre") if layer.name != "static_vectors" and layer.param_names]
    known = [layer for layer in old.walk(order="dfs_pre") if layer.param_names]
    for layer, before in zip(layers, known, strict=True):
        for name in before.param_names:
            weights = np.zeros_like(layer.get_param(name))
            weights[tuple(slice(size) for size in before.get_param(name).shape)] = before.get_param(name)
            layer.set_param(name, weights)


def halfway(nlp: Language, before: Language) -> None:
    """Sets each weight to the mean of what it is and what it was (Wortsman et al. 2022, *Model soups*).

    What was learnt holds, and less of what was known is lost. The projection of word vectors was not there: it stays.
    """
    for name in TRAINED:
        pairs = zip(*(one.get_pipe(name).model.walk(order="dfs_pre") for one in (before, nlp)), strict=True)
        for old, new in ((old, new) for old, new in pairs if new.name != "static_vectors"):
            for weight in new.param_names:
                new.set_param(weight, (old.get_param(weight) + new.get_param(weight)) / 2)


def drawn(nlp: Language, paths: list[Path], rng: random.Random, newly_set: bool = True) -> Iterator[list[Example]]:
    """Yields batches of the trees of some files, again and again, each time in another order and newly typeset."""
    while True:
        groups = [group for path in paths for group in paragraphs(path)]
        rng.shuffle(groups)
        for batch in by_size(groups, rng):
            yield list(examples(nlp, batch, rng if newly_set else None))


def in_turn(*streams: Iterator[list[Example]]) -> Iterator[list[Example]]:
    """Yields a batch of each stream in turn."""
    while True:
        for stream in streams:
            yield next(stream)


def train(
    nlp: Language, batches: Iterator[list[Example]], minutes: float, hours: float = 24, rate: float = 0.002
) -> Adam:
    """Trains in place for so many minutes of CPU time (or hours of the clock); returns the optimizer."""
    optimizer = Adam(0.001, L2=0.01, grad_clip=1.0, use_averages=True)
    cpu, clock, losses = time.process_time(), time.time(), Counter()
    for step, batch in enumerate(batches):
        done = max((time.process_time() - cpu) / (60 * minutes), (time.time() - clock) / (3600 * hours))
        if done >= 1:
            break
        optimizer.learn_rate = rate * min(1.0, (step + 1) / 100) * (1 - done) + 1e-5
        with nlp.select_pipes(enable=TRAINED):
            nlp.update(batch, sgd=optimizer, drop=0.2, losses=losses)
        if step % 100 == 99:
            print(f"step {step + 1} done {done:.3f} losses { ({k: round(v) for k, v in losses.items()}) }", flush=True)
            losses = Counter()
    return optimizer


def by_size(groups: list, rng: random.Random, words: int = 1200) -> list[list]:
    """Returns the paragraphs in batches of about so many words."""
    batches, size = [[]], 0
    for group in groups:
        batches[-1].append(group)
        size += sum(len(rows) for rows, _ in group)
        if size > words * rng.uniform(0.6, 1.4):
            batches.append([])
            size = 0
    return [batch for batch in batches if batch]


def scores(nlp: Language, treebanks: Path) -> dict[str, dict[str, float]]:
    """Returns tag, word class, lemma and attachment scores (0 to 1) on EWT dev and test, and words per CPU-second."""
    result = {}
    for part in ("dev", "test"):
        wanted = list(examples(nlp, paragraphs(treebanks / f"en_ewt-{part}.conllu")))
        begin = time.process_time()
        docs = list(nlp.pipe([example.predicted for example in wanted]))
        seconds = time.process_time() - begin
        done = nlp.evaluate([Example(doc, example.reference) for doc, example in zip(docs, wanted, strict=True)])
        kept = {
            name: round(done[name], 4)
            for name in ("token_acc", "tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las")
        }
        result[f"EWT {part}"] = {**kept, "words_per_cpu_second": round(sum(map(len, docs)) / seconds)}
    return result


def main() -> None:
    """Trains, scores and writes the pipeline."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("treebanks", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--news", type=Path, help="parsed news, CoNLL-U")
    arguments.add_argument(
        "--start", type=Path, help="a pipeline of this recipe to go on from, instead of from scratch"
    )
    arguments.add_argument("--seed", type=int, default=1, help="of first weights and the order of batches")
    arguments.add_argument("--vectors", type=Path, default=HERE / "en_news_small" / vectors.FILE, help="word vectors")
    arguments.add_argument("--minutes", type=float, default=25, help="minutes of CPU time")
    arguments.add_argument("--hours", type=float, default=24, help="hours of the clock, at most")
    given = arguments.parse_args()
    set_current_ops(Ops())
    fix_random_seed(given.seed)
    nlp = continued(given.start, given.vectors) if given.start else blank(given.treebanks, given.vectors)
    strings = StringStore(nlp.vocab.strings)
    rng = random.Random(given.seed)
    streams = [drawn(nlp, gold(given.treebanks), rng)]
    if given.news:
        streams.append(drawn(nlp, [given.news], rng, newly_set=False))
    optimizer = train(nlp, in_turn(*streams), given.minutes, given.hours, 0.001 if given.start else 0.002)
    with nlp.use_params(optimizer.averages):
        if given.start:
            halfway(nlp, continued(given.start, given.vectors))
        reached = scores(nlp, given.treebanks)
        nlp.meta.update(name="news_small", license="CC BY-SA 4.0", performance=reached)
        nlp.to_disk(given.out, exclude=["vectors"])
    strings.to_disk(given.out / "vocab" / "strings.json")  # no word of the news is kept
    if given.vectors.resolve() != (given.out / vectors.FILE).resolve():
        shutil.copy(given.vectors, given.out / vectors.FILE)
    (given.out / "scores.json").write_text(json.dumps(reached, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(reached))


if __name__ == "__main__":
    main()
