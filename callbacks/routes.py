"""The addresses of the program: documents as they are kept, the front door."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from flask import Flask, Response, abort, redirect, request
from werkzeug.datastructures import LanguageAccept

from callbacks.guards import come_back, quiet_fault
from dashboard.editions import Busy, Kept, Publisher
from dashboard.i18n import Catalogue, Language, match_language
from layouts.addresses import LOST

_DATA = "/data/"


def add_documents(server: Flask, publisher: Publisher, catalogue: Catalogue) -> None:
    """Send every document of the edition of the moment, whatever its query says, and the way back where there is none.

    Documents come before all other addresses, so that nothing but a look at the disk stands between them and a reader.
    """
    codes = [language.code for language in catalogue.languages]

    @server.before_request
    def send() -> Response | None:
        address = _resolve(request.path, codes)
        if request.method in ("GET", "HEAD"):
            return send_kept(publisher, address)
        return abort(405) if address in publisher.issue.documents else None

    @server.get("/")
    def front_door() -> Response:
        language = _choose_language(catalogue.languages, request.accept_languages)
        answer = redirect(f"{request.script_root}/{language.code}/", code=302)
        answer.headers["Vary"] = "Accept-Language"
        answer.autocorrect_location_header = False
        return answer  # type: ignore[return-value]  # werkzeug's and Flask's responses are one at run time

    server.register_error_handler(404, _way_back(publisher, catalogue))


def _resolve(path: str, codes: Sequence[str]) -> str:
    """The document that an address means: files below ``/data/`` are there in every language, ``?lang=`` says which."""
    name = path.removeprefix(_DATA)
    if name == path or "/" in name or not name:
        return path
    wish = request.args.get("lang", "")
    return f"{_DATA}{wish if wish in codes else codes[0]}/{name}"


def _forgive(publisher: Publisher, path: str) -> Response | None:
    """Whoever wrote an address in capitals is sent to what it means."""
    if path == path.lower() or path.lower() not in publisher.issue.documents:
        return None
    query = f"?{request.query_string.decode()}" if request.query_string else ""
    return redirect(request.script_root + path.lower() + query)  # type: ignore[return-value]  # one at run time


def send_kept(publisher: Publisher, address: str, status: int = 200) -> Response | None:
    """A document as an answer; None where the edition has none of that address."""
    try:
        found = publisher.read(address, _accepted())
    except Busy:
        return come_back()
    if found is None:
        return None
    document, kept, edition = found
    answer = Response(kept.body, status, dict(document.headers), mimetype=document.media_type)
    return _keep(answer, kept, edition)


def _accepted() -> set[str]:
    return {name for name, quality in request.accept_encodings if quality > 0}


def _keep(answer: Response, kept: Kept, edition: str) -> Response:
    """The browser may keep it but must ask; of one edition, it is not sent twice."""
    if kept.encoding:
        answer.headers["Content-Encoding"] = kept.encoding
    answer.headers["Vary"] = "Accept-Encoding"
    answer.headers["Cache-Control"] = "no-cache"
    answer.set_etag(edition, weak=True)
    return answer.make_conditional(request) if answer.status_code == 200 else answer  # type: ignore[return-value]


def _choose_language(languages: Sequence[Language], wishes: LanguageAccept) -> Language:
    """By the reader's list; a language with the weight 0 is one that the reader will not have."""
    refused = {wish.split("-")[0].lower() for wish, quality in wishes if quality <= 0}
    offered = [language for language in languages if language.code.split("-")[0].lower() not in refused]
    return match_language([wish for wish, quality in wishes if quality > 0], offered or languages)


def _way_back(publisher: Publisher, catalogue: Catalogue) -> Callable[[Exception], Response | tuple[Response, int]]:
    """What a reader finds at an address that leads nowhere: a page with the ways on; a program finds the number."""
    quiet = quiet_fault(404)
    languages: Mapping[str, Language] = {language.code: language for language in catalogue.languages}

    def answer(error: Exception) -> Response | tuple[Response, int]:
        if forgiven := _forgive(publisher, request.path):
            return forgiven
        if "text/html" not in request.headers.get("Accept", ""):
            return quiet(error)
        first = request.path.split("/")[1]
        language = languages.get(first) or _choose_language(catalogue.languages, request.accept_languages)
        page = send_kept(publisher, f"/{language.code}/{LOST}", 404)
        if page is None:
            return quiet(error)
        page.headers["Cache-Control"] = "no-store"
        page.headers["Vary"] = "Accept, Accept-Encoding, Accept-Language"
        return page

    return answer
