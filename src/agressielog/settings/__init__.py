"""Where things are and what the organisation chose: paths, personal settings, policy files."""
