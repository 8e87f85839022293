"""The ``kg`` command: a thin layer over the library. Nothing heavy is imported until a command needs it."""

import sys

try:
    from kg.cli.main import main
except KeyboardInterrupt:
    sys.stderr.write("kg: interrupted before it began. Nothing was written; run the same command again.\n")
    raise SystemExit(130) from None

__all__ = ["main"]
