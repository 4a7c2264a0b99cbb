"""The content security policy of each page: nothing from elsewhere, no script but those that were built in.

The theme has a few scripts inside its pages. Each is allowed by the hash of its text, so that nothing that slips into a
page later can run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

_SCRIPT = re.compile(r"<script\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_RUN = {"", "module", "text/javascript", "application/javascript"}
_CHARSET = re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE)


class NoPlaceForPolicyError(ValueError):
    """A page without the line that the policy goes after: a mistake of ours in the theme."""


def with_policy(page: str) -> str:
    """The HTML `page` with its policy, as early as can be: right after its encoding, before anything is loaded."""
    content = policy(inline_scripts(page))
    found = _CHARSET.search(page)
    if found is None:
        raise NoPlaceForPolicyError(page[:100])
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    return f"{page[: found.end()]}\n      {meta}{page[found.end() :]}"


def inline_scripts(page: str) -> Iterable[str]:
    """The texts of the scripts in `page` that run; data in script elements do not."""
    for attributes, text in _SCRIPT.findall(page):
        kind = _TYPE.search(attributes)
        if not _SOURCE.search(attributes) and (kind[1].lower() if kind else "") in _RUN:
            yield text


def policy(scripts: Iterable[str]) -> str:
    """The policy for a page with these inline scripts."""
    hashes = sorted({_hash(script) for script in scripts})
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *hashes)),
            "style-src 'self'",
            "img-src 'self' data:",  # the theme's pictograms are data in its style sheet
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",  # the search form of the home page leads to the page itself
        )
    )


def _hash(script: str) -> str:
    # A browser hashes the text as it parsed it, with line ends made one character.
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
