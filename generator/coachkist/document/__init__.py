"""The document tree in the middle: composed from the catalogue, read by every writer."""
