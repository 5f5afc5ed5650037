"""A decision: on the screen, and its sheets."""
