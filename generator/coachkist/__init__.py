"""Coachkist: a knowledge base and workbook generator for people who coach teachers."""

__version__ = "0.1.0"
