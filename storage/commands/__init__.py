"""The commands of `python -m storage`: one file each; a new file is a new command, named after it."""
