"""What the use cases ask of a logbook: the seam behind which SQLite, a fake or a server stands."""
