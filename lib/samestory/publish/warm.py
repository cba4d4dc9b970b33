"""What a warm kernel has at hand: importing this module is the warm-up (done once, in the server that is forked)."""

import importlib
import io
import logging
import pkgutil

from samestory.publish import lean  # noqa: F401  (before ipykernel looks for a debugger)

# isort: split
from samestory.annotate.labels import rules

LIBRARIES = (
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.display",
    "IPython.extensions.storemagic",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "matplotlib.backends.backend_svg",
    "matplotlib.figure",
    "matplotlib_inline.backend_inline",
    "nltk",
    "pandas",
    "pyarrow.parquet",
    "sqlite3",
    "tornado.platform.asyncio",
    "tornado.queues",
    "samestory.annotate.run",
    "samestory.annotate.spans",
    "samestory.publish.handover",
    "samestory.story",
)
HOUSES = ("samestory.corpus", "samestory.compare", "samestory.present")  # annotators load when they have work to do


def _import_all() -> None:
    """The libraries and every room of the houses a notebook enters are imported."""
    for library in LIBRARIES:
        importlib.import_module(library)
    for house in HOUSES:
        for room in pkgutil.walk_packages(importlib.import_module(house).__path__, f"{house}."):
            importlib.import_module(room.name)


def _draw_once() -> None:
    """Fonts are found and the SVG writer is loaded, by drawing one empty chart."""
    from matplotlib.figure import Figure

    figure = Figure()
    figure.subplots().set_title("warm")
    figure.savefig(io.BytesIO(), format="svg")


logging.getLogger("matplotlib").setLevel(logging.ERROR)  # that it builds a cache of fonts, or has no home, is no news
_import_all()
_draw_once()
rules()  # the table of referents, which every process checks first
