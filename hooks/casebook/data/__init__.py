"""What others and scripts can load: the data set, tables, and the payloads of scripts.

May use: `citations`, `analysis` and what lies below.
Must not know: components and pages.
"""
