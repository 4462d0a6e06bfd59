"""Photographs: fetched, checked, drawn anew in the sizes that pages need, kept and served."""
