"""The settings of an installation: one typed class, read once from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from ipaddress import ip_network
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from storage.room_addresses import number_towards_internet
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_

PREFIX = "TOUCHPOINTS_"


class BadSetting(TouchpointsError):
    """An environment variable holds what it must not."""

    sentence = N_(
        "The setting {name} cannot be used: {reason}. Correct it in the environment and start again."
    )


class Settings(BaseModel):
    """What an installation can be told; each field is the environment variable TOUCHPOINTS_<NAME>."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    database_url: str = Field(
        default="", description="Database URL of PostgreSQL; empty: one SQLite file in the data folder"
    )
    data_folder: Path = Field(default=Path("data"), description="Folder of the SQLite file and its copies")
    host: str = Field(default="0.0.0.0", description="Address to listen on")  # noqa: S104 - phones join over the room's network; links guard what is shown
    port: int = Field(default=8501, ge=1, le=65535, description="Port to listen on")
    public_url: str = Field(
        default="", description="Address that people type or scan; empty: this machine's address"
    )
    time_zone: str = Field(default="Europe/Berlin", description="Time zone of new projects")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Least weight of what is logged"
    )
    trusted_proxies: str = Field(
        default="", description="Addresses of proxies whose forwarded headers are believed, with commas"
    )

    sign_in_url: str = Field(
        default="",
        description="Where the identity provider describes itself (…/.well-known/openid-configuration)",
    )
    sign_in_client_id: str = Field(
        default="", validate_default=True, description="What the identity provider calls this tool"
    )
    sign_in_client_secret: str = Field(
        default="",
        validate_default=True,
        repr=False,
        description="The secret that the identity provider gave it",
    )
    sign_in_scopes: str = Field(
        default="openid email profile", description="What the identity provider is asked for"
    )
    sign_in_groups: str = Field(
        default="groups", description="The claim in which the identity provider tells somebody's groups"
    )
    sign_in_administrators: str = Field(
        default="", description="Mail addresses of who administers after such a sign-in, with commas"
    )

    @field_validator("sign_in_url")
    @classmethod
    def _is_description(cls, url: str) -> str:
        if url and not url.startswith(("http://", "https://")):
            raise ValueError("it must begin with https://")
        return url

    @field_validator("sign_in_client_id", "sign_in_client_secret")
    @classmethod
    def _is_there_with_the_url(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("sign_in_url") and not value:
            raise ValueError(f"it is missing, and {PREFIX}SIGN_IN_URL is set")
        return value

    @field_validator("public_url")
    @classmethod
    def _is_address(cls, url: str) -> str:
        if url and not url.startswith(("http://", "https://")):
            raise ValueError("it must begin with http:// or https://")
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _is_known_database(cls, url: str) -> str:
        if url and not url.startswith(("postgresql://", "postgresql+psycopg://", "sqlite:///")):
            raise ValueError("it must begin with postgresql:// or sqlite:///")
        if url in {"sqlite:///", "sqlite:///:memory:"}:
            raise ValueError("it must name a file")
        if not _has_whole_port(url):
            raise ValueError("it must be an address such as postgresql://name:password@host:5432/database")
        return url.replace("postgresql://", "postgresql+psycopg://", 1)

    @field_validator("trusted_proxies")
    @classmethod
    def _are_addresses(cls, proxies: str) -> str:
        addresses = [address.strip() for address in proxies.split(",") if address.strip()]
        if not all(_is_network(address) for address in addresses):
            raise ValueError("it must be addresses or networks such as 10.0.0.0/8, with commas between")
        return ",".join(addresses)

    @field_validator("time_zone")
    @classmethod
    def _is_time_zone(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise ValueError("it must be a zone such as Europe/Berlin")
        return zone

    @property
    def has_provider(self) -> bool:
        """Whether people may sign in through their company's identity provider."""
        return bool(self.sign_in_url)

    @cached_property
    def administrators(self) -> frozenset[str]:
        """The mail addresses, in small letters."""
        named = (one.strip().casefold() for one in self.sign_in_administrators.split(","))
        return frozenset(one for one in named if one)

    @property
    def url(self) -> str:
        """The database URL that is really used."""
        return self.database_url or f"sqlite:///{(self.data_folder / 'touchpoints.db').absolute()}"

    @property
    def sqlite_file(self) -> Path | None:
        """The SQLite file, or None on PostgreSQL."""
        return Path(self.url.removeprefix("sqlite:///")) if self.url.startswith("sqlite:") else None

    @property
    def address(self) -> str:
        """The address that people use, without a slash at the end."""
        return self.public_url or f"http://{_own_address(self.host)}:{self.port}"


def _has_whole_port(url: str) -> bool:
    try:
        return urlsplit(url).port != 0
    except ValueError:
        return False


def _is_network(address: str) -> bool:
    try:
        ip_network(address)
    except ValueError:
        return False
    return True


def _own_address(host: str) -> str:
    """This machine's address in its network."""
    if host not in {"0.0.0.0", "::"}:  # noqa: S104 - compared, not bound
        return host
    return number_towards_internet() or "127.0.0.1"


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings from the environment; an empty variable counts as not set.

    Raises:
        BadSetting: the first variable that cannot be used, with the reason.
    """
    found = os.environ if environment is None else environment
    values = {name: found.get(PREFIX + name.upper(), "") for name in Settings.model_fields}
    try:
        return Settings.model_validate({name: value for name, value in values.items() if value})
    except ValidationError as fault:
        first = fault.errors()[0]
        raise BadSetting(name=PREFIX + str(first["loc"][0]).upper(), reason=_reason(first["msg"])) from None


def _reason(text: str) -> str:
    reason = text.removeprefix("Value error, ")
    return reason[:1].lower() + reason[1:]
