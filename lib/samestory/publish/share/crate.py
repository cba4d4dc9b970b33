"""A published run as an RO-Crate (https://w3id.org/ro/crate/1.1): what is in the folder, for archives."""

import json
import mimetypes
from pathlib import Path
from typing import Any
from urllib.parse import quote

from samestory.publish import manifest

FILE = "ro-crate-metadata.json"
CONTEXT = ["https://w3id.org/ro/crate/1.1/context", {"sha256": "https://schema.org/sha256"}]
LICENSE = "Sentences of articles stay their publishers’; tables and charts are the work of whoever made this report."
KINDS = {
    ".bib": "application/x-bibtex",
    ".ipynb": "application/x-ipynb+json",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SOFTWARE = {"@id": "#samestory"}


def write(told: dict[str, Any], folder: Path) -> None:
    """`ro-crate-metadata.json` stands in the folder and describes every other file there."""
    text = json.dumps(crate(told, folder), ensure_ascii=False, indent=1)
    (folder / FILE).write_text(text + "\n", encoding="utf-8")


def crate(told: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The crate: its descriptor, the report as its root, each file with size and hash, and the run that made them."""
    files = [_file(path, folder) for path in sorted(folder.rglob("*")) if path.is_file() and path.name != FILE]
    parts = [{"@id": file["@id"]} for file in files]
    root = {
        "@id": "./", "@type": "Dataset", "name": "A report of Same Story",
        "description": "How news outlets tell the same story: pages, tables, charts, and what they rest on.",
        "datePublished": told["started"][:10], "license": {"@id": "#license"}, "hasPart": parts,
        "mentions": {"@id": "#run"},
    }  # fmt: skip
    return {
        "@context": CONTEXT,
        "@graph": [_descriptor(), root, _licence(), *files, _software(told), _run(told, parts)],
    }


def _descriptor() -> dict[str, Any]:
    return {
        "@id": FILE, "@type": "CreativeWork", "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }  # fmt: skip


def _licence() -> dict[str, Any]:
    return {"@id": "#license", "@type": "CreativeWork", "name": "Rights", "description": LICENSE}


def _file(path: Path, folder: Path) -> dict[str, Any]:
    kind = KINDS.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return {
        "@id": quote(path.relative_to(folder).as_posix()), "@type": "File", "name": path.name, "encodingFormat": kind,
        "contentSize": str(path.stat().st_size), "sha256": manifest.sha256(path),
    }  # fmt: skip


def _software(told: dict[str, Any]) -> dict[str, Any]:
    return SOFTWARE | {
        "@type": "SoftwareApplication", "name": "Same Story", "softwareVersion": told["versions"]["samestory"],
    }  # fmt: skip


def _run(told: dict[str, Any], parts: list[dict[str, Any]]) -> dict[str, Any]:
    said = ", ".join(f"{name} = {manifest.portable(value)!r}" for name, value in told["parameters"].items())
    return {
        "@id": "#run", "@type": "CreateAction", "name": "samestory report", "instrument": SOFTWARE, "result": parts,
        "description": f"Inputs {told['inputs_hash']}; parameters: {said}",
    }  # fmt: skip
