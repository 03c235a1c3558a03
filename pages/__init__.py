"""The screens: one file each; names that begin with _ are the frame, the routes and what screens share."""
