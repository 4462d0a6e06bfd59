"""The pages for dealers: claiming, signing in, and seeing what became of their stock."""
