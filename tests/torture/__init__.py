"""Injectors for what SECURITY.md promises: each tries to break one promise, and counts how often it did."""
