"""The small Markdown subset of text fields: parsed once, into a tree that every writer shares."""
