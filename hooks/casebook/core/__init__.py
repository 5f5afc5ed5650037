"""What every room above shares: the build, addresses, folders of the code, and what happens where a part fails.

May use: `library` and what lies below.
Must not know: what a page looks like.
"""
