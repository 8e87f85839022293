"""The named queries: one .cypher file each, and what reads, checks and runs them.

A query file is a header of ``//`` lines and one Cypher text that runs unchanged on every engine; the header's form is
in :mod:`queries.header`.
"""

from queries.catalogue import families, find_query, query_names
from queries.errors import BadParameterError, QueryFileError, UnknownQueryError
from queries.header import Column, Parameter, Query
from queries.run import run
from queries.table import Table

__all__ = [
    "BadParameterError",
    "Column",
    "Parameter",
    "Query",
    "QueryFileError",
    "Table",
    "UnknownQueryError",
    "families",
    "find_query",
    "query_names",
    "run",
]
