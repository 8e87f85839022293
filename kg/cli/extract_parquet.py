"""``kg extract --format parquet``: all claims with their sources as one table, read here or by an engine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, cast

from kg.cli.inputs import options_of, read_inputs
from kg.cli.output import OutputError


def write_parquet(
    inputs: Sequence[str], output: str, engine: str, *, loader: str, extractor: str, jobs: int, **said: Any
) -> None:
    """Write what the inputs say to a file, beside it first.

    An engine reads Parquet files of texts and tables that can be cut, whose pieces are beside the output meanwhile.

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
        reading = {"loader": loader, "extractor": extractor, "jobs": jobs}
        _beside(Path(output), lambda file: write_tables(_tables(inputs, engine, file, reading, said), file))


def _tables(
    inputs: Sequence[str], engine: str, file: Path, reading: dict[str, Any], said: dict[str, str]
) -> Iterable[Any]:
    from loaders.engines import read_pieces_with_engine, read_with_engine
    from loaders.parquet import is_parquet
    from loaders.reading import read_in_pieces

    named, options, loader = cast("Literal['daft', 'ray']", engine), options_of(said), reading.pop("loader")
    for one in inputs:
        if is_parquet(Path(one)):
            yield from read_with_engine(named, Path(one), options, **reading)
            continue
        kept = file.with_suffix(".pieces")
        try:
            items = read_in_pieces([one], options, loader=loader)
            yield from read_pieces_with_engine(named, items, kept, **reading)
        finally:
            kept.unlink(missing_ok=True)


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
