"""``python -m bench.asking URL SECONDS``: how many answers a second a server gives, asked without a pause.

Sixteen connections that stay open, each asking again as soon as it has its answer. It shares the machine with the
server, so that the figure is what both together can do.
"""

from __future__ import annotations

import asyncio
import sys
import time
from urllib.parse import urlsplit

CONNECTIONS = 16


async def ask(url: str, seconds: float) -> float:
    """Good answers a second; raise RuntimeError when an answer is not a good one."""
    began = time.perf_counter()
    counts = await asyncio.gather(*(_ask_again(url, began + seconds) for _ in range(CONNECTIONS)))
    return sum(counts) / (time.perf_counter() - began)


async def _ask_again(url: str, deadline: float) -> int:
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    question = f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept-Encoding: br, gzip\r\n\r\n".encode()
    count = 0
    while time.perf_counter() < deadline:
        writer.write(question)
        if await _read_answer(reader):  # the server closes after it
            writer.close()
            reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        count += 1
    writer.close()
    return count


async def _read_answer(reader: asyncio.StreamReader) -> bool:
    """Read one answer to its end; whether the connection ends with it."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    if not head.startswith((b"http/1.1 200", b"http/1.0 200")):
        raise RuntimeError(head.decode("latin-1").splitlines()[0])
    fields = dict(line.partition(b":")[::2] for line in head.splitlines()[1:] if line)
    await reader.readexactly(int(fields[b"content-length"]))
    return fields.get(b"connection", b"").strip() == b"close"


if __name__ == "__main__":
    print(asyncio.run(ask(sys.argv[1], float(sys.argv[2]))))
