"""Models of language: a small one inside, for meaning; a large one outside, where one is named."""
