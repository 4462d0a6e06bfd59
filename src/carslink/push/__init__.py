"""The push door: the HTTP API by which partners post their dealers' feeds."""
