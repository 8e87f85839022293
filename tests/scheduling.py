"""Which process runs which tests: those of one Neo4j server together, so that it starts and grows warm once."""

from __future__ import annotations

import re

from xdist.scheduler import LoadScopeScheduling

from tests.servers.neo4j_server import LINES

_NAMED = re.compile(r"\[.*neo4j-(" + "|".join(map(re.escape, LINES)) + ")")


class ByServer(LoadScopeScheduling):
    """Hands out whole groups of tests, the largest first: the tests of a Neo4j release line, else those of a file."""

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)


def group(nodeid: str) -> str:
    """Return the group of a test: its server where its parameters name one (``[neo4j-5.26]``), else its file."""
    named = _NAMED.search(nodeid)
    return named.group(1) if named else nodeid.partition("::")[0]
