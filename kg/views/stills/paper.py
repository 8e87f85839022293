"""The sheet that a still picture is printed on: its width, its letters, what it says below, and its bytes.

All letters are of 8 points on a sheet of 17 centimetres, the width of the text on a page of A4.
"""

from __future__ import annotations

import io
import textwrap
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, TypeAlias

from matplotlib import style
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font

from kg.views.styles import CONTROL

Form: TypeAlias = Literal["svg", "png"]

INK, PALE, RULE = "#222222", "#8A9299", "#DDDDDD"
LETTERS = 8.0
"""Points."""
WIDTH = 17 / 2.54
"""Inches."""
_LINE = 0.145  # inches of a line of letters
_COLUMNS = 104  # letters of a line below the picture
_TITLE = 90  # letters of a title, which are larger
_FONT = "DejaVu Sans"  # comes with matplotlib: the same on every machine
# Names are text: a dollar sign in one is no formula. Times and ids of the run stay out of the file.
_SETTINGS = {
    "svg.hashsalt": "diplomatic-kg", "text.parse_math": False, "text.usetex": False, "font.family": [_FONT],
    "font.size": LETTERS, "hatch.linewidth": 0.5, "axes.edgecolor": PALE, "text.color": INK, "axes.labelcolor": INK,
    "xtick.color": INK, "ytick.color": INK, "xtick.labelsize": LETTERS, "ytick.labelsize": LETTERS,
    "legend.fontsize": LETTERS, "axes.titlesize": LETTERS + 1, "axes.linewidth": 0.6,
}  # fmt: skip


@contextmanager
def sheet(
    height: float, title: str, below: Sequence[str]
) -> Iterator[tuple[Figure, tuple[float, float, float, float]]]:
    """Give a sheet and the part of it to draw in (left, bottom, width and height, in inches from the lower left).

    ``height`` is that part's, in inches. Title and text below stand already on the sheet.
    """
    lines = [line for one in below for line in textwrap.wrap(plain(one), _COLUMNS)]
    foot, head = _LINE * len(lines) + 0.12, 0.3
    whole = foot + height + head
    with style.context(["default", _SETTINGS]), warnings.catch_warnings():
        # Characters that the font lacks are told of by missing_letters().
        warnings.filterwarnings("ignore", message="Glyph .* missing from font", category=UserWarning)
        figure = Figure(figsize=(WIDTH, whole))
        figure.text(
            0.06 / WIDTH,
            1 - 0.08 / whole,
            textwrap.shorten(plain(title), _TITLE, placeholder="…"),
            va="top",
            fontweight="bold",
            fontsize=LETTERS + 1,
        )
        figure.text(0.06 / WIDTH, (foot - 0.06) / whole, "\n".join(lines), va="top", linespacing=1.25)
        yield figure, (0.06, foot, WIDTH - 0.12, height)


def inches(figure: Figure, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return the part of the sheet as matplotlib wants it: fractions of the sheet."""
    width, height = figure.get_size_inches()
    return box[0] / width, box[1] / height, box[2] / width, box[3] / height


def plain(text: str) -> str:
    """Return the text without characters that turn writing round or end a line."""
    return CONTROL.sub(" ", text).strip()


def missing_letters(*texts: str) -> list[str]:
    """Return the characters that the picture's font lacks, sorted; they are printed as boxes."""
    font = get_font(findfont(FontProperties(family=_FONT)))
    return sorted({one for text in texts for one in plain(text) if not font.get_char_index(ord(one))})


def printed(figure: Figure, form: Form) -> bytes:
    """Return the sheet as a file's bytes."""
    file = io.BytesIO()
    figure.savefig(file, format=form, dpi=300, metadata={"Date": None} if form == "svg" else {"Software": None})
    return file.getvalue()


def text_width(text: str) -> float:
    """Return how wide a text is when it is printed, in inches."""
    font = get_font(findfont(FontProperties(family=_FONT)))
    font.set_size(LETTERS, 72)
    font.set_text(text)
    return float(font.get_width_height()[0]) / 64 / 72
