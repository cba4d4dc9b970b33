"""Made-up notebooks, small enough to see at once what a run should do with them."""

import nbformat
import pytest


def build(cells, kernel="python3"):
    """A notebook of (`md` or `py`, source, *tags)."""
    notebook = nbformat.v4.new_notebook()
    notebook.metadata.kernelspec = {"name": kernel, "display_name": "Python 3", "language": "python"}
    notebook.metadata.language_info = {"name": "python"}
    for number, (kind, source, *tags) in enumerate(cells):
        new = nbformat.v4.new_markdown_cell if kind == "md" else nbformat.v4.new_code_cell
        notebook.cells.append(new(source, id=f"c{number}", metadata={"tags": tags} if tags else {}))
    return notebook


@pytest.fixture(name="build")
def build_notebook():
    """Build a notebook of (`md` or `py`, source, *tags)."""
    return build


@pytest.fixture
def notebooks(tmp_path):
    """Write notebooks by name into a folder; code alone stands for a small notebook around it."""

    def write(folder="notebooks", kernel="python3", **sources):
        path = tmp_path / folder
        path.mkdir(exist_ok=True)
        for name, cells in sources.items():
            if isinstance(cells, str):
                cells = [
                    ("md", f"# What does {name} say?\n\nA made-up notebook."),
                    ("py", 'word = "peace"   # str: what to say', "parameters"),
                    ("md", "## The answer"),
                    ("py", cells),
                ]
            nbformat.write(build(cells, kernel), path / f"{name.replace('n_', '')}.ipynb")
        return path

    return write
