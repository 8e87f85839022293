"""The page asks for nothing, needs no WebGL; hostile text in it is text, and the policy lets nothing else run."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.queries.small_data import HOSTILE
from tests.views.explorer.conftest import HOSTILE_TITLE, Explorer, Graph

_NO_WEBGL = """
const real = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  return String(kind).startsWith('webgl') ? null : real.call(this, kind, ...rest);
};
"""
_PAINTED = """
id => {
  const canvas = document.getElementById(id);
  const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  const colours = new Set();
  for (let at = 0; at < dots.length; at += 4) colours.add(dots[at] * 65536 + dots[at + 1] * 256 + dots[at + 2]);
  return colours.size;
}
"""
_INJECT = """
() => new Promise(resolve => {
  document.addEventListener('securitypolicyviolation', event => resolve(event.violatedDirective));
  const script = document.createElement('script');
  script.textContent = 'window.ran = true';
  document.body.append(script);
  setTimeout(() => resolve('nothing stopped it'), 2000);
})
"""


def test_it_opens_where_the_network_hangs_and_there_is_no_webgl(graph: Graph, browser: Browser, tmp_path: Path) -> None:
    with browser.new_context(viewport={"width": 1200, "height": 800}) as context:
        context.add_init_script(_NO_WEBGL)
        asked: list[str] = []
        # A request that is neither answered nor refused hangs, as behind a broken proxy.
        context.route("http*://**", lambda route: asked.append(route.request.url))
        explorer = Explorer(context, graph.page, tmp_path)
        explorer.set(statuses=[])
        assert explorer.counts["contacts"] == graph.contacts
        for name in ("network", "map", "lanes"):
            assert explorer.page.evaluate(_PAINTED, name) > 5, f"{name} is empty"
        assert asked == []
        assert explorer.said == []


def test_a_browser_that_cannot_unpack_the_page_is_told_so(graph: Graph, browser: Browser, tmp_path: Path) -> None:
    with browser.new_context(offline=True) as context:
        context.add_init_script("delete globalThis.DecompressionStream")
        file = tmp_path / "old.html"
        file.write_text(graph.page, encoding="utf-8")
        page = context.new_page()
        page.goto(file.as_uri())
        assert "too old to unpack the contacts" in page.inner_text("#counts")
    with browser.new_context(offline=True, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        assert "runs no scripts" in page.inner_text("#counts")


def test_hostile_text_is_text(small: Graph, small_shown: Explorer) -> None:
    page = small_shown.set(statuses=[], level="officials", lanes="officials")
    assert small_shown.counts["contacts"] == small.contacts
    told = ""
    for (key,) in small.engine.read("MATCH (e:Contact) RETURN e.id ORDER BY e.id").rows:
        page.evaluate("id => kgView.setState({open: id})", key)
        page.wait_for_function("id => document.querySelector('#contact .id')?.textContent === id", arg=key)
        told += page.text_content("#contact") or ""
    assert HOSTILE in told
    for level in ("contacts", "topics"):
        small_shown.set(statuses=[], level=level, lanes="offices", map="balance")
    page.fill("#search", "script")
    assert HOSTILE_TITLE in page.inner_text("#found")
    page.fill("#search", "")
    for button in ("cite", "save", "questions", "about"):
        page.click(f"#{button}")
        page.keyboard.press("Escape")
    assert page.title() == HOSTILE_TITLE
    assert page.locator("img, iframe, object, #panel script, #views script").count() == 0
    assert small_shown.said == []


def test_the_policy_runs_the_page_s_own_script_and_no_other(small_shown: Explorer) -> None:
    page = small_shown.set()
    policy = page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content") or ""
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert str(page.evaluate(_INJECT)).startswith("script-src")
    assert page.evaluate("window.ran") is None
    small_shown.said.clear()
