"""Labels and terms as charts and findings."""
