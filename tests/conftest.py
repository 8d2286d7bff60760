"""What several test modules share: one real Chromium, and sites built once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from gongshi import disk

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


def chromium() -> str:
    """The path of the machine's own Chromium."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    path = next(filter(None, found), None)
    assert path, "the tests of pages need Chromium: apt install chromium"
    return path


@pytest.fixture
def hook_is_put_back() -> Iterator[None]:
    """What a test puts in the way of the disk is gone after it."""
    before = disk.before
    yield
    disk.before = before


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for the whole run."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page as wide as a phone; it fails the test when a script fails."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    opened = context.new_page()
    failures: list[str] = []
    opened.on("pageerror", lambda error: failures.append(str(error)))
    yield opened
    context.close()
    assert not failures


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder like a web host: its own page for what is missing, no log."""

    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, *_: object) -> None:
        body = Path(self.directory, "tiny/404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def tiny_server(tiny_site: Path) -> Iterator[str]:
    """``tiny_site`` over HTTP; the address without a final slash."""
    handler = partial(_Quiet, directory=str(tiny_site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A county of one township, ``index.html`` and ``tiny/``, with a notice of each state."""
    import boards
    from gongshi.site.build import build_site, county_page, summary

    out = tmp_path_factory.mktemp("dist")
    content = boards.board()
    build_site(content, out / "tiny")
    county = county_page(content.county, [summary(content)], content.today)
    (out / "index.html").write_bytes(county)
    return out
