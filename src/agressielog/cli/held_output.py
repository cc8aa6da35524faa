"""Holds what goes to standard output until all of it is there.

Whoever reads it (`less`, a slow network) would otherwise hold the logbook open for as long as it pleases,
and every other desk would wait with its writes. By hand: a temporary file would be a second copy of
everything on the disk, so it is kept in memory, packed to about a tenth.
"""

import sys
import zlib
from collections.abc import Iterable

# In bytes; a pipe of Linux holds 65,536.
_PIECE = 65_536


class HeldOutput:
    """Takes text and sends it, as UTF-8, when asked to."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(1)
        self._packed = bytearray()

    def take(self, pieces: Iterable[str]) -> None:
        """Take text, in order."""
        for piece in pieces:
            self._packed += self._packer.compress(piece.encode())

    def send(self) -> None:
        """Send everything to standard output, byte for byte, on every system.

        Raises:
            OSError: it cannot be sent; BrokenPipeError if nobody reads any more.
        """
        packed = bytes(self._packed) + self._packer.flush()
        unpacker = zlib.decompressobj()
        while packed:
            sys.stdout.buffer.write(unpacker.decompress(packed, _PIECE))
            packed = unpacker.unconsumed_tail
        sys.stdout.buffer.flush()
