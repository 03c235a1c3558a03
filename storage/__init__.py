"""Everything that touches a database or a file; `python -m storage` is the command line."""
