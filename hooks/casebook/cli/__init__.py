"""The commands: one module each.

May use: everything.
Nothing imports it.
"""
