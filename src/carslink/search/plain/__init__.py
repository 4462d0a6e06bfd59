"""Plain words: from a sentence to filters, with the span of every word that was understood.

`grammar.py` tells the whole story: a sentence becomes tokens, tokens are claimed by what they mean
(places, amounts, names of the stock, fixed words), and claims become filters. Nothing in here asks
the database, and nothing waits for anything: the same words, stock and day give the same reading.
"""
