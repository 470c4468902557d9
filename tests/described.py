"""The settings as the documentation has to tell them."""

from assistant.settings import PREFIX, Settings


def defaults() -> dict[str, str]:
    """By environment variable, the default as it is shown."""
    shown = {name: "" if one.default is None else str(one.default) for name, one in Settings.model_fields.items()}
    return {PREFIX + name.upper(): value for name, value in (shown | {"corpus": "corpus/documents"}).items()}
