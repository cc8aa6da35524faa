"""The sheet for a report to the police, as text and as an office document."""
