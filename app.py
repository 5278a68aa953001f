"""The composition root: settings -> data set -> pages -> server."""

from __future__ import annotations

import sys
from wsgiref.headers import Headers

from flask import Flask
from flask_compress import Compress
from pydantic import ValidationError
from waitress.server import create_server
from whitenoise import WhiteNoise

from callbacks.filters import add_filters
from callbacks.pages import Pages, add_pages, explorer_of
from callbacks.site import Site
from dashboard.i18n import load_catalogue
from dashboard.keeper import Keeper
from dashboard.settings import Settings, read_settings
from dashboard.tables import REQUIRED_LANGUAGES
from layouts.front_end import BUILT, read_front_end


def create_app(settings: Settings) -> Flask:
    """The whole program as a WSGI application."""
    catalogue = load_catalogue()
    codes = tuple(language.code for language in catalogue.languages)
    keeper = Keeper(settings.tables, settings.state, REQUIRED_LANGUAGES, settings.check_seconds)
    server = Flask("kakehashi", static_folder=None)
    server.config.update(COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_BR_LEVEL=7, MAX_CONTENT_LENGTH=64_000)
    Compress(server)
    front_end = read_front_end()
    pages = Pages(catalogue, front_end, keeper, settings)
    add_pages(server, pages)
    site = Site(server, codes, explorer_of(pages), lambda: keeper.edition.number)
    add_filters(site, catalogue, lambda: keeper.dataset)
    site.complete()
    _warm_up(server, codes)
    server.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        server.wsgi_app,
        root=BUILT / "static",
        prefix="static/",
        immutable_file_test=lambda path, url: True,  # noqa: ARG005 - every built file bears a fingerprint
        max_age=31_536_000,
        add_headers_function=_guard_file,
    )
    return server


def _guard_file(headers: Headers, path: str, url: str) -> None:  # noqa: ARG001 - as WhiteNoise calls it
    """A built file is what it says it is and loads nothing. The headers of pages would weigh 12 kB on all the files."""
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Content-Security-Policy"] = "default-src 'none'"


def _warm_up(server: Flask, codes: tuple[str, ...]) -> None:
    """Render the explorer before anybody asks for it."""
    client = server.test_client()
    for code in codes:
        answer = client.get(f"/{code}/")
        if answer.status_code != 200:
            raise RuntimeError(f"/{code}/ answers {answer.status}")


def main() -> int:
    """Serve until stopped."""
    try:
        settings = read_settings()
    except ValidationError as error:
        print(error, file=sys.stderr)
        return 2
    server = create_server(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        threads=settings.threads,
        ident="",
        clear_untrusted_proxy_headers=True,
    )
    print(f"Kakehashi is ready: http://{settings.host}:{settings.port}/", flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
