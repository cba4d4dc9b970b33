"""Figures as charts, amounts in words, and findings."""
