"""Words of the interface: the message catalogue, and results and scoring rules put into words.

May use: `validation` and what lies below.
Must not know: the library, or any page.
"""
