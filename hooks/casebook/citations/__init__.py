"""Sources: which are the same, what they are called, and how they are cited without giving an ending away.

May use: `analysis` and what lies below.
Must not know: HTML, or who asks.
"""
