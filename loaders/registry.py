"""The loaders there are: ours, and those that other packages add."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TypeGuard

from loaders.contract import Loader
from loaders.datasets.colt import ColtLoader
from loaders.datasets.cow_exchange import CowExchangeLoader
from loaders.datasets.csv_table import CsvLoader
from loaders.datasets.every_politician import EveryPoliticianLoader
from loaders.datasets.ftm import FtmLoader
from loaders.datasets.gdelt import GdeltEventsLoader
from loaders.datasets.gdelt_gkg import GdeltGkgLoader
from loaders.datasets.gdelt_mentions import GdeltMentionsLoader
from loaders.datasets.icews import IcewsLoader
from loaders.datasets.leaders_json import LeadersJsonLoader
from loaders.datasets.leaders_table import LeadersLoader
from loaders.datasets.polecat import PolecatLoader
from loaders.datasets.sparql_json import SparqlJsonLoader
from loaders.datasets.un_votes import UnVotesLoader
from loaders.datasets.wikidata import WikidataLoader
from loaders.errors import LoaderPluginError, UnknownLoaderError
from loaders.feed import FeedLoader
from loaders.html import HtmlLoader
from loaders.json_document import JsonDocumentLoader
from loaders.json_ld_document import JsonLdLoader
from loaders.jsonl import JsonLinesLoader
from loaders.mail import MailLoader
from loaders.parquet import ParquetLoader
from loaders.pdf import PdfLoader
from loaders.plain import PlainTextLoader
from loaders.plugins import made_by, nearest
from loaders.rejects import RejectsLoader
from loaders.warc import WarcLoader

ENTRY_POINT_GROUP = "kg.loaders"


@cache
def loaders() -> dict[str, Loader]:
    """Return the loaders by name, in the order they are asked whether an input is theirs.

    Those of other packages come first, since whoever installs one wants it; then ours from the most particular kind to
    plain text, which takes all text.

    Raises:
        LoaderPluginError: an installed plug-in gives no loader.
    """
    plugins = sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda point: point.name)
    every = [*map(_load, plugins), *_own()]
    return {loader.name: loader for loader in every}


def loader_named(name: str) -> Loader:
    """Return the loader of this name.

    Raises:
        UnknownLoaderError: there is none; the message names the nearest.
    """
    found = loaders().get(name)
    if found is not None:
        return found
    raise UnknownLoaderError(f"no loader is called {name!r}: {nearest(name, loaders())}")


def _own() -> tuple[Loader, ...]:
    return (
        RejectsLoader(loader_named),
        WarcLoader(),
        PdfLoader(),
        ParquetLoader(),
        GdeltEventsLoader(),
        IcewsLoader(),
        PolecatLoader(),
        GdeltMentionsLoader(),
        GdeltGkgLoader(),
        ColtLoader(),
        CowExchangeLoader(),
        UnVotesLoader(),
        EveryPoliticianLoader(),
        LeadersLoader(),
        LeadersJsonLoader(),
        SparqlJsonLoader(),
        WikidataLoader(),
        FtmLoader(),
        CsvLoader(),
        FeedLoader(),
        MailLoader(),
        HtmlLoader(),
        JsonLdLoader(),
        JsonDocumentLoader(),
        JsonLinesLoader(),
        PlainTextLoader(),
    )


def _load(point: EntryPoint) -> Loader:
    return made_by(point, _is_loader, "loader", "docs/how-to/write-a-loader.md", LoaderPluginError)


def _is_loader(found: object) -> TypeGuard[Loader]:
    return isinstance(found, Loader)
