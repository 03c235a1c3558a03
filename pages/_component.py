"""Components of our own: a browser fetches their script and style once, instead of with every run.

Streamlit takes a component's files from installed packages alone, and sends those of all others with each
message that draws them: a hundred phones would get 40 kB each, whenever an activity opens.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import streamlit as st

FOLDER = "/scripts"
# All that may be asked for, by the last part of its address.
SCRIPTS: dict[str, bytes] = {}

# What Streamlit runs in place of the script; a room's network may lose a request, so it tries again.
_LOADER = """
const address = new URL("%s", location.origin).href;
const load = async (left, again = "") => {
  try {
    return await import(address + again);
  } catch (fault) {
    if (left === 0) throw fault;
    await new Promise((done) => setTimeout(done, 1_000));
    return load(left - 1, `?again=${left}`);
  }
};
const { default: draw, style } = await load(5);
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
export default (given) => {
  const root = given.parentElement.getRootNode();
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return draw(given);
};
"""


def component(name: str, html: str, *, script: str, style: str = "") -> Callable[..., Any]:
    """What mounts a component with the script's default export; its data are arguments of the mounting call.

    The address holds a hash of the content, so that what a browser has kept never grows old.
    """
    content = f"{script}\nexport const style = {json.dumps(style)};\n".encode()
    file = f"{name}.{hashlib.sha256(content).hexdigest()[:16]}.js"
    SCRIPTS[file] = content
    return st.components.v2.component(name, html=html, js=_LOADER % f"{FOLDER}/{file}")
