"""The page of each entry: its document, and what the site adds to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from markupsafe import Markup

from coachkist.catalogue.catalogue import AnyLoaded
from coachkist.catalogue.web import SHEET
from coachkist.document.blocks import Block, Facts, Heading, Inlines, Part
from coachkist.document.compose_method import variant_label
from coachkist.document.compose_pieces import references, related, related_by_kind
from coachkist.document.context import Context
from coachkist.markup.inline import Paragraph, Text
from coachkist.model.method import Method
from coachkist.model.sheet import Sheet
from coachkist.model.theory import Chapter, CoachingModel, Tip
from coachkist.model.workbook import Workbook
from coachkist.site.cards import size_label
from coachkist.site.contents import SUFFIXES, SiteContents
from coachkist.site.neighbours import neighbours
from coachkist.site.page import Asset, FrontValue, Page
from coachkist.site.paper_box import paper_box
from coachkist.site.prints import BOOKLET, TILES
from coachkist.site.reading import chapter_neighbours, chapter_place
from coachkist.writers.addresses import FOLDERS, asset_url, page_url
from coachkist.writers.html import render
from coachkist.writers.markdown import blocks_markdown, demoted, lead_html, title_markdown, with_pictograms


def files_of_entry(site: SiteContents, entry: AnyLoaded) -> list[Page | Asset]:
    """One entry's page, its files, and the pages that its former addresses became."""
    made_from, files = partial(_made_from, site, entry), partial(_files_of, site, entry)
    return site.memory.recall_next_time(("files", entry.value.id), made_from, files)


def _made_from(site: SiteContents, entry: AnyLoaded) -> object:
    name = entry.value.id
    sheets = tuple(site.downloads_of(link.other) for link in site.catalogue.web[name] if link.relation == SHEET)
    return (site.stamp(name), sheets, _beside(site, entry))


def _beside(site: SiteContents, entry: AnyLoaded) -> object:
    """What stands beside an entry, wherever it says so: what comes before and after it, and the sheets of a method."""
    if isinstance(entry.value, Method):
        name = entry.value.id
        pairs = [site.beside[variant.setting][name] for variant in entry.value.variants]
        sheets = [link.other for link in site.catalogue.web[name] if link.relation == SHEET]
        others = (*chain.from_iterable(pairs), *sheets)
        return pairs, [site.documents[other].title for other in others if other]
    return tuple(site.catalogue.chapters) if isinstance(entry.value, Chapter) else ()


def _files_of(site: SiteContents, entry: AnyLoaded) -> list[Page | Asset]:
    match entry.value:
        case Method():
            pieces = _method_pieces(site, entry.value)
        case CoachingModel() | Tip():
            pieces = _document_pieces(site, entry.value.id)
        case Chapter():
            pieces = _chapter_pieces(site, entry.value)
        case Sheet():
            pieces = _sheet_pieces(site, entry.value)
        case Workbook():
            pieces = _workbook_pieces(site, entry.value)
    name = entry.value.id
    return [_page(site, name, *pieces), *_print_files(site, name), *_moved(site, name, entry.value.formerly)]


def _print_files(site: SiteContents, entry: str) -> Iterator[Asset]:
    if (paper := site.prints.get(entry)) is not None:
        kind = site.documents[entry].kind
        yield Asset(asset_url(kind, entry, ".pdf"), paper.pdf)
        for name, file in paper.more.items():
            yield Asset(asset_url(kind, entry, SUFFIXES[name]), file.content)
        yield Asset(asset_url(kind, entry, ".png"), paper.preview)


def _page(site: SiteContents, entry: str, *pieces: str) -> Page:
    document = site.documents[entry]
    loaded = site.catalogue.by_id[entry]
    front: dict[str, FrontValue] = {"source": loaded.path, "hide": ["navigation"], "kind": document.kind}
    head = (_crumb(site, entry), title_markdown(document.title), lead_html(document.summary))
    body = "\n\n".join(filter(None, (*head, *pieces)))
    return Page(site.url(entry), document.title, document.summary, with_pictograms(body), front)


def _crumb(site: SiteContents, entry: str) -> str:
    kind = site.documents[entry].kind
    strings = site.catalogue.strings
    values = {
        "label": strings("site.breadcrumb"),
        "url": f"{FOLDERS[kind]}/",
        "title": strings(f"enum.kinds.{kind}"),
    }
    return str(render("pages/crumb", site.context(site.url(entry)), **values))


def _method_pieces(site: SiteContents, method: Method) -> Iterator[str]:
    context = site.context(site.url(method.id))
    blocks = site.documents[method.id].blocks
    facts = next((index for index, block in enumerate(blocks) if isinstance(block, Facts)), -1) + 1
    yield blocks_markdown(blocks[:facts], context)
    yield _jump(site, method)
    yield _print_along(site, method)
    yield blocks_markdown(blocks[facts:], context)
    yield neighbours(site, method)


def _document_pieces(site: SiteContents, entry: str) -> Iterator[str]:
    yield blocks_markdown(site.documents[entry].blocks, site.context(site.url(entry)))


def _chapter_pieces(site: SiteContents, chapter: Chapter) -> Iterator[str]:
    yield chapter_place(site, chapter.id)
    yield from _document_pieces(site, chapter.id)
    yield chapter_neighbours(site, chapter.id)


def _jump(site: SiteContents, method: Method) -> str:
    """Links to the variants; a method with a single one needs none."""
    if len(method.variants) < 2:
        return ""
    context = Context(site.catalogue)
    items = [
        {"anchor": variant.id, "icon": str(variant.setting), "title": variant_label(variant, context)}
        for variant in method.variants
    ]
    label = site.catalogue.strings("site.jump")
    return str(render("pages/jump", site.context(site.url(method.id)), items=items, label=label))


def _print_along(site: SiteContents, method: Method) -> str:
    """The sheets that go with a method, ready to download."""
    strings = site.catalogue.strings
    sheets = [link.other for link in site.catalogue.web[method.id] if link.relation == SHEET]
    items = [
        {
            "title": site.documents[sheet].title,
            "page": site.url(sheet),
            "url": file.url,
            "format": strings(f"site.download_short.{file.format}"),
            "size": size_label(strings, file.size),
        }
        for sheet in sheets
        for file in site.downloads_of(sheet)[:1]
    ]
    if not items:
        return ""
    label = strings("site.print_along")
    return str(render("pages/downloads", site.context(site.url(method.id)), items=items, label=label))


def _sheet_pieces(site: SiteContents, sheet: Sheet) -> Iterator[str]:
    context, page = Context(site.catalogue), site.context(site.url(sheet.id))
    methods = tuple(link.other for link in site.catalogue.web[sheet.id] if link.relation == SHEET)
    yield paper_box(site, sheet.id, sheet.paper, methods)
    yield blocks_markdown((_heading(site, "how_to_use"), *context.blocks(sheet.how_to_use)), page)
    printing = (*context.blocks(sheet.how_to_print), *_printing_advice(site, sheet.id))
    yield blocks_markdown((_heading(site, "how_to_print"), *printing), page)
    blocks = (_heading(site, "on_the_sheet"), *demoted(site.documents[sheet.id].blocks))
    also = [link for link in context.links(sheet.id) if link.relation != SHEET]  # its methods stand beside the picture
    around = (*related(related_by_kind(also, context), context), *references(sheet.sources, context))
    yield blocks_markdown((*blocks, *around), page)


def _printing_advice(site: SiteContents, entry: str) -> Iterator[Paragraph]:
    """What holds for every sheet that is printed, and for those on A3."""
    if (paper := site.prints.get(entry)) is not None:
        for key in ("print_tiles", "print_setting") if TILES in paper.more else ("print_setting",):
            yield Paragraph((Text(site.catalogue.strings(f"site.{key}")),))


def _workbook_pieces(site: SiteContents, workbook: Workbook) -> Iterator[str]:
    document = site.documents[workbook.id]
    yield paper_box(site, workbook.id, document.paper, ())
    parts = next((place for place, block in enumerate(document.blocks) if isinstance(block, Part)), 0)
    note: tuple[Block, ...] = ()
    if any(file.format == BOOKLET for file in site.downloads_of(workbook.id)):
        note = (Paragraph((Text(site.catalogue.strings("site.booklet_note")),)),)
    blocks = (*document.blocks[:parts], *note, *document.blocks[parts:])
    yield blocks_markdown(blocks, site.context(site.url(workbook.id)))


def _heading(site: SiteContents, key: str) -> Heading:
    words: Inlines = (Text(site.catalogue.strings(f"site.{key}")),)
    return Heading(2, words, key.replace("_", "-"))


def _moved(site: SiteContents, entry: str, formerly: tuple[str, ...]) -> Iterator[Page]:
    """Pages at an entry's former addresses, which send the reader on."""
    document, strings = site.documents[entry], site.catalogue.strings
    for old in formerly:
        url = page_url(document.kind, old)
        page = site.context(url)
        title = strings("site.moved_title", title=document.title)
        words = strings("site.moved_link", title=document.title)
        moved: Markup = render("pages/moved", page, text=strings("site.moved"), url=site.url(entry), words=words)
        front: dict[str, FrontValue] = {
            "redirect": page.link_to(document.kind, entry) or "",
            "search": {"exclude": True},
            "hide": ["navigation", "toc"],
        }
        yield Page(url, title, strings("site.moved"), f"{title_markdown(title)}\n\n{moved}", front)
