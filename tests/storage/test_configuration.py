"""Settings come from the environment, once; a bad one stops with its name and what is allowed."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import pytest

from storage.configuration import PREFIX, BadSetting, Settings, read_settings

EVERY_SETTING = [
    ("DATABASE_URL", "postgresql://ann@db/plan", "postgresql+psycopg://ann@db/plan"),
    ("DATA_FOLDER", "/srv/touchpoints", Path("/srv/touchpoints")),
    ("HOST", "127.0.0.1", "127.0.0.1"),
    ("PORT", "8080", 8080),
    ("PUBLIC_URL", "https://plan.example/", "https://plan.example"),
    ("TIME_ZONE", "Europe/Zurich", "Europe/Zurich"),
    ("LOG_LEVEL", "debug", "debug"),
    ("TRUSTED_PROXIES", "10.0.0.1, 192.168.0.0/16", "10.0.0.1,192.168.0.0/16"),
    ("SIGN_IN_URL", "https://id.example/openid", "https://id.example/openid"),
    ("SIGN_IN_CLIENT_ID", "plan", "plan"),
    ("SIGN_IN_CLIENT_SECRET", "s3cret", "s3cret"),
    ("SIGN_IN_SCOPES", "openid email groups", "openid email groups"),
    ("SIGN_IN_GROUPS", "roles", "roles"),
    ("SIGN_IN_ADMINISTRATORS", "a@b.example, C@b.example", "a@b.example, C@b.example"),
]
# A sign-in wants all three of these.
TOGETHER = {"SIGN_IN_URL": {"SIGN_IN_CLIENT_ID": "plan", "SIGN_IN_CLIENT_SECRET": "s3cret"}}
BAD_VALUES = [
    ("DATABASE_URL", "mysql://db/plan", "it must begin with postgresql:// or sqlite:///"),
    ("DATABASE_URL", "sqlite://", "it must begin with postgresql:// or sqlite:///"),
    ("DATABASE_URL", "sqlite:///", "it must name a file"),
    ("DATABASE_URL", "sqlite:///:memory:", "it must name a file"),
    ("DATABASE_URL", "postgresql://db:port/plan", "it must be an address"),
    ("PORT", "http", "valid integer"),
    ("PORT", "0", "greater than or equal to 1"),
    ("PORT", "65536", "less than or equal to 65535"),
    ("PUBLIC_URL", "plan.example", "it must begin with http:// or https://"),
    ("TIME_ZONE", "Europe/Atlantis", "it must be a zone such as Europe/Berlin"),
    ("LOG_LEVEL", "loud", "'debug', 'info', 'warning' or 'error'"),
    ("SIGN_IN_URL", "id.example", "it must begin with https://"),
    ("TRUSTED_PROXIES", "proxy", "it must be addresses or networks such as 10.0.0.0/8"),
]


def settings_with(**variables: str) -> Settings:
    return read_settings({PREFIX + name: text for name, text in variables.items()})


def test_an_empty_environment_gives_a_file_in_the_data_folder_and_a_port_to_listen_on() -> None:
    settings = read_settings({})
    assert settings.sqlite_file == Path("data/touchpoints.db").absolute()
    assert (settings.host, settings.port, settings.log_level) == ("0.0.0.0", 8501, "info")


@pytest.mark.parametrize(("name", "text", "value"), EVERY_SETTING)
def test_each_setting_is_read_from_its_variable(name: str, text: str, value: object) -> None:
    assert getattr(settings_with(**{name: text}, **TOGETHER.get(name, {})), name.lower()) == value


def test_no_setting_is_left_untested() -> None:
    assert {name.lower() for name, _, _ in EVERY_SETTING} == set(Settings.model_fields)


def test_the_environment_of_the_process_is_read_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOUCHPOINTS_PORT", "9000")
    assert read_settings().port == 9000


def test_an_empty_variable_counts_as_not_set() -> None:
    assert settings_with(**{name: "" for name, _, _ in EVERY_SETTING}) == read_settings({})


def test_variables_of_others_are_left_alone() -> None:
    assert read_settings({"PORT": "1", "TOUCHPOINTS_COLOUR": "red"}) == read_settings({})


@pytest.mark.parametrize(("name", "text", "allowed"), BAD_VALUES)
def test_a_bad_value_stops_with_the_name_of_its_variable_and_what_is_allowed(
    name: str, text: str, allowed: str
) -> None:
    with pytest.raises(BadSetting) as refusal:
        settings_with(**{name: text})
    assert f"The setting {PREFIX}{name} cannot be used: " in str(refusal.value)
    assert allowed in str(refusal.value)


def test_a_sign_in_without_its_client_stops_with_what_is_missing() -> None:
    with pytest.raises(BadSetting, match="SIGN_IN_CLIENT_ID cannot be used: it is missing"):
        settings_with(SIGN_IN_URL="https://id.example/openid")
    with pytest.raises(BadSetting, match="SIGN_IN_CLIENT_SECRET cannot be used: it is missing"):
        settings_with(SIGN_IN_URL="https://id.example/openid", SIGN_IN_CLIENT_ID="plan")


def test_administrators_are_known_whatever_the_case_of_their_addresses() -> None:
    settings = settings_with(SIGN_IN_ADMINISTRATORS=" A@b.example,,c@b.example ")
    assert settings.administrators == {"a@b.example", "c@b.example"}
    assert not settings.has_provider


def test_settings_cannot_be_changed_afterwards() -> None:
    with pytest.raises(ValueError, match="frozen"):
        read_settings({}).port = 1  # type: ignore[misc] # that is what must fail


def test_a_sqlite_address_names_its_file_and_a_postgresql_address_none() -> None:
    assert settings_with(DATABASE_URL="sqlite:////srv/plan.db").sqlite_file == Path("/srv/plan.db")
    assert settings_with(DATABASE_URL="postgresql://db/plan").sqlite_file is None
    assert settings_with(DATABASE_URL="postgresql+psycopg://db/plan").url == "postgresql+psycopg://db/plan"


def test_the_address_that_people_use_is_the_public_one_without_its_last_slash() -> None:
    assert settings_with(PUBLIC_URL="https://plan.example/", PORT="1").address == "https://plan.example"


def test_without_a_public_address_it_is_the_one_listened_on() -> None:
    assert settings_with(HOST="192.168.1.7", PORT="8080").address == "http://192.168.1.7:8080"


def test_a_machine_that_listens_everywhere_names_its_own_address_in_the_network() -> None:
    host = read_settings({}).address.removeprefix("http://").removesuffix(":8501")
    assert not ipaddress.ip_address(host).is_unspecified
