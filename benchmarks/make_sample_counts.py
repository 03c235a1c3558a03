"""Counts the airport survey for the sample project: writes storage/sample/airport_counts.csv.

Run it when the survey has changed, with TOUCHPOINTS_SURVEYS naming the folder that holds airport_survey/.
The project carries only what this writes, never an interview.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pandas as pd

TARGET = Path(__file__).parents[1] / "storage" / "sample" / "airport_counts.csv"
# fmt: off
RATINGS = [
    "art", "restaurants", "shops", "signs", "walkways", "screens", "info_arrival", "info_departure", "wifi",
    "roads", "parking", "airtrain", "longterm_shuttle", "rental_car", "airport_overall", "clean_boarding",
    "clean_airtrain", "clean_rental", "clean_restaurants", "clean_restrooms", "safety", "getting_there",
    "find_way", "security",
]
# fmt: on
# 0, 6, 11 and "Blank" mean "no answer" or "never used": whatever is not on the scale is left out.
SCALES = {**dict.fromkeys(RATINGS, range(1, 6)), "netpro": range(11)}
# The codes of age change between waves. In 2016 "Under 18" runs on as "Under 19" ... "Under 32", once each,
# as if a spreadsheet had counted on while it was copied down: only the first is taken.
AGES = ("under_18", "18_24", "25_34", "35_44", "45_54", "55_64", "65_and_over")
AGE_CODES = {
    **{str(code): age for code, age in enumerate(AGES, start=1)},
    **{age.replace("_", "-"): age for age in AGES},
    "Under 18": "under_18",
    "65-Over": "65_and_over",
}
LABELS = {
    "gender": ("gender_code", {"1": "male", "Male": "male", "2": "female", "Female": "female", "3": "other"}),
    "age": ("age_code", AGE_CODES),
    "peak": ("peak_code", {"1": "domestic_peak", "2": "domestic_off_peak", "3": "international"}),
}


def read_interviews(folder: Path) -> pd.DataFrame:
    """The raw codes as text, with the segmentations as columns and the squared weight beside the weight."""
    interviews = pd.read_csv(folder / "airport_survey" / "responses.csv", dtype=str, keep_default_na=False)
    for segmentation, (column, labels) in LABELS.items():
        interviews[segmentation] = interviews[column].map(labels)
    interviews["all"] = ""
    interviews["weight"] = pd.to_numeric(interviews["weight"].replace("", None))
    interviews["weight_squared"] = interviews["weight"] ** 2
    return interviews


def count_question(interviews: pd.DataFrame, question: str, segmentation: str) -> pd.DataFrame:
    """n, sum w and sum w^2 per wave, value and scale point; the sums are missing in waves without weights."""
    points = interviews[question].where(interviews[question].isin([str(point) for point in SCALES[question]]))
    valid = interviews.assign(point=pd.to_numeric(points)).dropna(subset=["point", segmentation])
    counts = valid.groupby(["wave", segmentation, "point"])["weight"].agg(["size", _total]).reset_index()
    squares = valid.groupby(["wave", segmentation, "point"])["weight_squared"].agg(_total)
    counts.columns = ["wave", "value", "point", "n", "sum_w"]
    return counts.assign(question=question, segmentation=segmentation, sum_w2=squares.to_numpy())


def count_interviews(interviews: pd.DataFrame) -> pd.DataFrame:
    """Every question, overall and by each segmentation."""
    parts = [count_question(interviews, q, s) for q in SCALES for s in ("all", *LABELS)]
    counts = pd.concat(parts).astype({"point": int})
    counts["segmentation"] = counts["segmentation"].replace("all", "")
    # Four decimals of a sum of weights keep weighted means exact to the fourth decimal.
    columns = ["wave", "question", "segmentation", "value", "point", "n", "sum_w", "sum_w2"]
    return counts[columns].round({"sum_w": 4, "sum_w2": 4})


def _total(weights: pd.Series) -> float:
    return weights.sum(min_count=1)


if __name__ == "__main__":
    counted = count_interviews(read_interviews(Path(os.environ["TOUCHPOINTS_SURVEYS"])))
    counted.to_csv(TARGET, index=False, lineterminator="\n")
    sys.stderr.write(f"{len(counted)} rows, {TARGET.stat().st_size / 1000:.0f} kB in {TARGET}\n")
