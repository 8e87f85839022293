"""A file read in a process of its own, to see how much memory that takes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_READ = """
import json, pathlib, resource, sys
from kg.model import Reject
from loaders.parquet import ParquetLoader
from loaders.reading import read_all
import pyarrow.compute, pyarrow.parquet
def most() -> int:
    status = pathlib.Path("/proc/self/status")  # elsewhere a process begins with the most of the one that began it
    if status.is_file():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
before, read, refused = most(), 0, []
for item in read_all(sys.argv[1:]):
    if isinstance(item, Reject):
        refused.append([item.record, item.reason, item.detail])
    else:
        read += 1
print(json.dumps([read, refused, most() - before]))
"""


class Read(NamedTuple):
    """How many records there were; record, reason and detail of each reject; the MB that reading took at most."""

    records: int
    refused: list[tuple[str, str, str]]
    most: int


def read_apart(path: Path) -> Read:
    """Read a file or a folder."""
    done = subprocess.run([sys.executable, "-c", _READ, str(path)], capture_output=True, text=True, check=True)
    records, refused, most = json.loads(done.stdout)
    return Read(records, [(record, reason, detail) for record, reason, detail in refused], most)
