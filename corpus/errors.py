"""What can go wrong through the world rather than through a defect of ours.

    UserError                 the caller can mend it; `message` says what happened, `hint` what to do (Chinese)
    ├── BadQuestion           a question that cannot be taken (empty, too long, control characters)
    ├── BadRequest            a filter or option with an impossible value
    ├── UnknownDocument       an id that no document has
    ├── UnreadableDocument    a file that is missing, empty, binary, damaged or hostile
    ├── IndexMissing          nothing has been indexed yet
    ├── IndexDamaged          a file of the generation is not what its manifest says
    ├── IndexMismatch         the index was built with another model, tokenizer or dictionary
    ├── ModelUnavailable      the embedding model cannot be loaded or unpacked
    ├── StoreUnavailable      the database that keeps words and vectors cannot be reached
    ├── DataDirUnusable       the data directory cannot be written
    ├── PortInUse             the address is taken by another process
    └── Busy                  all workers are taken; try again shortly

"Not in the documents" is a value (`Refusal`), never an exception. Anything else that is raised is a defect.
"""

__all__ = [
    "BadQuestion",
    "BadRequest",
    "Busy",
    "DataDirUnusable",
    "IndexDamaged",
    "IndexMismatch",
    "IndexMissing",
    "ModelUnavailable",
    "PortInUse",
    "StoreUnavailable",
    "UnknownDocument",
    "UnreadableDocument",
    "UserError",
]


class UserError(Exception):
    """Something the caller can mend. `code` is stable, `message` and `hint` are Chinese sentences."""

    code = "user_error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}{self.hint}"


class BadQuestion(UserError):
    """When a question is empty, too long or made of control characters."""

    code = "bad_question"


class BadRequest(UserError):
    """When a filter or option has an impossible value."""

    code = "bad_request"


class UnknownDocument(UserError):
    """When a document id is not in the corpus."""

    code = "unknown_document"


class UnreadableDocument(UserError):
    """When a file is missing, empty, binary, damaged or hostile."""

    code = "unreadable_document"


class IndexMissing(UserError):
    """When no generation has been committed yet."""

    code = "index_missing"


class IndexDamaged(UserError):
    """When a file of the current generation differs from its manifest."""

    code = "index_damaged"


class IndexMismatch(UserError):
    """When the index was built with another model, tokenizer or dictionary than the one in use."""

    code = "index_mismatch"


class ModelUnavailable(UserError):
    """When the embedding model cannot be unpacked or loaded."""

    code = "model_unavailable"


class StoreUnavailable(UserError):
    """When the database that keeps words and vectors (ASSISTANT_STORE) cannot be reached or refuses."""

    code = "store_unavailable"


class DataDirUnusable(UserError):
    """When the data directory is read-only, full or not a directory."""

    code = "data_dir_unusable"


class PortInUse(UserError):
    """When the address to serve on is taken."""

    code = "port_in_use"


class Busy(UserError):
    """When every worker is taken and the queue is full."""

    code = "busy"
