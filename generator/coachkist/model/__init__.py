"""The catalogue's entries as frozen pydantic models; a key that is not here is a problem."""
