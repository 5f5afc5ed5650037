"""What is worked out from cases: disclosure in time, strength of evidence, networks, tallies, reviews that are due.

May use: `core` and what lies below.
Must not know: citations, HTML or files to write.
"""
