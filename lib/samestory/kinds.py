"""The kinds of span table there are, and where the annotator of each stands; naming them loads nothing."""

KINDS = {
    "quotes": "samestory.annotate.quotes",
    "actors": "samestory.annotate.actors",
    "clauses": "samestory.annotate.clauses",
    "labels": "samestory.annotate.labels",
    "figures": "samestory.annotate.figures",
    "cues": "samestory.annotate.cues",
    "phrases": "samestory.annotate.phrases",
    "paragraphs": "samestory.corpus.paragraphs",
    "words": "samestory.corpus.language",
    "sentences": "samestory.corpus.language",
    "terms": "samestory.annotate.content",
    "amounts": "samestory.annotate.amounts",
}
