"""Partners: the systems that bring stock in, and the keys by which they are known."""
