"""What every answer of the HTTP API shares: the shape of a refusal."""
