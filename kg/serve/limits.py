"""What a visitor may ask for, and who may ask."""

from __future__ import annotations

import msgspec

from kg.errors import KgError

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class ServeError(KgError):
    """The server cannot be started as it was asked to."""


class Limits(msgspec.Struct, frozen=True):
    """Most rows of an answer, seconds of a question, and bytes of a request's body."""

    rows: int = 10_000
    seconds: float = 30.0
    body: int = 64 * 1024


class Access(msgspec.Struct, frozen=True):
    """The name or address it is bound to, and the token that visitors must show (none on loopback unless given)."""

    host: str = "127.0.0.1"
    token: str = ""

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it."""
        return self.host in LOOPBACK


def check_access(access: Access) -> Access:
    """Return it if it is safe.

    Raises:
        ServeError: others could reach it and there is no token, or the token can be guessed.
    """
    if not access.is_local and not access.token:
        raise ServeError(
            f"{access.host} can be reached from other machines: give a token in KG_TOKEN or with --token-file, "
            "for example one of: python -c 'import secrets; print(secrets.token_urlsafe())'"
        )
    if access.token and (len(access.token) < 16 or not access.token.isascii() or not access.token.isprintable()):
        raise ServeError("the token must be at least 16 printable ASCII characters")
    return access
