"""Dash as the owner of the program: one app for every language, and nothing of Dash's that a stranger need not see."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Sequence
from threading import BoundedSemaphore, Lock, Timer
from typing import Any

from dash import Dash
from dash._utils import to_json
from dash.backends._flask import FlaskDashServer
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate
from flask import Flask, Response, abort, g, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from callbacks.guards import come_back

Layout = Callable[[str], Component | Sequence[Component]]
"""Gives the Dash components of a page in a language (its code)."""

_PREFIX = "/<language>/"
_ENDPOINTS = ("", "_dash-layout", "_dash-dependencies", "_dash-update-component")
_RUSH_S = 10.0  # after a start, while readers come for what is kept


class _Backend(FlaskDashServer):
    """Dash's Flask, without a folder of assets: what a page loads is built ahead and lies below ``/static``."""

    def register_assets_blueprint(self, *_: str) -> None:
        """None."""


class Site(Dash):
    """The program's Dash app. Its first page is ours; Dash's components stand in the places that the page wrote.

    Of Dash's addresses only those are open that the renderer asks for: layout, dependencies, callbacks. Its own index,
    its versions, its asset and component folders are told nowhere; bundles come from ``/static``.

    Args:
        server: the Flask server of all pages.
        languages: codes of the languages; any other leads nowhere.
        page: gives the kept page of an address (``/en/``), as HTML or as a whole answer; None where there is none.
        most_callbacks: of so many callbacks at a time one is computed and the others wait; whoever asks for more is
            told to come back. A callback is all that still costs work, and other visitors need threads too.
    """

    def __init__(
        self,
        server: Flask,
        languages: Sequence[str],
        page: Callable[[str], str | Response | None],
        *,
        most_callbacks: int = 4,
    ) -> None:
        self._languages = tuple(languages)
        self._page = page
        self._places = BoundedSemaphore(most_callbacks)
        self._turn = Lock()
        self._layouts: dict[str, Layout] = {}
        super().__init__(
            server.name,
            server=False,
            backend=_Backend,
            url_base_pathname=_PREFIX,
            serve_locally=True,
            include_assets_files=False,
            suppress_callback_exceptions=True,  # each page holds some of the components
            compress=False,
            update_title="",
            add_log_handler=False,
        )
        self.init_app(server)
        server.url_value_preprocessor(self._take_language)

    @property
    def language(self) -> str:
        """The language of the request."""
        return str(g.get("language", self._languages[0]))

    def show(self, name: str, layout: Layout) -> None:
        """Show Dash components on a page: ``""`` for the explorer, else the last part of the page's address."""
        self._layouts[name] = layout
        if name:
            self._add_endpoints(f"{name}/")

    def complete(self) -> Site:
        """Set up everything before the first request: Dash does it then, and not safely among threads.

        Layouts are not asked for yet: their components take a second to load, and no page waits for them. They are
        loaded when the rush of a start is over, or when the first reader reaches for them.
        """
        self.layout: list[Component] = []
        with self.server.test_request_context():
            self._setup_server()  # type: ignore[no-untyped-call]
        later = Timer(_RUSH_S, self._load_layouts)
        later.daemon = True
        later.start()
        return self

    def _load_layouts(self) -> None:
        for layout in self._layouts.values():
            layout(self._languages[0])

    # What Dash asks of itself, answered our way.

    def index(self, *_args: object, **_kwargs: object) -> str | Response:
        """The page itself. Dash's own would first write tags for the bundles, which no page of ours uses."""
        return self.interpolate_index()

    def interpolate_index(self, *_args: object, **_kwargs: object) -> str | Response:
        """The kept page of the address that is asked for."""
        found = self._page(request.path)
        return abort(404) if found is None else found

    def get_layout(self) -> Component | Sequence[Component]:
        return self._layouts.get(self._asked_page(), _no_components)(self.language)

    def serve_layout(self) -> Response:
        return _kept(_json(self.get_layout()))

    def dependencies(self) -> Response:
        return _kept(_json(self._callback_list))

    @staticmethod
    def _asked_page() -> str:
        """The page whose components are asked for: ``/en/figures/_dash-layout`` is asked by ``/en/figures``."""
        return "/".join(request.path.split("/")[2:-1])

    def _take_language(self, endpoint: str | None, values: dict[str, Any] | None) -> None:
        if not endpoint or not endpoint.startswith(_PREFIX) or values is None:
            return
        g.language = values.pop("language")
        if g.language not in self._languages:
            abort(404)

    def _add_url(
        self, name: str, view_func: Callable[..., ResponseReturnValue], methods: Sequence[str] = ("GET",)
    ) -> None:
        """Open an address of Dash's, if it is one of the few that are needed."""
        if name not in _ENDPOINTS:
            return
        if name == "_dash-update-component":
            view_func = self._dispatch = self._guarded(view_func)
        super()._add_url(name, view_func, tuple(methods))

    def _add_endpoints(self, folder: str) -> None:
        views = {
            "_dash-layout": (self.serve_layout, "GET"),
            "_dash-dependencies": (self.dependencies, "GET"),
            "_dash-update-component": (self._dispatch, "POST"),
        }
        for name, (view, method) in views.items():
            super()._add_url(folder + name, view, (method,))

    def _guarded(self, dispatch: Callable[[], ResponseReturnValue]) -> Callable[[], ResponseReturnValue]:
        """Callbacks answer 400 to what they cannot read; the log is told once of each place where one failed.

        There are as many places as lines of code, so that nobody can fill the log; how many were refused it is told
        with all refusals.
        """
        told: set[str] = set()

        def answer() -> ResponseReturnValue:
            if not self._places.acquire(blocking=False):
                return come_back()
            try:
                with self._turn:
                    return dispatch()
            except PreventUpdate:
                raise
            except HTTPException as fault:
                return abort(fault.code if fault.code == 413 else 400)  # 413: too large
            except Exception as fault:
                place = f"{type(fault).__name__} in {_place(fault)}"
                if place not in told:
                    told.add(place)
                    self.logger.warning("a callback request failed: %s", place)
                return abort(400)
            finally:
                self._places.release()

        return answer


def _no_components(_: str) -> Sequence[Component]:
    return []


def _json(value: object) -> str:
    return str(to_json(value))  # type: ignore[no-untyped-call]


def _kept(body: str) -> Response:
    """An answer that the browser may keep but must ask about."""
    answer = Response(body, mimetype="application/json", headers={"Cache-Control": "no-cache"})
    answer.set_etag(hashlib.sha256(body.encode()).hexdigest()[:20], weak=True)
    return answer.make_conditional(request)  # type: ignore[return-value]  # werkzeug's and Flask's are one at run time


def _place(fault: Exception) -> str:
    """The function and line that raised, for whoever looks for a mistake of ours."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{last.name}, line {last.lineno} of {last.filename.rpartition('/')[2]}"
