"""The frame of pages and sheets, the home page, the search, and what stands in place of a part that is missing."""
