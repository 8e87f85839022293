"""Writes the pages: ``python -m tools.reference_pages``, from anywhere."""

from pathlib import Path

from tools.reference_pages import pages

_REPOSITORY = Path(__file__).resolve().parent.parent.parent

for name, text in pages().items():
    target = _REPOSITORY / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
