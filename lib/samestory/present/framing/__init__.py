"""Order, omission, edits and cues as charts, passages side by side, and findings."""
