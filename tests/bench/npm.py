"""Peers that come from npm: Pagefind and Lighthouse. Where they cannot be had, a bench says so and goes on."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
STAMP = HERE / "node_modules" / ".package-lock.json"


class PeerMissingError(Exception):
    """A peer is not to be had here; the message says why."""


def program(package: str, path: str) -> list[str]:
    """The command that runs `path` of `package`, installed if need be; raises PeerMissingError."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        raise PeerMissingError(f"{package} needs node and npm on the PATH")
    if not STAMP.exists() or STAMP.stat().st_mtime < (HERE / "package-lock.json").stat().st_mtime:
        done = subprocess.run([npm, "ci", "--silent"], cwd=HERE, capture_output=True, text=True, check=False)
        if done.returncode:
            raise PeerMissingError(f"{package} cannot be installed: {(done.stderr or done.stdout).strip()[:200]}")
    script = HERE / "node_modules" / package / path
    if not script.is_file():
        raise PeerMissingError(f"{package} has no {path}")
    return [node, str(script)]
