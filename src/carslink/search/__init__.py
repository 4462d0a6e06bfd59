"""Search: the index that follows the stock, and the questions asked of it."""
