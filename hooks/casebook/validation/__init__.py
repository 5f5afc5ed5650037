"""What is wrong with one file: the issues, how they are worded, and the rules that need no other file.

May use: `yamlfiles`, `schema` and `text`.
Must not know: the library, or any page.
"""
