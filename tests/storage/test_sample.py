"""The sample project: whole in both languages, true to its survey, an answer to every question of step 1."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from storage.content import RepeatedContentKey, WrongContent
from storage.sample import Sample, SampleCount, journey, read_sample, read_sample_from, sample_counts
from storage.sample import current_state as state
from storage.sample.source import FOLDER, Source
from touchpoints import model

COUNTS = tuple(sample_counts())
# Computed from the interviews with pandas, independently of the project.
RATINGS_IN_THE_REFERENCE = [
    ("art", "2010", 2379, 3.8045, 63.3880, 3.7937),
    ("signs", "2012", 3358, 4.0542, 77.6057, None),
    ("restaurants", "2016", 2680, 3.6313, 56.9776, 3.6892),
    ("wifi", "2018", 2074, 3.9846, 72.2276, 4.0243),
    ("security", "2018", 2364, 4.0897, 72.8003, 4.1487),
    ("airport_overall", "2018", 2625, 4.0027, 78.4381, 4.0421),
    ("clean_restrooms", "2018", 2589, 4.0120, 73.1557, 4.0444),
    ("longterm_shuttle", "2018", 649, 3.7827, 61.7874, 3.8270),
]


@pytest.fixture(scope="module")
def sample() -> Sample:
    return read_sample("de")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "airport"))


def texts(thing: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts(part)
    elif isinstance(thing, dict):
        yield from texts(tuple(thing.values()))
    elif is_dataclass(thing):
        yield from texts(tuple(getattr(thing, field.name) for field in fields(thing)))


def counts_of(question: str, wave: str, value: str | None = None) -> list[SampleCount]:
    return [c for c in COUNTS if (c.question, c.wave, c.value) == (question, wave, value)]


def n_of(counts: list[SampleCount]) -> int:
    return sum(count.n for count in counts)


def nps(counts: list[SampleCount]) -> tuple[float, float]:
    """Unweighted and weighted."""
    signs = [(1 if c.point >= 9 else -1 if c.point <= 6 else 0, c.n, c.sum_w or 0) for c in counts]
    plain = 100 * sum(sign * n for sign, n, _ in signs) / n_of(counts)
    return plain, 100 * sum(sign * w for sign, _, w in signs) / sum(w for _, _, w in signs)


def test_the_sample_is_named_in_the_language_that_is_asked_for() -> None:
    assert read_sample("de").name == "Beispielflughafen"
    assert read_sample("en").name == "Example Airport"


def test_both_languages_have_the_same_shape_and_no_text_with_stray_spaces(sample: Sample) -> None:
    english = read_sample("en")
    assert len(list(texts(sample))) == len(list(texts(english)))
    assert all(text == text.strip() for text in (*texts(sample), *texts(english)))


def test_it_says_where_the_ratings_come_from() -> None:
    english = read_sample("en")
    source = "City and County of San Francisco, customer survey 2010-2018, DataSF"
    assert english.survey.source == source
    assert read_sample("de").survey.source == source.replace("customer survey", "Kundenbefragung")


def test_the_journey_has_forty_touchpoints_in_six_phases_and_three_depths(sample: Sample) -> None:
    there = [one for one in sample.touchpoints if not one.is_planned and one.last_round is None]
    assert len(there) == 40
    phases = [phase.key for phase in sample.phases]
    walked = [touchpoint.phase for touchpoint in sample.touchpoints]
    assert walked == sorted(walked, key=phases.index)
    assert set(walked) == set(phases)
    assert Counter(t.depth for t in there) == {"all": 24, "shortlist": 10, "key": 6}


def test_twenty_three_touchpoints_are_measured_by_one_question_each(sample: Sample) -> None:
    measured = [question.touchpoint for question in sample.survey.questions if question.kind == "rating"]
    assert len(measured) == len(set(measured)) == 23
    others = [(q.key, q.kind) for q in sample.survey.questions if q.touchpoint is None]
    assert others == [("airport_overall", "overall"), ("netpro", "nps")]


def test_every_key_touchpoint_has_an_owner_factors_of_each_level_and_the_team_s_whole_view(
    sample: Sample,
) -> None:
    levels = {(factor.touchpoint, factor.level) for factor in sample.factors}
    viewed = {view.touchpoint for view in sample.team_views if view.coordination}
    key = [touchpoint for touchpoint in sample.touchpoints if touchpoint.depth == "key"]
    assert all(touchpoint.owner for touchpoint in key)
    assert levels == {(touchpoint.key, level) for touchpoint in key for level in state.LEVELS}
    assert viewed == {touchpoint.key for touchpoint in key}


def test_the_team_of_nine_gave_out_a_hundred_points_over_the_shortlist(sample: Sample) -> None:
    shortlist = {touchpoint.key for touchpoint in sample.touchpoints if touchpoint.depth != "all"}
    assert {view.touchpoint for view in sample.team_views} == shortlist
    assert sum(view.importance for view in sample.team_views) == 100
    answers = [(v.experience, v.coordination, v.brand, v.promise) for v in sample.team_views]
    assert {sum(counts) for view in answers for counts in view if counts} == {9}


def test_what_happens_at_a_key_touchpoint_has_three_layers_departments_and_time_to_wait(
    sample: Sample,
) -> None:
    for touchpoint in (touchpoint.key for touchpoint in sample.touchpoints if touchpoint.depth == "key"):
        steps = [step for step in sample.process_steps if step.touchpoint == touchpoint]
        assert {step.layer for step in steps} == set(state.LAYERS), touchpoint
        assert any(step.duration_minutes for step in steps), touchpoint
        assert any(step.waiting_minutes for step in steps), touchpoint
        assert len({step.department for step in steps}) > 1, touchpoint


def test_every_touchpoint_of_the_shortlist_is_met_by_somebody(sample: Sample) -> None:
    shortlist = {touchpoint.key for touchpoint in sample.touchpoints if touchpoint.depth != "all"}
    assert shortlist <= {encounter.touchpoint for encounter in sample.encounters}


def test_every_question_of_step_one_finds_an_answer(sample: Sample) -> None:
    kinds = {finding.kind for finding in sample.findings}
    answers = {
        "1.1": sample.encounters,
        "1.2": {step.layer for step in sample.process_steps} == set(state.LAYERS),
        "1.3": [view for view in sample.team_views if view.handover_break and len(view.departments) > 1],
        "1.4": [view for view in sample.team_views if view.brand],
        "1.5": [view for view in sample.team_views if view.promise and view.lacking],
        "1.6": sample.survey.questions and sample.factors,
        "1.7": "keep" in kinds,
        "1.8": "drop" in kinds,
        "1.9": {"improve", "waste"} <= kinds,
        "1.10": "barrier" in kinds,
        "1.11": [view for view in sample.team_views if view.importance],
        "1.12": [touchpoint for touchpoint in sample.touchpoints if touchpoint.phase == "before_contact"],
    }
    assert [question for question, answer in answers.items() if not answer] == []


def test_findings_are_of_every_kind_some_from_those_who_work_there_and_waste_has_a_figure(
    sample: Sample,
) -> None:
    assert {finding.kind for finding in sample.findings} == set(state.FINDING_KINDS)
    assert sum(finding.from_contact_staff for finding in sample.findings) >= 5
    waste = [finding for finding in sample.findings if finding.kind == "waste"]
    assert all(finding.minutes_per_month or finding.cost_per_month for finding in waste)


def test_every_segment_meets_the_airport_and_never_twice_on_the_same_occasion(sample: Sample) -> None:
    met = [(each.segment, each.touchpoint, each.occasion) for each in sample.encounters]
    assert {segment for segment, _, _ in met} == {segment.key for segment in sample.segments}
    assert len(set(met)) == len(met)


def test_the_words_of_the_sample_are_those_of_the_model() -> None:
    assert set(journey.DEPTHS) == set(model.Depth)
    assert set(journey.CONTROLS) == set(model.Control)
    assert set(journey.CONTACT_TYPES) == set(model.ContactType)
    assert set(journey.ABC_CLASSES) == set(model.AbcClass)
    assert set(journey.PERIODS) == set(model.Period)
    assert set(journey.QUESTION_KINDS) <= set(model.QuestionKind)
    assert set(state.LAYERS) == set(model.Layer)
    assert set(state.LEVELS) == set(model.Level)
    assert set(state.SOURCES) == set(model.Source)
    assert set(state.FINDING_KINDS) == set(model.FindingKind)


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("journey", 'owner = "ada"', 'owner = "zoe"', "journey.toml, touchpoint signs: owner must be ada,"),
        ("factors", 'touchpoint = "wifi"', 'touchpoint = "bar"', "factor cut_off: touchpoint must be"),
        ("actions", '["cut_off"', '["cutoff"', "action no_cut_off: removes must be a list of"),
        ("customers", '"frequent_business"\ntouch', '"elves"\ntouch', "encounter 1: segment must be"),
        ("process", 'department = "it"', 'department = "hr"', "department must be building, it,"),
        ("team", "[1, 4, 3, 1, 0]", "[1, 4, 3, 1]", "experience must be a list of 5 counts."),
        ("customers", 'assumed = ["l', 'assumed = ["x", "l', "assumed must be a list of abc, lifetime_value"),
        ("goals", "to = 3.9", 'to = "more"', "goal wifi_first: to must be a number."),
        ("options", '["old_signs"', '["no_signs"', "option phone_map: needs must be a list of"),
        ("actions", "= -26", '= "soon"', "new_signs: starts_on must be a date, or a whole number of days."),
        ("kpis", 'question = "netpro"', 'question = "mood"', "kpi nps: question must be"),
        ("reviews", 'kpi = "wifi"', 'kpi = "wi"', "topic 1: kpi must be"),
        ("survey", 'en = "Gender"', 'en = ""', "segmentation gender, name: en must be a text."),
    ],
)
def test_a_fault_in_a_file_is_named_with_its_place(
    folder: Path, file: str, old: str, new: str, sentence: str
) -> None:
    path = folder / f"{file}.toml"
    content = path.read_text(encoding="utf-8")
    faulty = content.replace(old, new, 1)
    assert faulty != content
    path.write_text(faulty, encoding="utf-8")
    with pytest.raises(WrongContent) as refusal:
        read_sample_from(Source("de", folder))
    assert sentence in str(refusal.value)


def test_a_key_that_is_there_twice_is_refused(folder: Path) -> None:
    path = folder / "journey.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"signs"', '"parking"'), encoding="utf-8")
    with pytest.raises(RepeatedContentKey):
        read_sample_from(Source("de", folder))


def test_every_count_belongs_to_a_wave_a_question_and_a_value_of_the_sample(sample: Sample) -> None:
    survey = sample.survey
    values = {(s.key, value) for s in survey.segmentations for value in s.values} | {(None, None)}
    assert {count.wave for count in COUNTS} == {wave.label for wave in survey.waves}
    assert {count.question for count in COUNTS} == {question.key for question in survey.questions}
    assert {(count.segmentation, count.value) for count in COUNTS} == values


def test_every_count_lies_on_the_scale_of_its_question(sample: Sample) -> None:
    scales = {question.key: range(question.low, question.high + 1) for question in sample.survey.questions}
    assert all(count.point in scales[count.question] and count.n > 0 for count in COUNTS)


def test_weights_are_there_in_the_waves_that_have_them_and_missing_in_the_others() -> None:
    unweighted = {count.wave for count in COUNTS if count.sum_w is None}
    assert unweighted == {count.wave for count in COUNTS if count.sum_w2 is None} == {"2011", "2012"}


def test_no_segmentation_has_more_answers_than_there_are_in_all() -> None:
    in_all = Counter[tuple[str, str, int]]()
    by_segmentation = Counter[tuple[str, str, int, str]]()
    for count in COUNTS:
        if count.segmentation is None:
            in_all[count.wave, count.question, count.point] += count.n
        else:
            by_segmentation[count.wave, count.question, count.point, count.segmentation] += count.n
    assert all(n <= in_all[key[:3]] for key, n in by_segmentation.items())


@pytest.mark.parametrize(("question", "wave", "n", "mean", "top2", "weighted"), RATINGS_IN_THE_REFERENCE)
def test_n_mean_top_two_and_weighted_mean_equal_the_reference(
    question: str, wave: str, n: int, mean: float, top2: float, weighted: float | None
) -> None:
    counts = counts_of(question, wave)
    assert n_of(counts) == n
    assert round(sum(c.point * c.n for c in counts) / n, 4) == mean
    assert round(100 * sum(c.n for c in counts if c.point >= 4) / n, 4) == top2
    if weighted:
        weight = sum(c.sum_w or 0 for c in counts)
        assert round(sum(c.point * (c.sum_w or 0) for c in counts) / weight, 4) == weighted


def test_the_net_promoter_score_equals_the_reference_weighted_and_not() -> None:
    assert [round(score, 3) for score in nps(counts_of("netpro", "2017"))] == [39.840, 40.398]
    assert [round(score, 3) for score in nps(counts_of("netpro", "2018"))] == [30.981, 35.114]


def test_the_net_promoter_score_of_segments_equals_the_reference() -> None:
    women, abroad = counts_of("netpro", "2017", "female"), counts_of("netpro", "2018", "international")
    assert (n_of(women), round(nps(women)[0], 4)) == (1332, 44.8949)
    assert (n_of(abroad), round(nps(abroad)[0], 4)) == (991, 21.6953)


def test_the_one_surely_young_answer_of_2016_is_counted_and_its_odd_neighbours_are_not() -> None:
    ages = Counter[str]()
    for count in COUNTS:
        if (count.wave, count.question, count.segmentation) == ("2016", "safety", "age"):
            ages[count.value or ""] += count.n
    assert (ages["under_18"], ages.total()) == (1, 2915)


def test_the_file_of_counts_stays_small() -> None:
    assert (FOLDER.parent / "airport_counts.csv").stat().st_size < 700_000


def test_customers_were_asked_what_matters_and_named_up_to_three_each(sample: Sample) -> None:
    named = sample.importance.named
    assert max(named.values()) <= sample.importance.asked
    assert sum(named.values()) <= 3 * sample.importance.asked
    assert {touchpoint.key for touchpoint in sample.touchpoints if touchpoint.depth == "key"} <= set(named)
