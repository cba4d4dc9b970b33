"""Speakers and actors as charts and findings."""
