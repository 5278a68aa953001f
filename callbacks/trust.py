"""Who is ours: whoever is on this machine itself, and whoever knows the token of the installation."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import request

from dashboard.settings import LOOPBACK

_FORWARDED = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip")
_PLAINEST = "HTTP/1.0"
"""How nginx asks that was told nothing but where to: it does not say for whom. No browser asks so."""
_BEARER = "Bearer "


def recognise(token: str) -> Callable[[], bool]:
    """Tell whether the request of the moment is from one of ours; an empty token is nobody's."""

    def is_ours() -> bool:
        told = request.headers.get("Authorization", "")
        if token and hmac.compare_digest(told.encode(), (_BEARER + token).encode()):
            return True
        return _is_here()

    return is_ours


def comes_from_our_page() -> bool:
    """Whether no other site's page asks: browsers tell where they are, and a page cannot hinder them."""
    origin = request.headers.get("Origin")
    is_own = origin is None or urlsplit(origin).netloc == request.headers.get("Host")
    return is_own and request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"


def _is_here() -> bool:
    """Whether this machine asks itself: a web server before the program asks for others, and says so."""
    if any(name in request.headers for name in _FORWARDED) or request.environ.get("SERVER_PROTOCOL") == _PLAINEST:
        return False
    try:
        is_loopback = ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False
    return is_loopback and urlsplit(f"//{request.headers.get('Host', '')}").hostname in LOOPBACK
