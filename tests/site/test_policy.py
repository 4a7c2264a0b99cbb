"""The policy: a hash for each script that runs, in its place, and nothing inline beside."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachkist.site.policy import NoPlaceForPolicyError, inline_scripts, policy, with_policy

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>T</title>
<script>var a = "<b>"</script><script src="x.js"></script><script type="application/json">{"a": 1}</script>
<script type="module">import "./b.js"</script></head><body data-x="a > b"></body></html>"""


def sha(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_scripts_that_run_are_found_and_no_others() -> None:
    assert list(inline_scripts(PAGE)) == ['var a = "<b>"', 'import "./b.js"']


def test_policy_comes_right_after_the_encoding() -> None:
    page = with_policy(PAGE)
    assert re.search(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="[^"]+">', page)
    assert page.replace(re.search(r"\s*<meta http-equiv[^>]*>", page)[0], "") == PAGE  # type: ignore[index]


def test_policy_allows_nothing_inline_or_from_elsewhere() -> None:
    text = policy(["a()", "b()", "a()"])
    assert text.count("sha256-") == 2
    assert sha("a()") in text
    assert text.startswith("default-src 'none'; ")
    assert "unsafe" not in text
    assert "http" not in text
    assert "*" not in text


def test_line_ends_do_not_change_a_hash() -> None:
    assert policy(["a\r\nb"]) == policy(["a\nb"])


def test_order_of_scripts_does_not_change_the_policy() -> None:
    assert policy(["a", "b"]) == policy(["b", "a"])


@given(st.text(alphabet=st.characters(exclude_characters="<>\r", codec="utf-8")))
def test_any_script_gets_its_own_hash(script: str) -> None:
    assert sha(script) in with_policy(f'<meta charset="utf-8"><script>{script}</script>')


def test_page_without_encoding_is_refused() -> None:
    with pytest.raises(NoPlaceForPolicyError):
        with_policy("<p>")
