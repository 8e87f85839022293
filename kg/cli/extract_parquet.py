"""``kg extract --format parquet``: all claims with their sources as one table, read here or by an engine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, cast

import click

from kg.cli.inputs import options_of, read_inputs
from kg.cli.output import OutputError


def write_parquet(
    inputs: Sequence[str], output: str, engine: str, *, loader: str, extractor: str, jobs: int, **said: str
) -> None:
    """Write what the inputs say to a file, beside it first. With an engine, inputs are Parquet files of texts.

    Raises:
        OutputError: no file was named, or it cannot be written.
        EngineError: the engine cannot be had, or failed.
    """
    from loaders.parquet import write_readings, write_tables

    if output == "-":
        raise OutputError("Parquet goes to a file: name it with -o FILE")
    if engine == "local":
        found = read_inputs(inputs, loader, quiet=True, extractor=extractor, jobs=jobs, **said)
        _beside(Path(output), lambda file: write_readings(found, file))
    else:
        tables = _tables(inputs, engine, extractor, jobs, said)
        _beside(Path(output), lambda file: write_tables(tables, file))


def _tables(inputs: Sequence[str], engine: str, extractor: str, jobs: int, said: dict[str, str]) -> Iterable[Any]:
    from loaders.engines import read_with_engine

    named = cast("Literal['daft', 'ray']", engine)
    for one in inputs:
        if not Path(one).is_file():
            raise click.UsageError(f"{one} is no file: an engine reads Parquet files of texts")
        yield from read_with_engine(named, Path(one), options_of(said), extractor=extractor, jobs=jobs)


def _beside(target: Path, write: Callable[[Path], None]) -> None:
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        write(temporary)
        temporary.replace(target)
    except OSError as error:
        raise OutputError(f"cannot write {target}: {error.strerror}") from error
    finally:
        with suppress(OSError):
            temporary.unlink()
