"""What operators do in the admin beyond looking: records of one business, addresses of pages."""
