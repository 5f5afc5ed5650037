"""Plain text: characters, dates, Markdown, and how a message quotes what somebody typed.

May use: the standard library and text libraries.
Must not know: files, cases or pages.
"""
