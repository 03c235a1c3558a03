"""Names never cover each other, a mark or the edge."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from touchpoints.charts._label_places import Name, Place, Rectangle, mark_area, place_names

PLOT = Rectangle(0, 0, 600, 400)
names = st.lists(
    st.builds(Name, st.integers(0, 600), st.integers(0, 400), st.integers(20, 160), st.just(18)), max_size=25
)


def box(name: Name, place: Place) -> Rectangle:
    x, y = name.x + place.right, name.y + place.down
    return Rectangle(x - name.width / 2, y - name.height / 2, x + name.width / 2, y + name.height / 2)


@given(names)
def test_no_two_names_and_no_name_and_mark_collide(given_names: list[Name]) -> None:
    marks = [mark_area(name.x, name.y, 11) for name in given_names]
    places = place_names(given_names, PLOT, marks, 14)
    boxes = [box(name, place) for name, place in zip(given_names, places, strict=True) if place]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    assert not [one for one in boxes for mark in marks if one.meets(mark)]
    assert all(PLOT.holds(one) for one in boxes)


def test_a_lonely_name_stands_right_beside_its_point() -> None:
    (place,) = place_names([Name(300, 200, 80, 18)], PLOT, [mark_area(300, 200, 11)], 14)
    assert place is not None
    assert (place.right > 0, place.down, place.has_line) == (True, 0, False)


def test_at_the_right_edge_it_stands_on_the_left() -> None:
    (place,) = place_names([Name(590, 200, 80, 18)], PLOT, [], 14)
    assert place is not None
    assert place.right < 0


def test_where_there_is_no_room_there_is_no_name() -> None:
    assert place_names([Name(300, 200, 80, 18)], PLOT, [PLOT], 14) == [None]
