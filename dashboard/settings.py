"""Settings of one installation, from the environment. ``docs/settings.md`` lists them; a test compares."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import ErrorDetails

ROOT = Path(__file__).parents[1]
_LANGUAGES = ROOT / "content" / "languages"

_OF_THE_SERVER = frozenset(
    {
        "host",
        "port",
        "hosts",
        "token",
        "proxies",
        "access_log",
        "tables",
        "stories",
        "state",
        "threads",
        "check_seconds",
        "stick_signers",
        "report_language",
    }
)
"""Where and how the program runs: no document depends on it."""

_OF_THE_SCREEN = frozenset(
    {
        "KAKEHASHI_KIOSK_ADDRESS",
        "KAKEHASHI_SCREEN_TURN",
        "KAKEHASHI_WATCH_SECONDS",
        "KAKEHASHI_HEALTH",
        "KAKEHASHI_RESTART",
        "KAKEHASHI_PATIENCE",
        "KAKEHASHI_LINK",
        "KAKEHASHI_SETTINGS",
        "KAKEHASHI_WHEELS",
    }
)
"""What the scripts of a touch screen and of an installation read from the same file."""

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""What a machine calls itself."""
_SOCKET = "unix"
_PREFIX = re.compile(r"(/[A-Za-z0-9._~-]+)*/?")
_ADDRESS = re.compile(r"https?://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d+)?" + _PREFIX.pattern)
_SITE = re.compile(r"(https?://)?(\*\.)?[A-Za-z0-9.-]+(:(\d+|\*))?")
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_TOKEN = re.compile(r"[!-~]*")


class SettingsError(ValueError):
    """Settings that cannot be used: a line for each, which begins with its variable."""


class Settings(BaseModel):
    """What an installation may choose. Each field is read from the variable named in its description."""

    model_config = ConfigDict(frozen=True)

    host: str = Field("127.0.0.1", description="HOST")
    port: int = Field(8050, ge=1, le=65535, description="PORT")
    hosts: str = Field("", description="KAKEHASHI_HOSTS")
    token: str = Field("", description="KAKEHASHI_TOKEN")
    tables: Path = Field(ROOT / "content" / "tables", description="KAKEHASHI_TABLES")
    stories: str = Field("", description="KAKEHASHI_STORIES")
    state: Path = Field(ROOT / ".cache" / "state", description="KAKEHASHI_STATE")
    public_url: str = Field("", description="KAKEHASHI_PUBLIC_URL")
    prefix: str = Field("", description="KAKEHASHI_PREFIX")
    proxies: str = Field("", description="KAKEHASHI_PROXIES")
    frame_hosts: str = Field("", description="KAKEHASHI_FRAME_HOSTS")
    threads: int = Field(8, ge=1, le=64, description="KAKEHASHI_THREADS")
    check_seconds: float = Field(5.0, ge=0, description="KAKEHASHI_CHECK_SECONDS")
    screen_width: int = Field(1080, ge=320, le=20_000, description="KAKEHASHI_SCREEN_WIDTH")
    screen_height: int = Field(1920, ge=320, le=20_000, description="KAKEHASHI_SCREEN_HEIGHT")
    screen_inch: float = Field(32.0, ge=7, le=200, description="KAKEHASHI_SCREEN_INCH")
    screen_low: str = Field("auto", pattern="^(auto|true|false)$", description="KAKEHASHI_SCREEN_LOW")
    idle_seconds: float = Field(60.0, ge=1, le=3600, description="KAKEHASHI_IDLE_SECONDS")
    # Fewer than twenty seconds would be too short for somebody who reads slowly (WCAG 2.2.1).
    countdown_seconds: int = Field(20, ge=20, le=600, description="KAKEHASHI_COUNTDOWN_SECONDS")
    kiosk_languages: str = Field("", description="KAKEHASHI_KIOSK_LANGUAGES")
    offline: bool = Field(True, description="KAKEHASHI_OFFLINE")
    speech: bool = Field(False, description="KAKEHASHI_SPEECH")
    access_log: bool = Field(False, description="KAKEHASHI_ACCESS_LOG")
    usage: bool = Field(True, description="KAKEHASHI_USAGE")
    stick_signers: str = Field("", description="KAKEHASHI_STICK_SIGNERS")
    report_language: str = Field("ja", description="KAKEHASHI_REPORT_LANGUAGE")

    @field_validator("token")
    @classmethod
    def _hold_token(cls, value: str) -> str:
        if _TOKEN.fullmatch(value):
            return value
        raise ValueError("letters, digits and signs of ASCII without blanks, as a header carries them")

    @field_validator("hosts")
    @classmethod
    def _hold_names(cls, value: str) -> str:
        if all(map(_NAME.fullmatch, value.split())):
            return value
        raise ValueError("names such as lobby.example.org, separated by blanks")

    @field_validator("public_url")
    @classmethod
    def _hold_address(cls, value: str) -> str:
        if not value or _ADDRESS.fullmatch(value):
            return value
        raise ValueError("an address such as https://www.example.org/exchange")

    @field_validator("kiosk_languages")
    @classmethod
    def _hold_languages(cls, value: str) -> str:
        known = _list_languages()
        if {code.strip() for code in value.split(",")} <= {*known, ""}:
            return value
        raise ValueError(f"some of {', '.join(known)}, separated by commas")

    @field_validator("report_language")
    @classmethod
    def _hold_language(cls, value: str) -> str:
        known = _list_languages()
        if value in known:
            return value
        raise ValueError(f"one of {', '.join(known)}")

    @field_validator("frame_hosts")
    @classmethod
    def _hold_sites(cls, value: str) -> str:
        if all(map(_SITE.fullmatch, value.split())):
            return value
        raise ValueError("sites such as https://www.example.org, separated by blanks")

    @field_validator("prefix")
    @classmethod
    def _hold_path(cls, value: str) -> str:
        if _PREFIX.fullmatch(value) and ".." not in value:
            return value.rstrip("/")
        raise ValueError("a path such as /exchange")

    @field_validator("proxies")
    @classmethod
    def _hold_proxies(cls, value: str) -> str:
        try:
            _read_networks(value)
        except ValueError as error:
            raise ValueError("addresses such as 127.0.0.1 or 10.0.0.0/8, or unix, separated by blanks") from error
        return value

    @property
    def of_documents(self) -> Mapping[str, object]:
        """What documents depend on: equal for two installations that show the same."""
        return self.model_dump(exclude=set(_OF_THE_SERVER))

    @property
    def base_url(self) -> str:
        """Where the public finds the program, with the path below which it is; empty where that is not known."""
        public = self.public_url.rstrip("/")
        return public.removesuffix(self.prefix) + self.prefix if public else ""

    @property
    def proxy_networks(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """Where web servers ask from that are believed when they say for whom."""
        return _read_networks(self.proxies)

    @property
    def has_proxy_beside(self) -> bool:
        """Whether such a server asks through a socket of this machine, where there are no addresses."""
        return _SOCKET in self.proxies.split()

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """Names and addresses, in small letters and without ports, under which the program may be asked for."""
        public = urlsplit(self.public_url).hostname or ""
        return LOOPBACK | {name.lower() for name in (self.host, public, *self.hosts.split()) if name}

    @property
    def stories_folder(self) -> Path:
        """The folder of the stories; where none is named, it is the one beside the folder of the tables."""
        return Path(self.stories) if self.stories else self.tables.parent / "stories"


def _list_languages() -> list[str]:
    return sorted(folder.name for folder in _LANGUAGES.iterdir() if folder.is_dir())


def _read_networks(value: str) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(name, strict=False) for name in value.split() if name != _SOCKET)


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from environment variables; raise SettingsError naming every bad one."""
    values = {
        name: environment[field.description]
        for name, field in Settings.model_fields.items()
        if field.description and environment.get(field.description)
    }
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise SettingsError("\n".join(map(_describe, error.errors()))) from error


def find_misspelt(environment: Mapping[str, str] = os.environ) -> list[str]:
    """A line for each variable that looks like a setting and is none, with the setting that it may stand for."""
    known = {field.description or "" for field in Settings.model_fields.values()} | _OF_THE_SCREEN
    strange = sorted(name for name in environment if name.startswith("KAKEHASHI_") and name not in known)
    meant = {name: difflib.get_close_matches(name, known, 1) for name in strange}
    return [f"{name}: no such setting" + (f"; {near[0]}?" if near else "") for name, near in meant.items()]


def _describe(fault: ErrorDetails) -> str:
    variable = Settings.model_fields[str(fault["loc"][0])].description
    told = "" if fault["loc"][0] == "token" else f", not {fault['input']!r}"  # nobody reads a secret in a log
    return f"{variable}: {fault['msg'].removeprefix('Value error, ')}{told}"


def read_version() -> str:
    """The version of the program."""
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(described["project"]["version"])
