"""A dealer's own tables: read whatever their shape, and written so that they are safe to open."""
