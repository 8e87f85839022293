"""Which characters a text may hold."""

from __future__ import annotations

import re
import sys

from loaders.errors import RefusedError

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 and UTF-8 cannot carry, and so neither can the RDF or the page that is made of a text."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r") | {127})

_REFERENCE = re.compile(r"&#(?:([0-9]{1,8})|[xX]([0-9a-fA-F]{1,6}));?")


def check_characters(**texts: str) -> None:
    """Refuse texts with control characters, unpaired surrogates or noncharacters. They are named in the message.

    Raises:
        RefusedError: ``bad-characters``; it says which character, and where.
    """
    if _is_clean("\n".join(texts.values())):
        return
    for name, text in texts.items():
        found = _FORBIDDEN.search(text)
        if found is not None:
            raise RefusedError("bad-characters", f"{name} has U+{ord(found[0]):04X} at character {found.start()}")


def without_controls(text: str) -> str:
    """Return the text without the characters that ``check_characters`` refuses."""
    return _FORBIDDEN.sub("", text)


def without_control_references(markup: str) -> str:
    """Return HTML without the numeric references to such characters."""
    return _REFERENCE.sub(lambda found: "" if _stands_for_control(found) else found[0], markup)


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space: the form of titles and names."""
    return " ".join(text.split())


def _is_clean(text: str) -> bool:
    """Tell that a text has none of them, ten times as fast as a search that finds which."""
    try:
        return is_clean_utf8(text.encode("utf-8"))
    except UnicodeEncodeError:
        return False


def is_clean_utf8(data: bytes) -> bool:
    """Tell that bytes which are UTF-8 have no character that ``check_characters`` refuses."""
    return len(data.translate(None, _CONTROLS)) == len(data) and (
        b"\xef" not in data  # one byte is found ten times as fast as three
        or (b"\xef\xbf\xbe" not in data and b"\xef\xbf\xbf" not in data)
    )


def _stands_for_control(reference: re.Match[str]) -> bool:
    decimal, hexadecimal = reference.groups()
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return number > sys.maxunicode or bool(_FORBIDDEN.match(chr(number)))
