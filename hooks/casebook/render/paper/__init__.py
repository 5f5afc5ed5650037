"""Paper: how much text fits, how a sheet is laid out, and which handouts an exercise has.

May use: what `render` may use.
Must not know: any single component.
"""
