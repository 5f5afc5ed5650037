"""What can be worked out from cases: what is disclosed when, strength of evidence, networks, tallies, reviews that are
due.

May use: `core` and what lies below. Must not know: citations, HTML or files to write.
"""
