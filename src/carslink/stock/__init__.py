"""The core: feeds become stock, and what changed is told to those who follow."""
