"""Ids of facts: content hashes, so that two builds of one corpus give the same ids."""

import hashlib

_DIGITS = 16


def content_id(*parts: object) -> str:
    """The first digits of the SHA-256 over `parts`; None counts as a part of its own."""
    text = "\x1f".join(repr(part) for part in parts)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_DIGITS]
