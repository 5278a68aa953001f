"""The program: ``app`` and ``server`` for whoever serves it, ``main`` to serve it here."""

from __future__ import annotations

import logging
import sys

from callbacks.journal import set_up_log
from callbacks.listening import listen, write_address
from callbacks.program import create_site
from callbacks.watchdog import keep_watch
from dashboard.settings import SettingsError, find_misspelt, read_settings

_ASKED_WRONGLY = 2

set_up_log(sys.stdout)
try:
    SETTINGS = read_settings()
except SettingsError as error:
    print(error, file=sys.stderr)
    sys.exit(_ASKED_WRONGLY)
for line in find_misspelt():
    logging.getLogger("dashboard.settings").warning(line)
app = create_site(SETTINGS)
server = app.server


def main() -> int:
    """Serve until stopped; exit status 2: the settings name no address to listen on."""
    try:
        listener = listen(server, SETTINGS)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return _ASKED_WRONGLY
    print(f"Kakehashi is ready: {write_address(SETTINGS)}", flush=True)
    keep_watch((SETTINGS.host, SETTINGS.port))
    try:
        listener.run()
    except KeyboardInterrupt:
        listener.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
