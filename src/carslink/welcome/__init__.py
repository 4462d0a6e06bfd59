"""The welcome: one mail to each new dealer, ever, with its page and a way in."""
