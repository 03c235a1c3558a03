"""The look: colours that can be read, the keys under which Streamlit keeps it, what its pages hold."""

from __future__ import annotations

import re

import pytest
import streamlit

from pages._routes._copies import files_worth_compressing
from pages._routes.headers import content_security_policy, inline_script_hashes
from tests.platform.test_settings import ROOT, STREAMLIT, settings

STATIC = STREAMLIT / "static"
THEME = settings()
TEXT_COLOURS = (
    "textColor",
    "primaryColor",
    "linkColor",
    *(f"{name}Color" for name in ("red", "green", "blue")),
)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        (part / 12.92) if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2: 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, ground: str, share: float) -> str:
    """The colour that is seen where one shines through by a share."""
    places = (1, 3, 5)
    parts = [
        share * int(colour[place : place + 2], 16) + (1 - share) * int(ground[place : place + 2], 16)
        for place in places
    ]
    return "#" + "".join(f"{round(part):02X}" for part in parts)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("text", TEXT_COLOURS)
def test_text_can_be_read_on_every_ground(look: str, text: str) -> None:
    grounds = [
        THEME[name] for name in THEME if name.startswith(f"theme.{look}.") and "ackgroundColor" in name
    ]
    assert len(grounds) >= 4
    assert min(contrast(THEME[f"theme.{look}.{text}"], ground) for ground in grounds) >= 4.5


def test_the_letters_on_the_accent_colour_can_be_read() -> None:
    css = (ROOT / "pages" / "_dark.css").read_text(encoding="utf-8")
    letters, badge = re.findall(r"color: (#\w{6})", css)
    assert contrast("#FFFFFF", THEME["theme.light.primaryColor"]) >= 4.5
    assert contrast(letters, THEME["theme.dark.primaryColor"]) >= 4.5
    # A badge stands on a thin veil of the same accent.
    ground = mixed(THEME["theme.dark.primaryColor"], THEME["theme.dark.backgroundColor"], 0.2)
    assert contrast(badge, ground) >= 4.5


@pytest.mark.parametrize("look", ["light", "dark"])
def test_captions_can_be_read_too(look: str) -> None:
    # Streamlit writes them in 60 % of the text colour.
    for place in ("", "sidebar."):
        ground, text = THEME[f"theme.{look}.{place}backgroundColor"], THEME[f"theme.{look}.textColor"]
        assert contrast(mixed(text, ground, 0.6), ground) >= 4.5


@pytest.mark.parametrize(
    "name",
    [
        *("stBaseButton-", "stBaseLinkButton", "stNumberInputStepUp", "stSidebarCollapseButton"),
        *("stPageLink", "stSidebar"),
    ],
)
def test_the_parts_that_we_paint_or_press_are_still_called_so(name: str) -> None:
    scripts = [file.read_text(encoding="utf-8") for file in STATIC.rglob("*.js")]
    assert any(name in script for script in scripts)


def test_streamlit_keeps_the_look_where_the_switch_writes_it() -> None:
    scripts = "".join(
        file.read_text(encoding="utf-8") for file in (STATIC / "static" / "js").glob("utils.*.js")
    )
    ours = (ROOT / "pages" / "_components" / "sidebar" / "look.js").read_text(encoding="utf-8")
    assert "`stActiveTheme-${window.location.pathname}`" in scripts
    assert re.search(r"ACTIVE_THEME:`\$\{\w+\}-v\$\{\w+\}`", scripts)
    [version] = set(re.findall(r"var (?:\w+=\w+,)*\w+=(\d),\w+=`stActiveTheme-", scripts))
    assert f"stActiveTheme-${{address}}-v{version}" in ours
    assert re.search(r"===`System`\|\|\w+===`Light`\|\|\w+===`Dark`", scripts)


def test_streamlit_follows_an_address_that_the_browser_goes_back_to() -> None:
    """By this the links beside a page lead to another one; see also the browser tests."""
    script = next(
        text
        for file in sorted((STATIC / "static" / "js").glob("index.*.js"))
        if "onHistoryChange" in (text := file.read_text(encoding="utf-8"))
    )
    listening = re.search(r"addEventListener\(`popstate`,this\.onHistoryChange", script)
    assert listening
    assert "findPageByUrlPath(document.location.pathname)" in script


def test_the_policy_names_each_inline_script_of_streamlits_page() -> None:
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", page)
    assert len(inline) == len(inline_script_hashes()) == 1
    assert f"'sha256-{inline_script_hashes()[0]}'" in content_security_policy()
    assert not re.search(r"\son\w+=", page)


def test_streamlits_page_loads_nothing_from_elsewhere() -> None:
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    assert not re.findall(r'(?:src|href)="(?!\./)[^"]+"', page)
    assert not [value for value in THEME.values() if isinstance(value, str) and "http" in value]


def test_the_files_that_we_compress_carry_a_hash_in_their_names() -> None:
    files = files_worth_compressing()
    assert len(files) > 100
    assert [file.name for file in files if not re.search(r"\.[\w-]{8}\.(js|css|svg)$", file.name)] == []
    assert len({file.name for file in files}) == len(files)


def test_the_version_is_the_one_that_all_this_was_tried_with() -> None:
    [pinned] = re.findall(
        r"^streamlit==(\S+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert streamlit.__version__ == pinned
