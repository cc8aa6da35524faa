"""Values and pure functions: what an incident, a caller, a number and a policy are."""
