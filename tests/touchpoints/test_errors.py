"""Every error that a user may see is one whole sentence, filled with values of its own."""

from __future__ import annotations

import importlib
import pkgutil
import string
from collections.abc import Iterator

import pytest

import storage
import touchpoints
from touchpoints.errors import TouchpointsError
from touchpoints.messages import Message


class TooHot(TouchpointsError):
    sentence = "{touchpoint} is {degrees} degrees too hot."


def import_everything() -> None:
    for package in (touchpoints, storage):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "migrations" not in found.name and not found.name.endswith("__main__"):
                importlib.import_module(found.name)


def all_errors(base: type[TouchpointsError] = TouchpointsError) -> Iterator[type[TouchpointsError]]:
    for error in base.__subclasses__():
        yield error
        yield from all_errors(error)


def test_an_error_says_its_sentence_with_its_values() -> None:
    assert str(TooHot(touchpoint="Oven", degrees=40)) == "Oven is 40 degrees too hot."


def test_its_sentence_can_be_put_into_any_language() -> None:
    values = {"touchpoint": "Oven", "degrees": 40}
    assert TooHot(**values).message == Message(TooHot.sentence, values)  # type: ignore[arg-type] # any values


def test_values_that_look_like_fields_stay_as_they_are() -> None:
    assert str(TooHot(touchpoint="{degrees}", degrees=1)) == "{degrees} is 1 degrees too hot."


def test_every_error_of_the_product_has_a_whole_sentence_of_its_own() -> None:
    import_everything()
    errors = [error for error in all_errors() if not error.__module__.startswith("tests.")]
    assert len(errors) > 20
    for error in errors:
        if "sentence" not in vars(error):
            assert error.__subclasses__(), f"{error.__name__} has no sentence"
            continue
        assert error.sentence[0].isupper() or error.sentence[0] == "{", error.__name__
        assert error.sentence.endswith((".", "?", "!", "}")), error.__name__
        names = [name for _, name, _, _ in string.Formatter().parse(error.sentence) if name is not None]
        assert all(name.isidentifier() for name in names), error.__name__


def test_an_error_without_its_values_is_noticed() -> None:
    with pytest.raises(KeyError):
        str(TooHot())
