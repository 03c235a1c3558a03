"""What an executive reads in two minutes: a verdict, and the facts that it is worked out from."""
