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
    ├── Busy                  all workers are taken; try again shortly
    ├── TookTooLong           an answer was not there within the time a request may take
    ├── NotFound              what is asked for does not exist, or belongs to somebody else
    ├── UnknownRevision       a version of a document that was not kept
    ├── NotSignedIn           no key and no session, or one that is not valid
    ├── WrongKey              signing in with a key that is none, or revoked
    ├── NotAllowed            a key that may not do this
    ├── TooManyRequests       more requests than one caller may send; `seconds` until the next may come
    └── QuotaExceeded         as much is kept as the settings allow

"Not in the documents" is a value (`Refusal`), never an exception. Anything else that is raised is a defect.
"""


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


class TookTooLong(UserError):
    """When an answer was not there within the time that a request may take."""

    code = "took_too_long"


class NotFound(UserError):
    """When a kept thing does not exist, or belongs to somebody else: the two are not told apart."""

    code = "not_found"


class UnknownRevision(UserError):
    """When a version of a document was not kept."""

    code = "unknown_revision"


class NotSignedIn(UserError):
    """When a request carries no key and no session, or one that is not valid."""

    code = "not_signed_in"


class WrongKey(UserError):
    """When somebody signs in with a key that is none of ours, or was revoked."""

    code = "wrong_key"


class NotAllowed(UserError):
    """When a key has not the scope that a request needs."""

    code = "not_allowed"


class TooManyRequests(UserError):
    """When one caller sends more than the settings allow; `seconds` until the next request may come."""

    code = "too_many_requests"

    def __init__(self, message: str, hint: str, seconds: int) -> None:
        super().__init__(message, hint)
        self.seconds = seconds


class QuotaExceeded(UserError):
    """When as many things or bytes are kept as the settings allow."""

    code = "quota_exceeded"
