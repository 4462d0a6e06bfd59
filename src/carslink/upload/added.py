"""The columns that Carslink adds to a dealer's own, and leaves out when it reads them back."""

ROW = "Row in your file"
REASON = "What to mend"
ADDED = (ROW, REASON)
