"""Keys are shown once, kept as digests, and end when they are revoked; sessions end with them."""

import datetime

import pytest

from assistant.keeping.identity import KeyScope
from corpus.errors import BadRequest, NotFound

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def made(keeping):
    return keeping.keys.create("丙", "办公室", KeyScope.WRITE)


def test_a_key_says_whose_it_is_and_what_it_may_do(keeping, made):
    identity = keeping.keys.of_secret(made.secret)
    assert (identity.user, identity.label, identity.key_id) == ("丙", "办公室", made.view.id)
    assert identity.scopes == {KeyScope.READ, KeyScope.WRITE}


def test_neither_keys_nor_sessions_can_be_read_from_the_file(keeping, made):
    token = keeping.keys.open_session(keeping.keys.of_secret(made.secret), HOUR)
    keeping.close()
    data = b"".join(path.read_bytes() for path in keeping.database.path.parent.iterdir())
    assert made.view.id.encode() in data
    assert made.secret.split("_", 2)[2].encode() not in data
    assert token.encode() not in data


def test_what_is_no_key_is_nobodys(keeping, made):
    wrong = made.secret[:-1] + ("a" if made.secret[-1] != "a" else "b")
    for secret in ("", "x", wrong, made.secret + "a", made.secret.upper(), "pa_" + "0" * 12 + "_" + "a" * 43):
        assert keeping.keys.of_secret(secret) is None


def test_a_revoked_key_ends_at_once_and_its_sessions_too(keeping, made):
    token = keeping.keys.open_session(keeping.keys.of_secret(made.secret), HOUR)
    assert keeping.keys.of_session(token).user == "丙"
    keeping.keys.revoke(made.view.id)
    assert keeping.keys.of_secret(made.secret) is None
    assert keeping.keys.of_session(token) is None
    with pytest.raises(NotFound):
        keeping.keys.revoke(made.view.id)
    assert next(view for view in keeping.keys.all() if view.id == made.view.id).revoked_at


def test_a_session_ends_in_time_and_on_request(keeping, clock, made):
    identity = keeping.keys.of_secret(made.secret)
    first, second = (keeping.keys.open_session(identity, HOUR) for _ in range(2))
    keeping.keys.close_session(second)
    assert keeping.keys.of_session(second) is None
    clock.move(minutes=59)
    assert keeping.keys.of_session(first)
    clock.move(minutes=2)
    assert keeping.keys.of_session(first) is None


def test_a_clock_set_back_does_not_make_sessions_last(keeping, clock, made):
    """A small correction is no reason to sign everybody out; a jump is."""
    token = keeping.keys.open_session(keeping.keys.of_secret(made.secret), HOUR)
    clock.move(minutes=-2)
    assert keeping.keys.of_session(token)
    clock.move(days=-1)
    assert keeping.keys.of_session(token) is None


@pytest.mark.parametrize("name", ["", "a b", "x" * 65, "a\n", "<b>"])
def test_names_that_cannot_be_used_are_refused(keeping, name):
    with pytest.raises(BadRequest):
        keeping.keys.create(name, "x", KeyScope.READ)
