"""The data file says what it means: every form has an example that it makes, every sense is a normal form."""

import pytest

from assistant.comparing.vocabulary import field, normal_form, sense_of


@pytest.mark.parametrize("form", field().forms, ids=lambda form: form.example[0])
def test_every_form_does_what_its_example_shows(form):
    written, wanted = form.example
    assert normal_form(written) == wanted
    assert normal_form(wanted) == wanted


@pytest.mark.parametrize("group", field().groups, ids=lambda group: group.name)
def test_every_sense_is_found_by_its_words(group):
    for sense in group.senses:
        for words in sense:
            found = [sense_of(normal_form(words), unit) for unit in group.units]
            assert {(one[0].name, one[1]) for one in found if one} == {(group.name, sense[0])}, words


def test_groups_of_several_senses_say_why_they_are_not_one():
    assert all(group.doubt for group in field().groups if len(group.senses) > 1)
