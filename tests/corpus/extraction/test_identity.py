from corpus.extraction.identity import content_id


def test_ids_depend_on_every_part_and_on_nothing_else():
    assert content_id("a", 1, None) == content_id("a", 1, None)
    assert len({content_id("a", None), content_id("a", "None"), content_id("a"), content_id("aN", "one")}) == 4
