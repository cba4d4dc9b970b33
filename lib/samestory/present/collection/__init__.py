"""The page of the collection: its charts, and its readings in words."""
