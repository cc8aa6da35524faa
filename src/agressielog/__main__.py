"""Lets `python -m agressielog` do what the installed command does."""

from agressielog.start import main

if __name__ == "__main__":
    main()
