"""The ``kg`` command: a thin layer over the library. Nothing heavy is imported until a command needs it."""

from kg.cli.main import main

__all__ = ["main"]
