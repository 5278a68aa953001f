"""Pure functions from records to HTML, and the Mantine controls beside it."""
