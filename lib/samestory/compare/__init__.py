"""Span tables become comparison tables: how groups of articles differ. Nothing here parses text or draws."""
