"""Runs the program's own JavaScript modules in Node, to hold them against their Python twins."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
_VENV_NODE = ROOT / ".venv" / "bin" / "node"


def run_module(script: str, value: Any) -> Any:
    """Run an ES module that reads JSON from standard input and prints JSON; give what it printed."""
    node = shutil.which("node") or str(_VENV_NODE)
    done = subprocess.run(
        [node, "--input-type=module", "--eval", script],
        input=json.dumps(value),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


READ_INPUT = "const input = JSON.parse(await new Response(process.stdin).text());"
