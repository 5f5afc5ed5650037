"""Checking: rules as generators of (path in the file, message); collecting and printing stand elsewhere."""
