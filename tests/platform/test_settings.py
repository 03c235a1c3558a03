"""Every setting of Streamlit is known to it, has its effect, and stands beside its reason."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import streamlit
from streamlit import config
from streamlit.web.server.starlette import starlette_server

ROOT = Path(__file__).parent.parent.parent
FILE = ROOT / ".streamlit" / "config.toml"
STREAMLIT = Path(streamlit.__file__).parent

# The setting, what it must be, and where in Streamlit it has its effect.
RELIED_ON = [
    ("runner.postScriptGC", False, "runtime/scriptrunner/script_runner.py"),
    ("runner.magicEnabled", False, "runtime/scriptrunner/script_cache.py"),
    ("server.headless", True, "runtime/credentials.py"),
    ("server.showEmailPrompt", False, "runtime/credentials.py"),
    ("server.fileWatcherType", "none", "watcher/path_watcher.py"),
    ("server.runOnSave", False, "runtime/app_session.py"),
    ("server.disconnectedSessionTTL", 900, "web/server/starlette/starlette_app.py"),
    ("server.maxUploadSize", 64, "web/server/starlette/starlette_routes.py"),
    ("server.enableXsrfProtection", True, "web/server/server_util.py"),
    ("server.enableCORS", True, "web/server/server_util.py"),
    ("server.enableStaticServing", False, "web/server/starlette/starlette_app.py"),
    ("server.enableAgentApi", False, "web/server/starlette/starlette_agent_routes.py"),
    ("server.scriptHealthCheckEnabled", False, "web/server/starlette/starlette_app.py"),
    ("browser.gatherUsageStats", False, "runtime/app_session.py"),
    ("client.showErrorDetails", "none", "elements/exception.py"),
    ("client.showErrorLinks", False, "runtime/app_session.py"),
    ("client.toolbarMode", "minimal", "runtime/app_session.py"),
    ("client.showSidebarNavigation", True, "commands/navigation.py"),
    ("logger.level", "warning", "__init__.py"),
    ("logger.messageFormat", "%(asctime)s %(levelname)s %(name)s %(message)s", "logger.py"),
    ("logger.hideWelcomeMessage", True, "web/bootstrap.py"),
    ("global.developmentMode", False, "web/server/starlette/starlette_app.py"),
]


def settings(found: dict[str, Any] | None = None, before: str = "") -> dict[str, Any]:
    """The settings of the file by their dotted names."""
    found = tomllib.loads(FILE.read_text(encoding="utf-8")) if found is None else found
    flat: dict[str, Any] = {}
    for name, value in found.items():
        flat |= settings(value, f"{before}{name}.") if isinstance(value, dict) else {before + name: value}
    return flat


@pytest.mark.parametrize(("name", "value", "effect"), RELIED_ON)
def test_a_setting_is_made_and_has_its_effect(name: str, value: object, effect: str) -> None:
    assert settings()[name] == value
    assert f'"{name}"' in (STREAMLIT / effect).read_text(encoding="utf-8")


def test_no_setting_is_made_that_streamlit_does_not_know() -> None:
    assert set(settings()) <= set(config._config_options_template)


def test_every_setting_but_the_look_is_relied_on_by_name() -> None:
    assert {name for name in settings() if not name.startswith("theme.")} == {name for name, *_ in RELIED_ON}


def test_every_setting_but_colours_and_sizes_gives_its_reason() -> None:
    behaviour = FILE.read_text(encoding="utf-8").split("[theme]")[0]
    lines = [line for line in behaviour.splitlines() if "=" in line and not line.startswith("#")]
    assert [line for line in lines if "#" not in line] == []


def test_streamlit_reads_the_file_of_this_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    config.get_config_options(force_reparse=True)
    assert config.get_option("runner.postScriptGC") is False
    assert config.get_option("server.disconnectedSessionTTL") == 900


def test_the_garbage_collection_after_each_run_is_the_one_that_is_turned_off() -> None:
    source = (STREAMLIT / "runtime" / "scriptrunner" / "script_runner.py").read_text(encoding="utf-8")
    assert re.search(r'if config\.get_option\("runner\.postScriptGC"\):\s+gc\.collect', source)
    assert source.count("gc.collect") == 1


def test_the_welcome_is_what_asks_an_outside_server_for_our_address() -> None:
    source = (STREAMLIT / "web" / "bootstrap.py").read_text(encoding="utf-8")
    printing = source.split("def _print_url")[1]
    assert printing.index("hideWelcomeMessage") < printing.index("get_external_ip")


def test_requests_are_not_logged_for_their_addresses_hold_tokens() -> None:
    assert starlette_server._get_uvicorn_config_kwargs()["access_log"] is False


def test_no_folder_named_pages_lies_beside_the_main_script() -> None:
    # Its presence alone would switch on the older navigation, which knows neither roles nor sections.
    assert (ROOT / "pages" / "_main.py").exists()
    assert not (ROOT / "pages" / "pages").exists()
    manager = (STREAMLIT / "runtime" / "pages_manager.py").read_text(encoding="utf-8")
    assert 'self.main_script_parent / "pages"' in manager
