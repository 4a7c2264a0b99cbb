"""Layers of YAML → one catalogue, or all problems at once."""
