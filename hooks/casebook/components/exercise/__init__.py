"""Exercises: their pages, parts and sheets, and what is kept of the answers."""
