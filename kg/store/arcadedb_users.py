"""The users of an embedded engine: a writer and a reader, made anew for each process with random passwords."""

from __future__ import annotations

import json
import secrets
from base64 import b64encode
from hashlib import pbkdf2_hmac
from pathlib import Path
from typing import Any

WRITER, READER = "root", "reader"

_ITERATIONS = 1_000  # a password is 256 random bits and lives as long as the process: stretching it adds nothing
_ACCESS_ALL = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_GROUPS: dict[str, dict[str, Any]] = {
    "admin": {"access": ["updateSecurity", "updateSchema"], "types": {"*": {"access": _ACCESS_ALL}}},
    "reader": {"access": [], "types": {"*": {"access": ["readRecord"]}}},
    "*": {"access": [], "types": {"*": {"access": []}}},
}
_GROUP_OF = {WRITER: "admin", READER: "reader"}
_NO_LIMITS = {"resultSetLimit": -1, "readTimeout": -1}


def write_users(config: Path) -> dict[str, str]:
    """Write the engine's users and groups into its new settings folder; return the passwords by user."""
    passwords = {user: secrets.token_hex(32) for user in _GROUP_OF}
    groups = {name: {**_NO_LIMITS, **group} for name, group in _GROUPS.items()}
    policy = {"version": 1, "databases": {"*": {"groups": groups}}}
    users = [
        {"name": user, "password": _hash(password), "databases": {"*": [_GROUP_OF[user]]}}
        for user, password in passwords.items()
    ]
    config.mkdir()
    (config / "server-groups.json").write_text(json.dumps(policy), encoding="utf-8")
    (config / "server-users.jsonl").write_text("".join(json.dumps(user) + "\n" for user in users), encoding="utf-8")
    (config / "mcp-config.json").write_text('{"enabled": false}', encoding="utf-8")
    return passwords


def _hash(password: str) -> str:
    """The engine's form; its salt is the text of the base64 itself."""
    salt = b64encode(secrets.token_bytes(24)).decode("ascii")
    digest = b64encode(pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ITERATIONS, 32)).decode("ascii")
    return f"PBKDF2WithHmacSHA256${_ITERATIONS}${salt}${digest}"
