"""A real browser without any network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page


class Opened:
    """A page that was opened from a file, with everything it said and asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", self._dismiss)

    def _dismiss(self, dialog: Dialog) -> None:
        self.said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def show(self, html: str, folder: Path) -> Page:
        """Write the page to a file and open it by its address."""
        file = folder / "view.html"
        file.write_text(html, encoding="utf-8")
        self.page.goto(file.as_uri())
        self.page.wait_for_function("window.kgQuick !== undefined", timeout=10_000)
        return self.page

    @property
    def counts(self) -> dict[str, int]:
        """What is on the screen."""
        counts: dict[str, int] = self.page.evaluate("kgQuick.counts()")
        return counts


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """A new page whose network is cut."""
    context = browser.new_context(offline=True, viewport={"width": 1200, "height": 800})
    yield Opened(context.new_page())
    context.close()
