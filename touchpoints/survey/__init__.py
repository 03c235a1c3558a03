"""What the columns of a survey file mean: mapping, profile, guess, check and count.

Frames in, frozen values out. A frame has one categorical column of stripped strings for each column of the
file (an empty cell is ""), the index 0..n-1, and in `attrs["first_row"]` the number that a person sees beside
its first row.
"""
