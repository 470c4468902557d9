"""What programs and pages are given as JSON. Knows no shape of its own."""

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A promised shape: frozen, every field described by the words below it."""

    model_config = ConfigDict(use_attribute_docstrings=True, frozen=True)
