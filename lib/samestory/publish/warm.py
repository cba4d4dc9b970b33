"""What a warm kernel has at hand: importing this module is the warm-up (done once, in the server that is forked)."""

import io

import ipykernel.ipkernel
import ipykernel.kernelapp  # noqa: F401
import matplotlib.backends.backend_svg
import matplotlib.figure
import matplotlib_inline.backend_inline  # noqa: F401
import nltk  # noqa: F401
import pandas  # noqa: F401


def _draw_once() -> None:
    """Fonts found and the SVG writer loaded, by drawing one empty chart."""
    figure = matplotlib.figure.Figure()
    figure.subplots().set_title("warm")
    figure.savefig(io.BytesIO(), format="svg")


_draw_once()
