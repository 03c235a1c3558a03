"""The domain speaks in texts with values; putting them into words is somebody else's work."""

from __future__ import annotations

import pytest

from touchpoints.messages import N_, Message, Number, Percent, message, plural


def test_a_message_keeps_its_text_and_its_values_apart() -> None:
    said = message("{n} answers at {touchpoint}", n=3, touchpoint="Hotline")
    assert (said.text, said.values) == ("{n} answers at {touchpoint}", {"n": 3, "touchpoint": "Hotline"})


def test_equal_messages_are_equal() -> None:
    assert message("{n} answers", n=3) == message("{n} answers", n=3)
    assert message("{n} answers", n=3) != message("{n} answers", n=4)


def test_a_plural_knows_both_forms_and_its_count() -> None:
    said = plural("{count} answer at {name}", "{count} answers at {name}", 2, name="Hotline")
    assert (said.plural, said.count) == ("{count} answers at {name}", 2)
    assert said.values == {"count": 2, "name": "Hotline"}


def test_a_message_may_be_a_value_of_another() -> None:
    inner = message("none")
    assert message("{what}", what=inner).values["what"] is inner


def test_a_value_may_have_the_name_text() -> None:
    assert message("{text}", text="x").values == {"text": "x"}


def test_a_marked_text_stays_as_it_is() -> None:
    assert N_("Nobody answers") == "Nobody answers"


@pytest.mark.parametrize("value", [Message("x"), Number(1.0), Percent(0.5)])
def test_nobody_can_change_what_was_said(value: object) -> None:
    with pytest.raises(AttributeError):
        value.text = "y"  # type: ignore[attr-defined] # that is what must fail
