"""The entry point: finds the command, runs it, and turns every expected error into one line and an exit status."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from typing import NoReturn

import click

from kg.errors import KgError
from kg.store.interrupts import end_at_once
from kg.store.light_import import start_lightly

_COMMANDS = {
    "demo": ("kg.cli.demo", "Load the example articles into a fresh graph and show what was found."),
    "load": ("kg.cli.load", "Read articles or data sets into the graph."),
    "mapping": ("kg.cli.mapping", "Propose what the columns of a table mean, to load it."),
    "extract": ("kg.cli.extract", "Read texts and print what they say, without any store."),
    "query": ("kg.cli.query", "Run a named query; alone, list them."),
    "cypher": ("kg.cli.cypher", "Run Cypher, read-only unless told otherwise."),
    "view": ("kg.cli.view", "Write the contacts as one HTML file: network, time, map and table."),
    "serve": ("kg.cli.serve", "Show the graph live: the explorer, the named queries, Cypher, and a JSON API."),
    "export": ("kg.cli.export", "Write the graph in another form: RDF, GEXF, CSV, Parquet, a panel."),
    "rdf": ("kg.cli.rdf", "Compare dumps of RDF, and check one."),
    "sparql": ("kg.cli.sparql", "Ask the graph or a dump in SPARQL."),
    "conflicts": ("kg.cli.conflicts", "List where sources disagree; put one claim first."),
    "review": ("kg.cli.review", "Judge pairs that may be one: events, officials, unnamed holders of offices."),
    "judge": ("kg.cli.judge", "Record that two are the same, different, or not sure; take it back."),
    "withdraw": ("kg.cli.withdraw", "Take a source out, or bring it back."),
    "verify": ("kg.cli.verify", "Check every quote in the graph against its source."),
    "status": ("kg.cli.status", "Say what the graph holds."),
}
_INTERRUPTED = 130
_STDERR = 2


class _LazyGroup(click.Group):
    """A group that imports a command's module when that command is called, so that ``kg --help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(_COMMANDS[cmd_name][0]).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{_COMMANDS[cmd_name][0]} has no click command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from difflib import get_close_matches

            near = get_close_matches(args[0], _COMMANDS, n=1)
            hint = f"Did you mean 'kg {near[0]}'?" if near else "'kg --help' lists the commands."
            raise click.UsageError(f"No command '{args[0]}'. {hint}", ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in _COMMANDS.items()])


@click.command(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="diplomatic-kg", prog_name="kg")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """Who met whom, when, where, about what, according to whom: a graph of diplomatic contacts.

    \b
    Start with:
      kg demo                                  see it work on example articles
      kg load article.txt --published 2025-02-24
      kg query contacts --a Russia --b USA
      kg view -o contacts.html

    The graph is a folder (default ./kg-data) or a Neo4j server: --uri bolt://localhost:7687 or KG_URI, with
    NEO4J_USERNAME and NEO4J_PASSWORD (or NEO4J_PASSWORD_FILE) in the environment. KG_ENGINE_MEMORY=4g gives the engine
    of a large graph in a folder more memory.
    """
    ctx.ensure_object(dict)["debug"] = debug


def main() -> NoReturn:
    """Run the command line.

    Exit status: 0 done; 1 done with rejects under --strict, or a failed check; 2 wrong use; 130 interrupted.
    """
    start_lightly()
    end_at_once(_leave)
    arguments = sys.argv[1:]
    debug = "--debug" in arguments
    try:
        status = cli.main([one for one in arguments if one != "--debug"], prog_name="kg", standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:
        if debug and not isinstance(error, click.ClickException):
            raise
        if _is_interruption(error):
            _leave()
        _exit(_say(error))
    _exit(status if isinstance(status, int) else 0)


def _exit(status: int) -> NoReturn:
    """End with this status: Ctrl-C has nothing to interrupt any more, and must not make a failure of what was done."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(status)


def _say(error: BaseException) -> int:
    """Print the one line of an expected error and return the exit status; raise what was not expected."""
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, KgError):
        click.echo(f"kg: {error}", err=True)
        return error.exit_status
    if isinstance(error, BrokenPipeError):
        sys.stderr.close()
        return 0
    raise error


def _is_interruption(error: BaseException | None) -> bool:
    """Whether it is Ctrl-C, or what went wrong because of it: code that is torn away may fail in ways of its own."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt | click.Abort):
            return True
        error = error.__context__
    return False


def _leave(*_: object) -> NoReturn:
    """Say so and end at once: what other threads still read is not waited for."""
    shown_again = b"\x1b[?25h" if sys.stderr.isatty() else b""  # a progress bar had hidden the cursor
    os.write(
        _STDERR, shown_again + b"kg: interrupted. What was written is whole; run the same command again to go on.\n"
    )
    os._exit(_INTERRUPTED)
