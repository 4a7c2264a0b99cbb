"""What a workbook leaves out of an entry."""

from __future__ import annotations

from coachkist.document.blocks import (
    Block,
    Checklist,
    Heading,
    References,
    Related,
    RelatedGroup,
    RelatedItem,
)
from coachkist.document.on_paper import on_paper
from coachkist.markup.inline import Paragraph, Text
from coachkist.model.enums import Depth, Kind

WORDS = (Text("woorden"),)
HERE = {"hier": (Text("Een samenvatting."),)}


def section(anchor: str) -> tuple[Block, ...]:
    return Heading(2, WORDS, anchor), Paragraph(WORDS), Heading(3, WORDS, "dieper"), Paragraph(WORDS)


def related(*targets: str) -> Related:
    items = tuple(RelatedItem(target, "method", target, WORDS) for target in targets)
    return Related((RelatedGroup("after", "Daarna", items),))


def anchors(blocks: list[Block]) -> list[str]:
    return [block.anchor for block in blocks if isinstance(block, Heading) and block.level == 2]


BLOCKS: tuple[Block, ...] = (
    *section("goal"),
    *section("example"),
    *section("pitfalls"),
    Heading(2, WORDS, "tips"),
    Checklist("tip", (WORDS,)),
    Heading(2, WORDS, "related"),
    related("hier", "elders"),
    Heading(2, WORDS, "sources"),
    References(("Korthagen (2001)",)),
)


def test_works_stand_at_the_back_and_relations_stay_in_the_book() -> None:
    kept = list(on_paper(BLOCKS, Kind.METHOD, Depth.FULL, HERE))
    assert anchors(kept) == ["goal", "example", "pitfalls", "tips", "related"]
    assert kept[-1] == related("hier")
    assert not any(isinstance(block, References) for block in kept)


def test_a_summary_that_stands_elsewhere_in_the_book_is_no_reason() -> None:
    (only,) = on_paper([related("hier")], Kind.METHOD, Depth.FULL, {"hier": WORDS})
    assert isinstance(only, Related)
    assert only.groups[0].items[0].why == ()


def test_no_heading_over_relations_that_are_all_elsewhere() -> None:
    assert anchors(list(on_paper(BLOCKS, Kind.METHOD, Depth.FULL, {})))[-1] == "tips"


def test_short_leaves_out_what_is_read_once_and_why_something_is_related() -> None:
    kept = list(on_paper(BLOCKS, Kind.METHOD, Depth.SHORT, HERE))
    assert anchors(kept) == ["goal", "pitfalls", "related"]
    (only,) = (item for block in kept if isinstance(block, Related) for group in block.groups for item in group.items)
    assert (only.target, only.why) == ("hier", ())


def test_sections_of_a_chapter_are_its_own() -> None:
    assert anchors(list(on_paper(BLOCKS, Kind.CHAPTER, Depth.SHORT, HERE)))[:2] == ["goal", "example"]
