"""What a warm kernel has at hand: importing this module is the warm-up (done once, in the server that is forked)."""

import importlib
import io
import pkgutil

import samestory

LIBRARIES = (
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "matplotlib.backends.backend_svg",
    "matplotlib.figure",
    "matplotlib_inline.backend_inline",
    "nltk",
    "pandas",
    "pyarrow.parquet",
)
HOUSES = ("samestory.corpus", "samestory.annotate", "samestory.compare", "samestory.present")


def _import_all() -> None:
    """The libraries and every room of the houses a notebook enters are imported."""
    for library in LIBRARIES:
        importlib.import_module(library)
    for room in pkgutil.walk_packages(samestory.__path__, "samestory."):
        if room.name.startswith(HOUSES):
            importlib.import_module(room.name)


def _draw_once() -> None:
    """Fonts are found and the SVG writer is loaded, by drawing one empty chart."""
    from matplotlib.figure import Figure

    figure = Figure()
    figure.subplots().set_title("warm")
    figure.savefig(io.BytesIO(), format="svg")


_import_all()
_draw_once()
