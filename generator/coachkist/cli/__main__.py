"""`python -m coachkist.cli`: the same as the `coachkist` command."""

from __future__ import annotations

import sys

from coachkist.cli import main

sys.exit(main())
