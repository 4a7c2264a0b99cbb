"""The QR code that leads from a sheet on paper to its page on the site."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import segno

from coachkist.writers.addresses import page_url

if TYPE_CHECKING:
    from coachkist.document.blocks import Document
    from coachkist.writers.typst_inlines import Data

QUIET = 4
"""How many modules stay white around a code, as the standard asks."""

LEAST_MODULE_MM = 0.36
"""A smaller module is lost on a second copy."""

LEAST_MM = 15.0


def page_code(document: Document) -> Data | None:
    """The code of `document`'s own page, as data for the templates; None where no site is known, or it is no sheet.

    `size` is that of the code in millimetres, `whole` with the white around it.
    """
    if not document.furniture.site_url or document.kind != "sheet":
        return None
    address = document.furniture.site_url + page_url(document.kind, document.id)
    # A quarter of what is drawn may be lost: paper gets stains and creases, and copies of copies.
    code = segno.make(address, error="m", boost_error=False, micro=False)
    modules, _ = code.symbol_size(border=0)
    size = max(LEAST_MM, modules * LEAST_MODULE_MM)
    drawn = io.BytesIO()
    code.save(drawn, kind="svg", border=QUIET, xmldecl=False, omitsize=True, dark="#000000", light=None)
    return {
        "svg": drawn.getvalue().decode(),
        "url": address,
        "alt": document.furniture.words["code"].format(url=address),
        "size": size,
        "whole": size * (modules + 2 * QUIET) / modules,
    }
