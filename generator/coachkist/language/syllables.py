"""Counts the syllables of Dutch words, by their vowels."""

from __future__ import annotations

import re

_VOWELS = re.compile(
    r"""
    aai | ooi | oei                         # draai, mooi, groei
  | eeu | ieu(?=w|$) | eau                  # leeuw, nieuw, milieu, niveau; but se-ri-eus
  | (?<=t)io(?=n) | (?<=s)ioe | (?<=s)io(?=n)  # na-tio-naal, pen-sioen, mis-sio-naris; but ra-di-o
  | (?<=t)ea(?=m|ch) | (?<=b)ea(?=mer)      # team, teacher, beamer; but the-a-ter
  | (?<=c)oa(?=ch)                          # coach; but co-a-li-tie
  | ij | ie(?!e) | ïe | ei | ui | ou | au | oe | oi | ai | ay | ey | oy
  | eu(?!m(?!e))                            # keuze; but mu-se-um
  | aa | ee | oo | uu
  | [aeiouyàâãäåèêëìîïòôõöùûüÿ]
    """,
    re.VERBOSE,
)
"""Vowels that are said as one. A diaeresis begins a syllable, so it begins a group as well."""

_CONSONANTS = re.compile(r"(?<=q)u|\by(?=[aeou])")
"""Vowels on paper that are consonants in the mouth: quotum, yoga."""

_STRESS = str.maketrans("áéíóúý", "aeiouy")
"""An acute accent says it louder, and parts nothing: één, dóén."""


def count_syllables(word: str) -> int:
    """How many syllables `word` has, at least one. Loan words count as if they were Dutch, save a few common ones."""
    return max(1, len(_VOWELS.findall(_CONSONANTS.sub("", word.lower().translate(_STRESS)))))
