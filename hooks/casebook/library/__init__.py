"""Everything that was loaded: source files, the library that holds them, JSON Schemas, what is saved of broken files.

May use: `wording` and what lies below.
Must not know: analysis, pages or MkDocs.
"""
