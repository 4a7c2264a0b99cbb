"""Word files: what a document says, to write in and to change."""

from coachkist.writers.docx.writer import write_docx

__all__ = ["write_docx"]
