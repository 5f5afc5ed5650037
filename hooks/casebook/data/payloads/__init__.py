"""What scripts read: one module for each payload.

May use: what `data` may use.
Must not know: components and pages.
"""
