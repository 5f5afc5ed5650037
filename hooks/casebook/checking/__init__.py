"""The whole project, read and checked: the rules across files and about pages.

May use: `components`, whose calls it checks, and what lies below.
Must not know: how the site is built or served.
"""
