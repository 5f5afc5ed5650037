"""YAML files as people write them: read strictly, each value with its line; and set in block style.

May use: `schema` (the names of fields) and `text`.
Must not know: what makes a case right or wrong.
"""
