"""Typesetting: the Typst compiler and our fonts; bytes in, bytes out, and no knowledge of documents."""
