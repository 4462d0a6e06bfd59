"""HTTP to addresses that others named: checked, bounded and polite."""
