"""A server listens where others can reach it only if somebody decided who may."""

import pytest

from api.address import check_exposure
from assistant.settings import Settings
from corpus.errors import BadRequest


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_on_this_machine_nobody_has_to_sign_in(host):
    check_exposure(Settings(host=host))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "zhengce.example.cn"])
def test_elsewhere_it_is_refused_unless_it_was_decided(host):
    with pytest.raises(BadRequest, match="ASSISTANT_AUTH=on"):
        check_exposure(Settings(host=host))
    check_exposure(Settings(host=host, auth="on"))
    check_exposure(Settings(host=host, auth="open"))
