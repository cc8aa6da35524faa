"""What goes out to and comes in from a spreadsheet, as a user sees it."""
