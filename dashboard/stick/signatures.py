"""Whether the keeper has signed what a stick holds: a list of checksums, and ssh-keygen's signature of the list."""

from __future__ import annotations

import hashlib
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dashboard.stick.reading import RefusedError

CHECKSUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"
KEEPER = "keeper"
"""The name under which the keys stand in the file of allowed signers."""
NAMESPACE = "kakehashi-tables"
"""A signature that was given for something else counts for nothing here."""

_LINE = re.compile(r"([0-9a-f]{64}) [ *](\S+)", re.IGNORECASE)
_PATIENCE_S = 20


def check_signature(files: Mapping[str, bytes], signers: Path) -> None:
    """Raise RefusedError unless one of the ``signers`` has signed exactly the files that are there."""
    checksums, signature = files.get(CHECKSUMS), files.get(SIGNATURE)
    if checksums is None or signature is None:
        raise RefusedError("unsigned")
    if not _is_signed(checksums, signature, signers):
        raise RefusedError("wrong-signature", SIGNATURE)
    signed = _read_checksums(checksums)
    here = {name: hashlib.sha256(raw).hexdigest() for name, raw in files.items() if name not in (CHECKSUMS, SIGNATURE)}
    for name in sorted(signed.keys() | here.keys()):
        if signed.get(name) != here.get(name):
            raise RefusedError("not-as-signed", name)


def _is_signed(checksums: bytes, signature: bytes, signers: Path) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / SIGNATURE
        file.write_bytes(signature)
        command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", KEEPER, "-n", NAMESPACE, "-s", str(file)]
        try:
            asked = subprocess.run(command, input=checksums, capture_output=True, timeout=_PATIENCE_S, check=False)  # noqa: S603 - no word of the command is from the stick
        except (OSError, subprocess.TimeoutExpired):
            return False
    return asked.returncode == 0


def _read_checksums(raw: bytes) -> dict[str, str]:
    """The lines of sha256sum: checksum and name. A line that is none leaves its file unsigned."""
    lines = raw.decode("utf-8-sig", errors="replace").splitlines()
    return {found[2].lower(): found[1].lower() for line in lines if (found := _LINE.fullmatch(line.strip()))}
