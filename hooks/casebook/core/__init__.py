"""What every room above shares: addresses, folders of the code, and how a server goes on where something cannot be
made.

May use: `library` and what lies below. Must not know: what a page looks like.
"""
