"""What rounds of measurements say."""

import pytest
from benchmarks.figures import Sample, figures, paired_ratio, percentile


def samples(*walls: float) -> list[Sample]:
    return [Sample(wall, wall / 2, 30.0) for wall in walls]


def test_a_ratio_is_taken_in_each_round_so_that_a_slow_round_falls_out() -> None:
    # The third round was ten times as slow for both; the ratio of the medians would be 2.2.
    assert paired_ratio([2.0, 2.2, 20.0], [1.0, 1.1, 10.0]) == pytest.approx(2.0)


def test_the_middle_ratio_is_no_mean() -> None:
    assert paired_ratio([1.0, 1.0, 90.0], [1.0, 1.0, 1.0]) == 1.0


@pytest.mark.parametrize(("measured", "reference"), [([], []), ([1.0, 2.0], [1.0])])
def test_rounds_that_do_not_fit_are_refused(measured: list[float], reference: list[float]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what zip says is Python's own
        paired_ratio(measured, reference)


@pytest.mark.parametrize(
    ("count", "share", "expected"),
    [
        (100, 0.99, 99.0),
        (100, 0.5, 50.0),
        (200, 0.99, 198.0),
        (10, 0.99, 10.0),
        (1, 0.99, 1.0),
        (3, 0.0, 1.0),
    ],
)
def test_so_many_of_a_hundred_stay_under_a_percentile(count: int, share: float, expected: float) -> None:
    assert percentile([float(value) for value in range(count, 0, -1)], share) == expected


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match=r"\[\]"):
        percentile([], 0.5)


def test_a_figure_holds_the_middle_and_the_ratio_to_the_reference() -> None:
    found = figures({"python": samples(1, 1, 2), "lookup": samples(1.1, 1.2, 2.0)}, "python")
    assert found["python"].ratio == 1.0
    assert found["lookup"].wall == 1.2
    assert found["lookup"].cpu == 0.6
    assert found["lookup"].ratio == pytest.approx(1.1)
    assert found["lookup"].walls == (1.1, 1.2, 2.0)
