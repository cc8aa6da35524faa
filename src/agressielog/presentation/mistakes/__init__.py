"""What went wrong, why and what now, in Dutch: one module a subject."""
