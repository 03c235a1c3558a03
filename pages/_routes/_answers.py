"""What the own routes answer with: headers, the visitor's language, a small page of words."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse

from storage.wording import best_language, wording_for
from touchpoints.messages import Wording

# Neither the next site nor a cache may learn of an address that holds a token.
UNSEEN = {"Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>
:root {{ color-scheme: light dark }}
body {{ font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem }}
h1 {{ font-size: 1.5rem; font-weight: 600 }}
</style></head><body><main><h1>{title}</h1><p>{text}</p></main></body></html>
"""


def wording_for_request(request: Request) -> Wording:
    """The words of the language that the browser asks for; its order counts, its weights follow from it."""
    asked = request.headers.get("accept-language", "").split(",")
    return wording_for(best_language([language.partition(";")[0].strip() for language in asked]))


def small_page(wording: Wording, *, title: str, text: str, status: int) -> HTMLResponse:
    """A page of one heading and one paragraph that needs nothing else."""
    words = {"language": wording.language, "title": title, "text": text}
    page = _PAGE.format(**{name: escape(value) for name, value in words.items()})
    return HTMLResponse(page, status, headers=UNSEEN)
