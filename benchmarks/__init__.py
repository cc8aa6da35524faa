"""How fast the installed program is, against what Python itself needs: `python -m benchmarks`."""
