"""The pages for people: the explorer, the named queries with forms, Cypher, and the door."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.errors import KgError
from kg.serve import markup
from kg.serve.answers import ask_cypher, ask_named, status_of, window_of
from kg.serve.guard import COOKIE, LOGIN
from kg.serve.limits import Access, Limits
from kg.serve.live import LivePages
from kg.store.engine import Engine
from kg.views.explorer import data
from queries import families, find_query

_FIRST = (
    "MATCH (c:Country)-[:TOOK_PART]->(e:Contact)\nRETURN c.name, count(e) AS contacts ORDER BY contacts DESC LIMIT 20"
)
_API = (
    '<p>The same questions for scripts: <a href="/openapi.json">OpenAPI description</a>, '
    '<a href="/api/queries">the named queries</a>, <a href="/api/state">the state of the graph</a>.</p>'
)


class Pages:
    """The routes that answer with HTML."""

    def __init__(self, engine: Engine, limits: Limits, access: Access, live: LivePages) -> None:
        self._engine = engine
        self._limits = limits
        self._access = access
        self._live = live

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/", self.explorer),
            Route("/queries", lambda _: _page("Named queries", markup.catalogue(families()))),
            Route("/queries/{name}", self.query),
            Route("/cypher", lambda _: _page("Cypher", markup.cypher_form(_FIRST))),
            Route("/cypher", self.cypher, methods=["POST"]),
            Route("/api", lambda _: _page("API", _API)),
            Route("/favicon.ico", lambda _: Response(status_code=204)),
            Route(LOGIN, lambda _: _page("Token", markup.login_form())),
            Route(LOGIN, self.login, methods=["POST"]),
        ]

    def explorer(self, request: Request) -> Response:
        """Answer with the explorer: of the window asked for, else the whole or the latest that fits."""
        since, until = (request.query_params.get(name, "") for name in ("since", "until"))
        try:
            return Response(self._live.page(window_of(since, until)), media_type="text/html; charset=utf-8")
        except data.TooManyContactsError as error:
            latest = None if since or until else self._live.rollup(window_of("", "")).latest_window(data.LIMIT)
            if latest:
                return RedirectResponse(f"/?since={latest[0]}&until={latest[1]}", status_code=303)
            return _page("Contacts by year", markup.windows(str(error), self._live.years()))
        except KgError as error:
            return _page("Explorer", markup.error(str(error)), status_of(error))

    def query(self, request: Request) -> Response:
        """Answer with the form of a named query, and with its rows once it is asked."""
        name, given = request.path_params["name"], dict(request.query_params)
        asked = given.pop("ask", "")
        try:
            query = find_query(name)
        except KgError as error:
            return _page("Named queries", markup.error(str(error)), status_of(error))
        form = markup.query_form(query, given)
        if not asked:
            return _page(query.title, form)
        try:
            table, more = ask_named(self._engine, self._limits, name, given)
        except KgError as error:
            return _page(query.title, form + markup.error(str(error)), status_of(error))
        return _page(query.title, form + markup.downloads(name, given) + markup.table(table, more))

    async def cypher(self, request: Request) -> Response:
        """Answer with the rows of a visitor's Cypher."""
        text = await _field(request, "query")
        form = markup.cypher_form(text)
        try:
            table, more = await run_in_threadpool(ask_cypher, self._engine, self._limits, text, {})
        except KgError as error:
            return _page("Cypher", form + markup.error(str(error)), status_of(error))
        return _page("Cypher", form + markup.table(table, more))

    async def login(self, request: Request) -> Response:
        """Keep the token in a cookie that no script and no other site can use."""
        from hmac import compare_digest

        token = await _field(request, "token")
        if not compare_digest(token.encode(), self._access.token.encode()):
            return _page("Token", markup.error("that is not the token") + markup.login_form(), 401)
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=request.url.scheme == "https")
        return answer


async def _field(request: Request, name: str) -> str:
    body = (await request.body()).decode("utf-8", "replace")
    return parse_qs(body, max_num_fields=10).get(name, [""])[0]


def _page(title: str, body: str, status: int = 200) -> Response:
    return HTMLResponse(
        markup.page(title, body), status_code=status, headers={"content-security-policy": markup.policy()}
    )
