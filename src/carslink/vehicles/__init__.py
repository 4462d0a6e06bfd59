"""Vehicle vocabulary: registration marks, VINs, makes, models, fuels, colours and the like.

Pure functions over text, each turning what a dealer's system writes into the one spelling that
search knows (``spec/filters.md``), or into None where it is not in the vocabulary. Accepting a
feed and reading plain-language search both use them. Nothing here knows Django, the database or
any other package of Carslink.
"""
