"""`python -m coachkist.cli`: the same as the `coachkist` command."""

from __future__ import annotations

from coachkist.cli import script

script()
