"""Puts the program together: settings -> editions -> documents -> a server."""

from __future__ import annotations

import logging
from wsgiref.headers import Headers

from flask import Flask
from whitenoise import WhiteNoise

from callbacks.filters import add_filters
from callbacks.front_server import stand_behind
from callbacks.guards import add_guards
from callbacks.health import add_health, tell_problems
from callbacks.hosts import add_hosts, send_under_own_names
from callbacks.journal import Refusals, keep_journal
from callbacks.listening import LARGEST_BODY
from callbacks.numbers import add_numbers
from callbacks.routes import add_documents, send_kept
from callbacks.site import Site
from callbacks.trust import recognise
from callbacks.usage import add_usage
from dashboard.editions import Content, ContentReader, Document, Edition, Publisher, identify_program
from dashboard.health import Watch, check_state
from dashboard.i18n import load_catalogue
from dashboard.settings import Settings, read_version
from dashboard.usage import UsageStore
from layouts.documents import Parts, list_documents
from layouts.front_end import BUILT, read_front_end
from layouts.headers import GUARDS_OF_FILES

_LOG = logging.getLogger(__name__)
_HEALTH_SECONDS = 30.0
_YEAR_SECONDS = 31_536_000


def create_site(settings: Settings, *, makes_ahead: bool = True) -> Site:
    """The whole program as a Dash app with its server; without ``makes_ahead``, only what is asked for is made."""
    catalogue, front_end = load_catalogue(), read_front_end()
    waiters = max(1, 3 * settings.threads // 4)  # a browser asks for six things at a time; the rest answer at once
    most_callbacks = max(1, settings.threads // 2)

    def list_all(edition: Edition) -> dict[str, Document]:
        return list_documents(Parts(edition, catalogue, front_end.below(settings.prefix), settings))

    content = Content(settings.tables, settings.stories_folder, settings.state / "last-good-tables")
    publisher = Publisher(
        ContentReader(content, catalogue, identify_program(settings.of_documents)),
        list_all,
        settings.state / "editions",
        check_seconds=settings.check_seconds,
        makes_ahead=makes_ahead,
        waiters=waiters,
    )
    server = Flask("kakehashi", static_folder=None)
    server.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY)
    refusals = Refusals()
    server.extensions.update(publisher=publisher, refusals=refusals)
    add_guards(server, settings, front_end)
    add_hosts(server, settings)
    add_documents(server, publisher, catalogue)
    is_ours = recognise(settings.token)
    store = UsageStore(settings.state)
    checks = {
        "state": lambda: check_state(settings.state),
        "counts": store.check,
        "built files": front_end.find_damage,
        "content": lambda: tell_problems(publisher, catalogue.texts("en"), settings),
    }
    watch = Watch(checks, min(_HEALTH_SECONDS, 6 * settings.check_seconds))
    add_health(server, publisher, watch, is_ours)
    if makes_ahead:
        watch.keep_looking()
    if settings.usage:
        add_usage(server, store, publisher, catalogue, is_ours)
    codes = [language.code for language in catalogue.languages]
    site = Site(server, codes, lambda address: send_kept(publisher, address), most_callbacks=most_callbacks)
    add_filters(site, catalogue, lambda: publisher.edition.dataset)
    add_numbers(site, catalogue, lambda: publisher.edition.dataset)
    site.complete()
    files = WhiteNoise(
        server.wsgi_app,
        root=BUILT / "static",
        prefix="static/",
        immutable_file_test=lambda path, url: True,  # noqa: ARG005 - every built file bears a fingerprint
        max_age=_YEAR_SECONDS,
        allow_all_origins=False,
        add_headers_function=_guard_file,
    )
    sent = send_under_own_names(files, server.wsgi_app, settings)
    server.wsgi_app = stand_behind(sent, settings)  # type: ignore[method-assign,assignment]  # as below
    server.wsgi_app = keep_journal(  # type: ignore[method-assign,assignment]  # as Flask means it to be wrapped
        server.wsgi_app, refusals, lists_all=settings.access_log
    )
    _LOG.info("version %s, edition %s", read_version(), publisher.edition.name)
    return site


def _guard_file(headers: Headers, path: str, url: str) -> None:  # noqa: ARG001 - as WhiteNoise calls it
    for name, value in GUARDS_OF_FILES.items():
        headers[name] = value
