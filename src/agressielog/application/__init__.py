"""Use cases: gather the facts, let the domain decide, apply the outcome."""
