"""What ``load`` and ``extract`` share: the words a user types for inputs, and the options for texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.model import Found

if TYPE_CHECKING:
    from loaders.contract import ReadOptions

_Command = TypeVar("_Command", bound=Callable[..., Any])


def text_options(command: _Command) -> _Command:
    """Add the inputs and what may be said about them all."""
    for add in (
        click.option(
            "--extractor", default="rules", metavar="NAME", show_default=True, help="Read texts with this extractor."
        ),
        click.option("--encoding", default="", metavar="NAME", help="Encoding of the inputs, instead of guessing."),
        click.option("--language", default="", metavar="TAG", help="Language of the texts, instead of guessing."),
        click.option("--licence", default="", metavar="TEXT", help="Licence of the texts."),
        click.option("--publisher", default="", metavar="NAME", help="Publisher of the texts."),
        click.option(
            "--published", default="", metavar="DATE", help="Publication date of texts that have none (EDTF)."
        ),
        click.option("--mapping", default="", metavar="FILE", help="What the columns of a table in CSV mean."),
        click.option(
            "--jobs",
            default=1,
            metavar="N",
            show_default=True,
            help="Read texts and tables in N processes; 0: one a core.",
        ),
        click.option(
            "--beside", multiple=True, metavar="FILE", help="A file that the rows refer to: events, roll calls."
        ),
        click.option("--as", "loader", default="", metavar="LOADER", help="Read the inputs with this loader."),
        click.argument("inputs", nargs=-1, required=True, metavar="PATH|URL|-..."),
    ):
        command = add(command)
    return command


def read_inputs(
    inputs: Sequence[str], loader: str, quiet: bool, extractor: str = "rules", jobs: int = 1, apart: bool = False,
    **said: Any,
) -> Iterator[Found]:  # fmt: skip
    """Yield what the inputs hold; remarks on what each was taken for go to standard error unless quiet.

    ``apart``: this process has other work, and so many others read.
    """
    from loaders.reading import read_in_pieces
    from loaders.texts import read_texts_with

    def tell(where: str, line: str) -> None:
        if not quiet:
            click.echo(f"{where}: {line}", err=True)

    items = read_in_pieces(inputs, options_of(said), loader=loader, tell=tell)
    return read_texts_with(extractor, items, jobs=jobs, apart=apart)


def options_of(said: Mapping[str, Any]) -> ReadOptions:
    """Return what was said about all inputs, as loaders take it."""
    from loaders.contract import ReadOptions

    return ReadOptions(
        published=said["published"],
        publisher=said["publisher"],
        licence=said["licence"],
        language=said["language"],
        encoding=said["encoding"],
        mapping=said.get("mapping", ""),
        beside=said.get("beside", ()),
    )
