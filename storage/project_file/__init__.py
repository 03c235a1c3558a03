"""A project, or a whole installation, as one file that SQLite and PostgreSQL write and read alike."""
