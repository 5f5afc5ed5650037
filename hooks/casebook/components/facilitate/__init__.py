"""Sessions and methods."""
