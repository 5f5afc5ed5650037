"""How a component is written: the page context, the templates, the examples of components, and paper.

May use: `data` and what lies below.
Must not know: any single component, or any page.
"""
