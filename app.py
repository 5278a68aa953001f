"""The program: ``app`` and ``server`` for whoever serves it, ``main`` to serve it here."""

from __future__ import annotations

import logging
import sys

from pydantic import ValidationError
from waitress.server import create_server as create_listener

from callbacks.program import create_site
from dashboard.settings import read_settings

logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING, stream=sys.stdout)
for room in ("dashboard", "callbacks"):
    logging.getLogger(room).setLevel(logging.INFO)
try:
    SETTINGS = read_settings()
except ValidationError as error:
    sys.exit(str(error))
app = create_site(SETTINGS)
server = app.server


def main() -> int:
    """Serve until stopped."""
    listener = create_listener(
        server,
        host=SETTINGS.host,
        port=SETTINGS.port,
        threads=SETTINGS.threads,
        ident="",
        clear_untrusted_proxy_headers=True,
    )
    print(f"Kakehashi is ready: http://{SETTINGS.host}:{SETTINGS.port}/", flush=True)
    try:
        listener.run()
    except KeyboardInterrupt:
        listener.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
