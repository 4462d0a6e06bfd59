"""Template filters of the pages for buyers."""
