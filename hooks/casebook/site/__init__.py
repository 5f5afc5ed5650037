"""The site: its pages, style, scripts and search; built, served, exported.

May use: everything but `cli`.
Must not know: MkDocs, except by the names of its folders.
"""
