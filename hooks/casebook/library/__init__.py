"""Everything that was loaded: source files, the library that holds them, the JSON Schemas, and what can be saved of a
broken file.

May use: `wording` and what lies below. Must not know: analysis, pages or MkDocs.
"""
