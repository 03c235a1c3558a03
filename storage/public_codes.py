"""Codes of what is open to the public: in the address of a form, and for authors who look for an answer."""

from __future__ import annotations

import hashlib
import secrets

from storage.workshops import CODE_SIGNS

# 60 random bits: whoever tries a hundred a minute finds one of a million in twenty thousand years.
_LENGTH = 12
# What a form carries from the moment it is shown, so that it is stored once however often it is sent.
SHORTEST_MARK = 32


def new_public_code() -> str:
    """A code that nobody guesses and that can be typed."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(_LENGTH))


def new_mark() -> str:
    """A secret mark for a form that is shown."""
    return secrets.token_urlsafe(32)


def reply_code_of(mark: str) -> str:
    """The code that belongs to a form's mark: sent twice, the form gives the same one."""
    digest = hashlib.sha256(f"reply {mark}".encode()).digest()
    # 256 is a multiple of 32, so that every sign is as likely as any other.
    return "".join(CODE_SIGNS[byte % len(CODE_SIGNS)] for byte in digest[:_LENGTH])


def hash_of_code(code: str) -> str:
    """What is stored of a code that only its owner knows."""
    return hashlib.sha256(code.encode()).hexdigest()
