"""A case and its parts, the library of cases, and what compares them."""
