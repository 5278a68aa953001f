"""The program behind a web server: below a path, and told by it for whom it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from ipaddress import ip_address
from typing import Any

from werkzeug.middleware.proxy_fix import ProxyFix

from callbacks.wsgi import Application, Environ
from dashboard.settings import Settings


def stand_behind(application: Application, settings: Settings) -> Application:
    """An application that is found below the prefix, and believes the servers that the settings name.

    A request that comes without the prefix is answered too: some servers take it away, and this machine itself asks
    without one. Whatever leads on names it. What anybody else says in ``X-Forwarded-…`` changes nothing.
    """
    below = _below(application, settings.prefix)
    believing = ProxyFix(below, x_for=1, x_proto=1, x_host=1)

    def answer(environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        chosen = believing if _is_believed(environ.get("REMOTE_ADDR", ""), settings) else below
        return chosen(environ, start)

    return answer


def _below(application: Application, prefix: str) -> Application:
    def answer(environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path == prefix or path.startswith(f"{prefix}/"):
            environ["PATH_INFO"] = path.removeprefix(prefix) or "/"
        environ["SCRIPT_NAME"] = prefix
        return application(environ, start)

    return answer if prefix else application


def _is_believed(peer: str, settings: Settings) -> bool:
    try:
        address = ip_address(peer)
    except ValueError:  # a socket of this machine
        return settings.has_proxy_beside
    return any(address in network for network in settings.proxy_networks)
