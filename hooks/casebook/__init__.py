"""The casebook: reads cases and exercises, checks them, and turns them into pages. Knows nothing of MkDocs."""
