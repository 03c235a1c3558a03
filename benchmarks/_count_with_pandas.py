"""What the import is compared with: the shortest script that counts the answers of the airline survey."""

from __future__ import annotations

import sys

import pandas as pd

SEGMENTATIONS = ["Gender", "Customer Type", "Type of Travel", "Class", "Satisfaction"]

answers = pd.read_csv(sys.argv[1])
touchpoints = answers.columns[
    answers.columns.get_loc("Departure and Arrival Time Convenience") : answers.columns.get_loc(
        "Satisfaction"
    )
]
for touchpoint in touchpoints:
    answers[touchpoint].value_counts()
    for segmentation in SEGMENTATIONS:
        answers.groupby([segmentation, touchpoint]).size()
