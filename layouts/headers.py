"""What every answer says about itself, from our server and from whoever sends a published copy."""

from __future__ import annotations

from dashboard.settings import Settings
from layouts.front_end import FrontEnd

GUARDS_OF_FILES = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'"}
"""Of what is no page: it is what it says it is and loads nothing. All headers would weigh 12 kB on all the files."""

PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'"
"""Of pictures and hand-outs, which bring their fonts and styles with them."""


def guard_headers(settings: Settings, front_end: FrontEnd, *, of_copy: bool = False) -> dict[str, str]:
    """The headers of every page, or of every page of a published copy."""
    inline = " ".join(front_end.inline_hash(name) for name in ("theme.js", *(("from-disk.js",) if of_copy else ())))
    frames = " ".join(settings.frame_hosts.split()) or "'none'"
    policy = (
        "default-src 'none'",
        f"script-src 'self' {inline}",
        "style-src 'self' 'unsafe-inline'",  # Plotly and Mantine set styles on elements
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        f"frame-ancestors {frames}",
    )
    headers = {
        "Content-Security-Policy": "; ".join(policy),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    return {**headers, "X-Frame-Options": "DENY"} if frames == "'none'" else headers
