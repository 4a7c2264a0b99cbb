"""Reads the Dutch of a catalogue as a proofreader does: its spelling, its sentences, how hard it reads."""
