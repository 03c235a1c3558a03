"""A difference is named only where its interval leaves zero out."""

from __future__ import annotations

import pytest

from tests.touchpoints.charts._journeys import BAD, FAIR, GOOD, line, stop, withheld
from touchpoints.journey_differences import (
    changes,
    difference,
    differences,
    finding_of_segments,
    finding_of_waves,
)

NEARLY_FAIR = {1: 1, 2: 3, 3: 25, 4: 50, 5: 21}


def test_the_interval_of_a_difference_adds_both_variances() -> None:
    first, second = stop("Wi-Fi", stars=BAD), stop("Wi-Fi", stars=GOOD)
    found = difference(("2013", first), ("2018", second))
    assert found is not None
    halves = [(point.mean.high - point.mean.low) / 2 for point in (first, second) if point.mean]
    assert found.value == pytest.approx(second.experience - first.experience)
    assert found.high - found.value == pytest.approx((halves[0] ** 2 + halves[1] ** 2) ** 0.5)


def test_the_interval_grows_with_the_number_of_differences_looked_at() -> None:
    pair = ("a", stop("Wi-Fi", stars=BAD)), ("b", stop("Wi-Fi", stars=FAIR))
    alone, one_of_many = difference(*pair), difference(*pair, comparisons=24)
    assert alone is not None
    assert one_of_many is not None
    assert one_of_many.high > alone.high


def test_a_mean_without_an_interval_is_not_compared() -> None:
    few = stop("Wi-Fi", stars={1: 3, 5: 3})
    assert difference(("a", few), ("b", stop("Wi-Fi", stars=BAD))) is None


def test_segments_are_compared_at_the_touchpoint_where_they_are_farthest_apart() -> None:
    women = line(stop("Wi-Fi", stars=GOOD), stop("Shops", stars=FAIR), label="women")
    men = line(stop("Wi-Fi", stars=BAD), stop("Shops", stars=NEARLY_FAIR), label="men")
    finding = finding_of_segments([women, men])
    assert [finding.values[name] for name in ("first", "second", "touchpoint")] == ["men", "women", "Wi-Fi"]


def test_segments_that_chance_may_explain_show_no_difference() -> None:
    lines = [line(stop("Shops", stars=FAIR), label="a"), line(stop("Shops", stars=NEARLY_FAIR), label="b")]
    assert finding_of_segments(lines).text == "No clear difference between the groups"


def test_a_withheld_touchpoint_is_compared_with_nothing() -> None:
    assert (
        differences([line(withheld("Lounge"), label="a"), line(stop("Lounge", stars=BAD), label="b")]) == []
    )


@pytest.mark.parametrize(("before", "after", "verb"), [(BAD, GOOD, "rose"), (GOOD, BAD, "fell")])
def test_waves_say_what_rose_and_what_fell(before: dict[int, int], after: dict[int, int], verb: str) -> None:
    waves = [line(stop("Wi-Fi", stars=before), label="2013"), line(stop("Wi-Fi", stars=after), label="2018")]
    finding = finding_of_waves(changes(waves))
    assert f"{{touchpoint}} {verb} from" in finding.text
    assert (finding.values["first"], finding.values["last"]) == ("2013", "2018")


def test_waves_that_chance_may_explain_show_no_difference() -> None:
    waves = [
        line(stop("Shops", stars=FAIR), label="2013"),
        line(stop("Shops", stars=NEARLY_FAIR), label="2018"),
    ]
    assert finding_of_waves(changes(waves)).text == "No clear difference between the waves"


def test_a_change_runs_from_the_first_to_the_last_wave_that_measured_the_touchpoint() -> None:
    waves = [
        line(stop("Wi-Fi"), label="2010"),
        line(stop("Wi-Fi", stars=BAD), label="2013"),
        line(stop("Wi-Fi", stars=FAIR), label="2015"),
        line(stop("Wi-Fi", stars=GOOD), label="2018"),
    ]
    change = changes(waves)[0]
    assert (change.first_label, change.second_label) == ("2013", "2018")


def test_two_means_that_round_alike_are_written_with_a_second_decimal() -> None:
    before = {1: 100, 2: 300, 3: 2400, 4: 5000, 5: 2200}
    after = {**before, 3: 2200, 5: 2400}
    waves = [line(stop("Shops", stars=before), label="2013"), line(stop("Shops", stars=after), label="2018")]
    change = changes(waves)[0]
    assert change.is_clear
    assert change.digits == 2
