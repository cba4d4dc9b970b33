"""The commands: `samestory collect`, `report`, `annotate`, `audit`, `check` and `new`."""

import argparse
import os
import signal
import sys
import warnings
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, NoReturn

from samestory import cores, encode, params, places, settings, unexpected
from samestory.kinds import KINDS
from samestory.nearest import did_you_mean

AUDITED = ["speakers", "figures", "labels", "facts", "findings", "anonymous", "missed"]
ARTICLES = "texts, saved pages, documents, exports of archives, feeds, tables"
CODES = """exit codes: 0 published or unchanged, 1 a notebook failed, 2 bad parameters,
70 a fault of the program, 75 another run holds the lock"""


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that the words name; its exit code."""
    given = parser().parse_args(_with_dashes(sys.argv[1:] if words is None else words))
    warnings.formatwarning = lambda message, *_: unexpected.warning(message)
    try:
        code = given.command(given)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        tell("interrupted, nothing published")
        _tidy()
        os._exit(130)  # kernels end with their server, and this process does not wait for them
    except BrokenPipeError:  # whoever read our lines, such as `head`, has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains at its end
        return 128 + signal.SIGPIPE
    except Exception as error:  # the last door: whatever it is, it is told in one sentence
        if unexpected.is_told(error):
            tell(str(error))
            return 2
        tell(str(error) if isinstance(error, unexpected.FaultError) else unexpected.sentence(error))
        return unexpected.EXIT


def _with_dashes(words: Sequence[str]) -> list[str]:
    """The words, with a space before a value of `-p` that begins with a dash: argparse takes it for no option then."""
    values = {k + 2 for k, word in enumerate(words) if word == "-p"}
    return [f" {word}" if k in values and word.startswith("-") else word for k, word in enumerate(words)]


def tell(sentence: str) -> None:
    """Say what is wrong."""
    print(encode.terminal(f"samestory: {sentence}"), file=sys.stderr, flush=True)


def _tidy() -> None:
    """The temporary files of a report are gone, where one was begun."""
    if scratch := sys.modules.get("samestory.publish.scratch"):
        scratch.remove()


class Parser(argparse.ArgumentParser):
    """Argparse, which says in one sentence what is wrong."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2."""
        self.exit(2, f"{encode.terminal(f'samestory: {message}')}; {self.prog} --help explains the words\n")


def parser() -> argparse.ArgumentParser:
    """The command line."""
    whole = Parser(prog="samestory", description="How news outlets tell the same story differently.")
    whole.add_argument("--version", action="version", version=f"samestory {version('samestory')}")
    whole.set_defaults(command=help)
    commands = whole.add_subparsers(metavar="COMMAND")
    _collect_parser(commands)
    _report_parser(commands)
    _annotate_parser(commands)
    _audit_parser(commands)
    _check_parser(commands)
    _new_parser(commands)
    _accept_parser(commands)
    return whole


def help(_: argparse.Namespace) -> int:
    """Say what there is, to who names no command."""
    parser().print_help()
    return 0


def _collect_parser(commands: Any) -> None:
    """The words of `samestory collect`."""
    one = commands.add_parser(
        "collect",
        help="make a folder of articles of files as you have them",
        description="Write the articles in files and folders as texts, with an articles.csv to correct by hand and a "
        "receipt.csv of what was read as what, and what was left out and why.",
    )
    one.add_argument("files", nargs="+", metavar="FILE", help=f"a file or folder: {ARTICLES}")
    one.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder")
    one.add_argument("--strict", action="store_true", help="refuse where anything is left out")
    one.set_defaults(command=collect)


def _report_parser(commands: Any) -> None:
    """The words of `samestory report`."""
    one = commands.add_parser(
        "report",
        help="run the notebooks and publish their pages",
        description="Run the notebooks on the articles and publish a page for each, all of them or none.",
        epilog=_epilog(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    one.add_argument("articles", nargs="?", metavar="ARTICLES", help=f"a folder or a file: {ARTICLES}")
    one.add_argument("-p", dest="pairs", nargs=2, action="append", default=[], metavar=("NAME", "VALUE"),
                     help="a parameter of the notebooks (below); may be repeated")  # fmt: skip
    one.add_argument("--notebooks", nargs="+", metavar="NOTEBOOK", default=[],
                     help="only these: files, a folder, or names such as 2_terminology")  # fmt: skip
    one.add_argument("--out", type=Path, metavar="DIR", help="publish here (reports)")
    one.add_argument("--keep", type=_positive, metavar="N", help="keep only the newest N runs (all)")
    one.add_argument("--force", action="store_true", help="run although nothing changed")
    one.add_argument("--verbose", action="store_true", help="say every step as it is done, with the time")
    one.add_argument("--single", action="store_true", help="write all pages into one file too, report.html, to be sent")
    one.add_argument("--timeout", type=_positive, metavar="SECONDS",
                     help="give up on a cell after this long (900), on reading after ten times as long")  # fmt: skip
    _engine_words(one)
    one.set_defaults(command=report)


def _annotate_parser(commands: Any) -> None:
    """The words of `samestory annotate`."""
    one = commands.add_parser(
        "annotate",
        parents=[_reading_words()],
        help="write what one annotator finds in the articles as a table",
        description="Write a span table: article_id, start, end, text, and the columns of its kind.",
    )
    one.add_argument("articles", metavar="ARTICLES", help=f"a folder or a file: {ARTICLES}")
    one.add_argument("--kind", required=True, choices=KINDS, help="what to find")
    one.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help="a .xlsx, .csv, .parquet or .jsonl file; .doccano.jsonl for doccano, .jsonld for Web Annotations",
    )
    _engine_words(one)
    one.set_defaults(command=annotate)


def _audit_parser(commands: Any) -> None:
    """The words of `samestory audit`."""
    one = commands.add_parser(
        "audit",
        parents=[_reading_words()],
        help="draw a blind sample of what was found to be judged, or read what coders said",
        description="Draw a blind sheet for each coder (.xlsx, or judged by keys in JupyterLab); with --read say "
        "how often each kind was right, with intervals, agreement and corrected counts. See docs/coding.md.",
    )
    one.add_argument("articles", nargs="?", default="", metavar="ARTICLES", help=f"a folder or a file: {ARTICLES}")
    one.add_argument("--read", nargs="+", type=Path, default=[], metavar="SHEET", help="sheets that coders filled in")
    one.add_argument("--kinds", nargs="+", choices=AUDITED, default=AUDITED, metavar="KIND",
                     help=f"what is judged: {', '.join(AUDITED)} (all)")  # fmt: skip
    one.add_argument("--n", type=_positive, default=60, metavar="N", help="items of each kind (60)")
    one.add_argument("--coders", nargs="+", default=["coder"], metavar="NAME", help="a sheet for each of them (coder)")
    one.add_argument("--out", type=Path, default=Path("audit"), metavar="DIR", help="the folder of the audit (audit)")
    one.add_argument("--seed", type=_positive, default=1, metavar="N", help="where chance starts (1)")
    one.add_argument("--by", default="outlet", metavar="COLUMN", help="the column compared (outlet)")
    one.set_defaults(command=audit)


def _reading_words() -> argparse.ArgumentParser:
    """What every command that reads articles may be told of them, as the parent of its parser."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--metadata", default="", metavar="CSV", help="articles.csv with outlet, date, … of each file")
    shared.add_argument("--referents", default="", metavar="CSV", help="your own referents.csv, or packs of ours")
    shared.add_argument("--pipeline", default="", metavar="NAME",
                        help="another installed spaCy pipeline, or its folder")  # fmt: skip
    return shared


def _told(given: argparse.Namespace, **settings: Any) -> Any:
    """The story of the articles that were named, read as the words of `_reading_words` say."""
    from samestory import story

    how = {name: getattr(given, name) for name in ("metadata", "referents", "pipeline")}
    return story.read(given.articles, **how, **settings)


def _engine_words(one: argparse.ArgumentParser) -> None:
    """What annotates the articles: the cores of this machine, or a Dask cluster (`docs/scale.md`)."""
    one.add_argument("--scheduler", metavar="ADDRESS", help="annotate on a Dask cluster, such as tcp://10.0.0.1:8786")
    one.add_argument("--dask", dest="scheduler", action="store_const", const="",
                     help="annotate on a Dask cluster of this machine's own cores")  # fmt: skip


def _check_parser(commands: Any) -> None:
    """The words of `samestory check`."""
    one = commands.add_parser(
        "check",
        help="say whether a published report is whole",
        description="Compare every file of a published report with the hashes in its manifest.",
        epilog="exit codes: 0 whole, 1 not, 2 there is none",
    )
    one.add_argument("run", nargs="?", type=Path, default=Path("reports", "latest"), metavar="RUN",
                     help="the folder of a report, or of reports: then its latest (reports/latest)")  # fmt: skip
    one.set_defaults(command=check)


def _new_parser(commands: Any) -> None:
    """The words of `samestory new`."""
    one = commands.add_parser(
        "new",
        help="lay out a folder to work in",
        description="Lay out notebooks, two articles to start with, and samestory.toml for scheduled reports.",
    )
    one.add_argument("folder", type=Path, metavar="FOLDER", help="a new or an empty folder")
    one.set_defaults(command=new)


def _accept_parser(commands: Any) -> None:
    """The words of `samestory accept`."""
    one = commands.add_parser(
        "accept",
        parents=[_reading_words()],
        help="take names that the articles propose into your own referents.csv",
        description="Without a label, list the names that seem to mean one thing; with some, add them to the table.",
    )
    one.add_argument("articles", metavar="ARTICLES", help=f"a folder or a file: {ARTICLES}")
    one.add_argument("labels", nargs="*", metavar="LABEL", help="a name as it is listed")
    one.add_argument("--out", type=Path, default=Path("referents.csv"), metavar="CSV",
                     help="your table (referents.csv); a new one begins with the rows of ours")  # fmt: skip
    one.set_defaults(command=accept)


def _epilog() -> str:
    """The parameters of the notebooks, and the exit codes."""
    if not {"-h", "--help"} & set(sys.argv):
        return CODES
    lines = [f"  {one.name:<12} {one.help} (default {one.default!r})" for one in _accepted(notebooks([])).values()]
    return "\n".join(["parameters:", *lines, "", CODES])


def _positive(text: str) -> int:
    """A whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1, not {text!r}")
    return int(text)


def notebooks(names: Sequence[str]) -> list[Path]:
    """The notebooks meant: files, the notebooks of a folder, names of the project's own, or all of those."""
    folder = own_notebooks()
    own = {path.stem: path for path in sorted(folder.glob("*.ipynb"))}
    chosen: list[Path] = []
    for name in names:
        if Path(name).is_dir():
            chosen += _of_folder(Path(name))
        elif name not in own and not Path(name).is_file():
            raise ValueError(f"no notebook {name!r}; {did_you_mean(name, own)}")
        else:
            chosen.append(own.get(name, Path(name)))
    if not (chosen or own):
        raise ValueError(f"no notebooks in {folder}")
    return list({path.stem: path for path in chosen or own.values()}.values())


def own_notebooks() -> Path:
    """The notebooks of the project worked in, else those that came with the program."""
    project = places.project()
    return project / "notebooks" if project and (project / "notebooks").is_dir() else places.ROOT / "notebooks"


def _of_folder(folder: Path) -> list[Path]:
    """Its notebooks; ValueError where it has none, as when the articles were named after the notebooks."""
    found = sorted(folder.glob("*.ipynb"))
    if not found:
        raise ValueError(f"there are no notebooks in {folder}; a folder of articles is named before --notebooks")
    return found


def _accepted(chosen: Sequence[Path]) -> dict[str, params.Parameter]:
    """Every parameter that one of the notebooks declares."""
    return {name: one for notebook in chosen for name, one in params.declared(notebook).items()}


def parameters(
    chosen: Sequence[Path], articles: str | None, pairs: Sequence[Sequence[str]], said: Mapping[str, Any]
) -> dict[str, Any]:
    """The parameters of each notebook, by its name; ValueError where one is wrong.

    Words of the command line win over what `samestory.toml` said, and that over a notebook's defaults.
    """
    accepted = _accepted(chosen)
    settled = {name: params.fitting(name, value, accepted) for name, value in said.items()}
    given_words = [(name, text.removeprefix(" ")) for name, text in pairs]  # see `_with_dashes`
    words = [*([("articles", articles)] if articles is not None else []), *given_words]
    given = settled | {name: params.typed(name, text, accepted) for name, text in words}
    params.check(**{name: given.get(name, one.default) for name, one in accepted.items()})
    return {
        notebook.stem: {name: given.get(name, one.default) for name, one in params.declared(notebook).items()}
        for notebook in chosen
    }


def report(given: argparse.Namespace) -> int:
    """Run the notebooks and publish their pages."""
    if os.name == "nt":
        raise ValueError("a report needs Linux or macOS; on Windows, run samestory inside WSL")
    from samestory.publish import folder, run, scratch

    scratch.use()
    settled = settings.read()
    chosen = notebooks(given.notebooks or settled.notebooks)
    order = run.Order(
        chosen,
        parameters(chosen, given.articles, given.pairs, settled.parameters),
        given.out or settled.out,
        given.keep or settled.keep,
        given.force,
        given.timeout or settled.timeout,
        given.single,
        given.scheduler,
        given.verbose,
    )
    try:
        return run.report(order)
    except folder.LockedError as error:
        tell(str(error))
        return run.BUSY
    except (OSError, RuntimeError) as error:
        tell(f"nothing published: {error}")
        return run.FAILED


def collect(given: argparse.Namespace) -> int:
    """Write a folder of articles, and say how many, and what was left out."""
    from samestory.collect import read, write

    articles, receipt = read(given.files, strict=given.strict)
    write(articles, receipt, given.out)
    print(encode.terminal(f"{given.out}: {len(articles)} articles of {articles['outlet'].nunique()} outlets"))
    _tell_left_out(receipt)
    return 0


def _tell_left_out(receipt: Any) -> None:
    """Say which files or rows were left out, and why."""
    for file, reason in zip(receipt["file"], receipt["reason"], strict=True):
        if reason:
            tell(f"left out of {file}: {reason}")


def annotate(given: argparse.Namespace) -> int:
    """Write a span table."""
    from samestory.annotate import engines, run
    from samestory.corpus import collected
    from samestory.publish import exchange

    exchange.check(given.out)
    articles, receipt = collected(given.articles, metadata=given.metadata)
    _tell_left_out(receipt)
    engine = engines.Processes(cores.cores()) if given.scheduler is None else engines.dask(given.scheduler)
    (spans,) = run(articles, given.kind, referents=given.referents, pipeline=given.pipeline, engine=engine)
    try:
        exchange.write(spans, articles, given.kind, given.out)
    except OSError as error:
        raise ValueError(f"{given.out} cannot be written: {error.strerror or error}") from error
    return 0


def audit(given: argparse.Namespace) -> int:
    """Draw an audit, or say what coders found."""
    if bool(given.articles) == bool(given.read):
        raise ValueError("name the articles to draw an audit from, or with --read the sheets that were judged")
    if given.read:
        return _read_audit(given.read)
    if odd := [name for name in given.coders if not name.replace("-", "").replace("_", "").isalnum()]:
        raise ValueError(f"a coder is called by letters, digits, - and _, not {odd[0]!r}: sheets are named so")
    from samestory.publish.audit import draw

    drawn = draw(_told(given, by=given.by), given.kinds, given.out, n=given.n, coders=given.coders, seed=given.seed)
    each = ", ".join(f"{row.drawn} of {row.found} {row.kind}" for row in drawn.itertuples())
    print(encode.terminal(f"{given.out}: {each}; a sheet for {', '.join(given.coders)}; key.csv is not for coders"))
    return 0


def _read_audit(sheets: Sequence[Path]) -> int:
    """Say what the coders of these sheets found."""
    from samestory.coding import readings, record

    told = record.read(sheets)
    if told["verdict"].isna().all():
        names = ", ".join(sheet.name for sheet in sheets)
        raise ValueError(f"nothing is judged yet in {names}; write right, wrong or unsure into the column verdict")
    for line in readings.in_lines(told):
        print(encode.terminal(line))
    return 0


def accept(given: argparse.Namespace) -> int:
    """List what is proposed, or add it to a table of referents."""
    from samestory.compare.words.discovery.accepted import accept

    proposed = _told(given)["proposed_referents"]
    if given.labels:
        added = accept(proposed, given.labels, given.out)
        print(encode.terminal(f"{given.out}: {added} rows added; use it with -p referents {given.out}"))
    for row in () if given.labels else proposed.itertuples():
        print(encode.terminal(f"{row.label}  ({row.referent}; {row.note})"))
    return 0


def check(given: argparse.Namespace) -> int:
    """Say what is wrong with a published report."""
    from samestory.publish import manifest

    latest = given.run / "latest"
    run = latest if latest.is_dir() else given.run
    if not run.is_dir():
        raise ValueError(f"there is no report {run}; name its folder, such as {Path('reports', 'latest')}")
    wrong = manifest.damage(run)
    for sentence in wrong:
        print(encode.terminal(f"{run}: {sentence}"))
    if not wrong:
        print(encode.terminal(f"{run}: whole, {len(manifest.read(run)['outputs'])} files"))
    return 1 if wrong else 0


def new(given: argparse.Namespace) -> int:
    """Lay out a folder to work in."""
    from samestory.new import lay_out

    lay_out(given.folder)
    print(encode.terminal(f"{given.folder}: put your articles into articles/; `samestory report` there publishes"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
