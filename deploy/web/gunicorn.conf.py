"""How gunicorn serves ``app:server`` behind a web server; ``kakehashi-web.service`` names this file."""

import os

from gunicorn.workers.base import Worker

worker_class = "gthread"
workers = 2
threads = int(os.environ.get("KAKEHASHI_THREADS", "8"))
worker_connections = 400  # the web server before it keeps few connections open, whoever asks there
keepalive = 30
timeout = 120  # a worker that is silent for so long is started anew; the first pages of new tables take less
worker_tmp_dir = "/dev/shm"  # noqa: S108 - memory, as gunicorn asks for: what it writes there is a sign of life
control_socket_disable = True
# Who is believed when it says for whom it asks, the program decides itself: KAKEHASHI_PROXIES.
forwarded_allow_ips = ""
forwarder_headers = ""

# No more than the program's own listener takes: see callbacks/listening.py.
limit_request_line = 8190
limit_request_fields = 50
limit_request_field_size = 4094


def post_worker_init(worker: Worker) -> None:
    """Tell systemd as long as the program answers, where it wants to know: one that hangs is started anew.

    In a worker, whoever of them is asked: a thread in the process that forks them can hold an import's lock
    while it forks, and the worker would wait for that lock for ever.
    """
    from callbacks.watchdog import keep_watch  # noqa: PLC0415 - the program's folder is known by now only

    place = worker.sockets[0].getsockname()
    keep_watch(place if isinstance(place, str) else place[:2])
