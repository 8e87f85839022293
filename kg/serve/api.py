"""The JSON API: the state of the graph, the named queries, Cypher for reading. ``/openapi.json`` describes it."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.serve.answers import ask_cypher, ask_named, window_of
from kg.serve.limits import Limits
from kg.serve.live import LivePages
from kg.serve.openapi import document
from kg.store.engine import Engine
from queries import BadParameterError, Table, families
from queries.rendering import render


class _Question(msgspec.Struct, forbid_unknown_fields=True):
    query: str
    parameters: dict[str, Any] = {}


class Api:
    """The routes that answer with JSON (or CSV where it is asked for)."""

    def __init__(self, engine: Engine, limits: Limits, pages: LivePages) -> None:
        self._engine = engine
        self._limits = limits
        self._pages = pages

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/api/state", self.state),
            Route("/api/rollup", self.rollup),
            Route("/api/queries", self.queries),
            Route("/api/queries/{name}", self.query),
            Route("/api/cypher", self.cypher, methods=["POST"]),
            Route("/openapi.json", self.openapi),
        ]

    def state(self, _: Request) -> Response:
        """Answer with a text that changes with the graph."""
        return _json({"state": self._pages.state(), "engine": self._engine.name})

    def rollup(self, request: Request) -> Response:
        """Answer with the contacts of the whole graph by month, and with those of a window by pair."""
        window = window_of(request.query_params.get("since", ""), request.query_params.get("until", ""))
        found = self._pages.rollup(window)
        return _json({"contacts": found.contacts, **msgspec.structs.asdict(found)})

    def queries(self, _: Request) -> Response:
        """Answer with the catalogue."""
        found = [
            {
                "name": one.name, "family": family, "title": one.title, "description": one.description,
                "parameters": one.parameters, "columns": one.columns, "example": one.example,
            }
            for family, several in families().items()
            for one in several
        ]  # fmt: skip
        return _json(found)

    def query(self, request: Request) -> Response:
        """Answer a named query; ``format=csv`` for CSV."""
        given = dict(request.query_params)
        form = given.pop("format", "json")
        if form not in ("json", "csv"):
            raise BadParameterError(f"format: {form!r} is neither json nor csv")
        table, more = ask_named(self._engine, self._limits, request.path_params["name"], given)
        if form == "csv":
            return Response(render(table, "csv"), media_type="text/csv; charset=utf-8")
        return _json(_answer(table, more))

    async def cypher(self, request: Request) -> Response:
        """Answer Cypher that only reads: ``{"query": ..., "parameters": {...}}``."""
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            raise BadParameterError("send JSON, with Content-Type: application/json")
        try:
            asked = msgspec.json.decode(await request.body(), type=_Question)
        except msgspec.DecodeError as error:
            raise BadParameterError(f'send {{"query": "...", "parameters": {{}}}}: {error}') from error
        table, more = await run_in_threadpool(ask_cypher, self._engine, self._limits, asked.query, asked.parameters)
        return _json(_answer(table, more))

    def openapi(self, _: Request) -> Response:
        """Answer with the description of this API."""
        return _json(document())


def _answer(table: Table, more: bool) -> dict[str, Any]:
    return {"columns": table.names, "rows": list(table), "truncated": more}


def _json(value: Any) -> Response:
    return Response(msgspec.json.encode(value), media_type="application/json")
