import numpy as np

from assistant.understanding.paraphrases import outstanding


class Encoder:
    """Vectors by hand: a word points where it is told to."""

    fingerprint = "hand"

    def __init__(self, vectors):
        self.vectors = {word: np.array(vector, dtype=np.float32) for word, vector in vectors.items()}

    def encode_query(self, text):
        return self.vectors[text]

    def encode_passages(self, texts, progress=None):
        if progress:
            progress("", len(texts), len(texts))
        return np.stack([self.vectors[text] for text in texts])


NAMES = ["注册率", "面积", "场次"]


def test_a_name_that_stands_out_is_meant():
    encoder = Encoder({"本地公司比例": [1, 0], "注册率": [0.95, 0], "面积": [0.86, 0], "场次": [0.85, 0]})
    assert outstanding("本地公司比例", NAMES, encoder) == "注册率"


def test_names_that_lie_close_together_tell_nothing():
    encoder = Encoder({"租金": [1, 0], "注册率": [0.88, 0], "面积": [0.87, 0], "场次": [0.86, 0]})
    assert outstanding("租金", NAMES, encoder) is None
