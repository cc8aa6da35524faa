"""agressielog: a Dutch incident logbook for aggression on the telephone."""

__version__ = "0.1.0"
