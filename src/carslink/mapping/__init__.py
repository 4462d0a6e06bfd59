"""Which column of a dealer's table is which field of a listing, and its values made fit for one."""
