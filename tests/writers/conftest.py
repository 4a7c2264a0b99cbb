"""What tests of writers share."""

from __future__ import annotations

import pytest

from coachkist.typeset.compiler import Typesetter
from coachkist.writers.typst import TEMPLATES


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    """Typst with our templates, started once."""
    return Typesetter(TEMPLATES)
