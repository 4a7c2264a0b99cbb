"""Documents as composing makes them, with every kind of block in them; one file for each kind of thing."""

from tests.writers.paper_samples.books import method, method_blocks, steps, workbook
from tests.writers.paper_samples.choosing import choices, choosing, diagram, drawing, poster, posters, signature, tally
from tests.writers.paper_samples.documents import document, furniture, text
from tests.writers.paper_samples.table_top import board, cards, deck, discs, table_top
from tests.writers.paper_samples.writing import (
    answers,
    box,
    criteria,
    fields,
    grid,
    lines,
    score,
    sheet,
    two_page_sheet,
)

BY_NAME = {
    "sheet": sheet,
    "two-pages": two_page_sheet,
    "answers": answers,
    "choosing": choosing,
    "posters": posters,
    "table-top": table_top,
    "cards": cards,
    "method": method,
    "workbook": workbook,
}
"""What makes each whole document, by the name of its golden file."""

__all__ = [
    "BY_NAME",
    "answers",
    "board",
    "box",
    "cards",
    "choices",
    "choosing",
    "criteria",
    "deck",
    "diagram",
    "discs",
    "document",
    "drawing",
    "fields",
    "furniture",
    "grid",
    "lines",
    "method",
    "method_blocks",
    "poster",
    "posters",
    "score",
    "sheet",
    "signature",
    "steps",
    "table_top",
    "tally",
    "text",
    "two_page_sheet",
    "workbook",
]
