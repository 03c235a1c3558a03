"""`python -m storage.solving`: the child that solves programmes; `solver` starts it."""

from storage.solving.child import main

main()
