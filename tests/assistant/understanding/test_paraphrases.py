import numpy as np

from assistant.understanding.paraphrases import closeness


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


def test_a_name_that_means_what_is_said_stands_above_the_others():
    encoder = Encoder({"本地公司比例": [1, 0], "注册率": [0.95, 0], "面积": [0.86, 0], "场次": [0.86, 0]})
    near = closeness("本地公司比例", NAMES, encoder)
    assert max(near, key=near.__getitem__) == "注册率"
    assert round(near["注册率"], 2) == 0.06


def test_two_names_are_too_few_to_tell():
    assert closeness("租金", NAMES[:2], Encoder({})) == {}
