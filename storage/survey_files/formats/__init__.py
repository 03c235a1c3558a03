"""One file for each format of survey files.

A format has an `id`, the `suffixes` of its files, `sniff(head)` that says whether these first bytes are its
own, and `read(path, options, columns, progress)` that returns a frame. A frame has one categorical column of
tidy texts for each column of the file (an empty cell is ""); its `attrs` hold `first_row`, the number that a
person sees beside the first row of data, and what the format found out: `encoding` and `delimiter`, or
`sheets` and `sheet`. `columns` names the columns that are wanted, None wants all; the others are there, but
blank. `progress` is called with shares from 0 to 1.
"""
