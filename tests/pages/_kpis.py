"""KPIs for tests of their screens, and the hands that choose in their tables."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.kpis import KpiEntry, add_kpi, list_kpis
from storage.measurements import NewMeasurement, add_series
from storage.store import Store
from tests.pages._screen import dialog_title, open_page, press


def kpis(store: Store, hotel: UUID) -> list[KpiEntry]:
    return list(list_kpis(store, COMMAND_LINE, hotel))


def month(number: int, **more: Any) -> NewMeasurement:
    return NewMeasurement(date(2026, number, 1), date(2026, number, monthrange(2026, number)[1]), **more)


def measured(store: Store, hotel: UUID, series: Sequence[NewMeasurement] = (), **more: Any) -> UUID:
    """A KPI, a share unless something else is said, with these values."""
    values = {"name": "Calls answered", "kind": "share", **more}
    actions = values.pop("actions", ())
    id_ = add_kpi(store, COMMAND_LINE, hotel, values, actions)
    add_series(store, COMMAND_LINE, hotel, id_, series)
    return id_


def table(frame: AppTest) -> list[dict[str, Any]]:
    """The first table as rows."""
    return frame.dataframe[0].value.to_dict("records")


def choose_rows(frame: AppTest, rows: Sequence[int]) -> None:
    """Choose rows of the first table, which simulated pages draw but do not let be chosen."""
    picked = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    states = frame._tree.get_widget_states()
    states.widgets.append(WidgetState(id=frame.dataframe[0].proto.id, string_value=json.dumps(picked)))
    frame._run(states)
    assert not frame.exception


def open_drawer(frame: AppTest, hotel: UUID, id_: UUID) -> None:
    open_page(frame, "kpis", hotel, kpi=str(id_))
    press(frame, "Definition, target, actions")
    assert dialog_title(frame) == "Calls answered"
