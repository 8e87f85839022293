"""What a picture says: letters are drawn as outlines, and the text of each line stands in a comment before them."""

from __future__ import annotations

import re


def said(svg: bytes) -> str:
    """Return all lines of the picture's text, joined."""
    return " ".join(" ".join(re.findall(r"<!-- (.*?) -->", svg.decode("utf-8"), re.DOTALL)).split())
