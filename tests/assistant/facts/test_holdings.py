from types import SimpleNamespace

from assistant.draft import Draft, NoAnswer
from assistant.facts.holdings import answer_holdings
from assistant.reading.ask import Ask, Subject, Where
from corpus.document import Paragraph
from corpus.facts import Facts, Library
from corpus.place import Span
from tests.assistant.making import document, place

ALL = ("qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing")


def ask(words="", documents=ALL, claim=False, heard=frozenset({"mentions"}), **where):
    return Ask(Subject.HOLDINGS, Where(documents=documents, words=words, **where), claim=claim, heard=heard)


def test_which_documents_there_are(best):
    assert best(answer_holdings, ask()) == (
        "收录了5份文件，关于青浦、苏州、太原、鹿城、嘉兴：\n"
        "《青浦区楼宇经济高质量发展行动方案（2023~2025年）》（青府办发〔2023〕30号）。\n"
        "《关于促进楼宇经济高质量发展的推进方案》（苏府办〔2023〕48号）。\n"
        "《太原市楼宇经济高质量发展实施方案(2023—2025年)》。\n"
        "《温州市鹿城区楼宇经济高质量发展行动方案》（温鹿政办〔2023〕78号）。\n"
        "《嘉兴市楼宇经济发展“十三五”规划》。"
    )


def test_which_documents_speak_of_a_thing_and_which_do_not(best):
    lines = best(answer_holdings, ask("楼长")).split("\n")
    assert lines[0] == "提到的有3份：青浦、太原、鹿城；未提及的：苏州、嘉兴。"
    assert lines[3].startswith("鹿城：推选一名“楼长”")
    assert best(answer_holdings, ask("楼长", lacks=True)).startswith("未提及的：苏州、嘉兴；提到的有3份")


def test_a_thing_in_a_table_only_is_found(best):
    """It is the second row of lucheng's annex 3."""
    told = best(answer_holdings, ask("国际康养中心", documents=("lucheng", "suzhou"))).split("\n")
    assert told[0] == "只有鹿城提到；未提及的：苏州。"
    assert "鹿城七都国际康养中心建设工程" in told[1]


def test_documents_that_are_asked_for_are_called_by_their_titles_and_two_wordings_quoted_as_one_are_either(best):
    asked = ask("服务", quoted=("楼长/楼管家",), documents=("lucheng", "suzhou"), heard=frozenset({"which_document"}))
    assert best(answer_holdings, asked).split("\n")[1].startswith("《温州市鹿城区楼宇经济高质量发展行动方案》：")


def test_whether_one_document_speaks_of_it(best, index):
    assert best(answer_holdings, ask("楼长", documents=("lucheng",), claim=True)).startswith("提到了。")
    refused = answer_holdings(ask("火星移民", documents=("lucheng",), claim=True), index)[0].outcome
    assert isinstance(refused, NoAnswer)
    assert refused.message == "鹿城的文件没有提到这一点。"
    everywhere = answer_holdings(ask("火星移民", heard=frozenset({"mentions"})), index)[0].outcome
    assert everywhere.message == "所问的5份文件都没有提到这一点。"


def test_quoted_words_count_as_a_whole(best):
    assert best(answer_holdings, ask("四敢精神", quoted=("四敢精神",))).startswith("只有苏州提到；未提及的：青浦")


def test_many_documents_that_do_not_speak_of_it_are_not_named():
    """Nine hand-made documents, one of which says it."""
    names = tuple(f"plan{at}" for at in range(9))
    made = [_of_one_paragraph(name, "建设候车亭。" if name == "plan4" else "修缮桥梁。") for name in names]
    index = SimpleNamespace(library=Library(made, [Facts(document_id=name) for name in names]), pending=True)
    told = answer_holdings(ask("候车亭", documents=names), index)[0].outcome
    assert told.statements[0].text == "只有《plan4方案》提到；其余文件均未提及。"


def test_names_too_long_to_be_listed_stand_before_what_they_say_alone():
    names = tuple(f"{'very-long-' * 3}{at}" for at in range(3))
    made = [_of_one_paragraph(name, "修缮桥梁。" if name.endswith("2") else "建设候车亭。") for name in names]
    index = SimpleNamespace(library=Library(made, [Facts(document_id=name) for name in names]), pending=True)
    told = answer_holdings(ask("候车亭", documents=names), index)[0].outcome
    assert told.statements[0].text == f"提到的有2份；未提及的：《{names[2]}方案》。"
    assert told.statements[1].text == f"《{names[0]}方案》：建设候车亭。"


def test_a_document_without_the_word_that_tells_most_only_comes_near_it():
    texts = ("推行课间十分钟服务要求。", "构建十分钟服务要求圈。", "修缮桥梁十座要求。", "推行服务圈。")
    made = [_of_one_paragraph(f"plan{at}", text) for at, text in enumerate(texts)]
    names = tuple(one.id for one in made)
    index = SimpleNamespace(library=Library(made, [Facts(document_id=name) for name in names]), pending=True)
    told = answer_holdings(ask("课间十分钟服务要求", documents=names), index)[0].outcome
    assert [one.text for one in told.statements] == [
        "只有《plan0方案》提到；未提及的：《plan2方案》、《plan3方案》。",
        "《plan0方案》：推行课间十分钟服务要求。",
        "《plan1方案》：相近的有：构建十分钟服务要求圈。",
    ]


def test_who_asks_for_no_documents_is_not_told_that_none_speaks_of_it():
    library = Library([_of_one_paragraph("x", "修缮桥梁。")], [Facts(document_id="x")])
    index = SimpleNamespace(library=library, pending=True)
    asked = [answer_holdings(ask("候车亭", documents=("x",), heard=heard), index) for heard in ({"mentions"}, {"who"})]
    assert [[type(one.outcome) for one in found] for found in asked] == [[NoAnswer, Draft], [Draft]]


def _of_one_paragraph(name, text):
    only = Paragraph(text=text, place=place(name), span=Span(start=0, end=len(text)))
    return document(name, text=text).model_copy(update={"blocks": (only,)})


def test_of_several_things_named_a_document_may_speak_of_either():
    """Hand-made documents: of sheds being built, of subsidies for sheds, of other subsidies."""
    texts = {"a": "候车亭建设30座。", "b": "候车亭每座补助2万元。", "c": "农机补助每台500元。", "d": "修缮桥梁。"}
    made = [_of_one_paragraph(name, text) for name, text in texts.items()]
    index = SimpleNamespace(library=Library(made, [Facts(document_id=name) for name in texts]), pending=True)
    asked = ask("候车亭的建设或者补助", documents=tuple(texts), heard=frozenset({"which_document"}))
    told = answer_holdings(asked, index)[0].outcome
    assert told.statements[0].text.startswith("提到的有2份：《a方案》、《b方案》")


def test_what_stands_above_a_sentence_counts_for_it():
    made = _of_one_paragraph("shed", "每座补助2万元。")
    named = made.model_copy(update={"metadata": made.metadata.model_copy(update={"title": "候车亭扶持措施"})})
    others = [_of_one_paragraph("farm", "农机每台补助500元。"), _of_one_paragraph("bridge", "修缮桥梁。")]
    library = Library([named, *others], [Facts(document_id=one.id) for one in (named, *others)])
    asked = ask("候车亭的补助", documents=("shed", "farm", "bridge"))
    told = answer_holdings(asked, SimpleNamespace(library=library, pending=True))[0].outcome
    assert told.statements[0].text.startswith("只有《候车亭扶持措施》提到")
