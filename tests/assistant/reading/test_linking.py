import pytest

from assistant.reading.linking import link
from assistant.reading.names import NameKind
from assistant.reading.reading import read
from assistant.reading.spelling import Speller
from assistant.reading.vocabulary import vocabulary_of
from corpus.errors import UnknownDocument
from corpus.facts import Facts, Library
from tests.assistant import making
from tests.assistant.making import document


@pytest.fixture(scope="module")
def linked(library):
    vocabulary = vocabulary_of(library)
    speller = Speller.of(vocabulary.names)
    return lambda text, *chosen: link(text, vocabulary, speller, chosen)


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("青浦的目标", ("qingpu",)),
        ("温州鹿城有几个附件", ("lucheng",)),
        ("青府办发〔2023〕30号抄送谁", ("qingpu",)),
        ("苏府办[2023]48号", ("suzhou",)),
        ("温鹿政办【2023】78号什么时候印发", ("lucheng",)),
        ("《嘉兴市楼宇经济发展“十三五”规划》的期限", ("jiaxing",)),
        ("昆山和张家港差多少", ("suzhou",)),
        ("徐泾2025年新增办公面积", ("qingpu",)),
        ("市本级要有几幢", ("jiaxing",)),
        ("市审批服务管理局负责什么", ("taiyuan",)),
        ("太原和嘉兴相比", ("taiyuan", "jiaxing")),
        ("楼宇党建由谁负责", ()),
        ("什么叫“垂直工厂”", ("taiyuan",)),
        ("“楼宇经济”是什么意思", ()),
    ],
)
def test_documents_named_or_given_away(linked, text, documents):
    """By region, 文号 in any brackets, title, and by areas and units that only one document has."""
    assert linked(text).documents == documents


def test_the_year_of_a_doc_number_is_not_asked_about(linked):
    assert "2023" not in linked("青府办发〔2023〕30号文抄送了哪些单位").masked


def test_a_number_no_document_has_is_reported(linked):
    assert linked("沪府发〔2024〕5号规定了什么").unknown_documents


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("宁波市2025年亿元楼宇的数字", ["宁波市"]),
        ("杭州的入驻率目标", ["杭州"]),
        ("浦东新区有多少幢", ["浦东新区"]),
        ("杭州和嘉兴谁的目标高", ["杭州"]),
        ("嘉兴怎么接轨杭州", []),
        ("接轨杭州的内容在哪份规划里", ["杭州"]),
        ("上海示范区怎么做", []),
        ("沿中山路的楼宇集聚带", []),
        ("青浦比如有哪些项目", []),
        ("市里的县里的乡里的都说下", []),
        ("跟别的镇合着写的也算", []),
    ],
)
def test_places_no_document_is_about(linked, text, places):
    """Named places are never ignored, save those that the asked document itself speaks of."""
    assert list(linked(text).unknown_regions) == places


def test_chosen_documents_narrow_and_must_exist(linked):
    assert linked("青浦和苏州的目标", "suzhou").documents == ("suzhou",)
    with pytest.raises(UnknownDocument):
        linked("目标", "nowhere")


def test_units_are_linked_within_the_documents_asked_for(linked):
    found = linked("太原市税务局要干什么")
    names = [name for mention in found.mentions for name in mention.names if name.kind is NameKind.UNIT]
    assert [name.value for name in names if name.document in found.documents] == ["市税务局"]


@pytest.fixture(scope="module")
def neighbours_linked():
    """Two documents of one province, one of a city, one of no place."""
    documents = [
        document("power", "浙江", title="浙江省运力提升行动方案（2024—2027年）"),
        document("health", "浙江", title="浙江省加快推动“人工智能+医疗健康”高质量发展行动计划（2025—2027年）"),
        document("city", "苏州", title="关于促进楼宇经济高质量发展的推进方案"),
        document("farming", title="关于加快推进农业机械化转型升级的指导意见"),
        document("clinic", "海州", title="关于同意设置苏州市老年病医院的批复"),
    ]
    vocabulary = vocabulary_of(Library(documents, [Facts(document_id=one.id) for one in documents]))
    speller = Speller.of(vocabulary.names)
    return lambda text: link(text, vocabulary, speller)


@pytest.fixture(scope="module")
def neighbours(neighbours_linked):
    return lambda text: set(neighbours_linked(text).documents)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("浙江运力提升行动有哪些重点任务", {"power"}),
        ("浙江的人工智能医疗健康要达到什么目标", {"health"}),
        ("浙江到2027年的目标", {"power", "health"}),
        ("浙江从2024到2026年每年增加多少", {"power", "health"}),
        ("浙江运力提升和人工智能医疗健康的目标各是什么", {"power", "health"}),
        ("浙江运力提升和苏州的推进方案相比", {"power", "city"}),
        ("农业机械化的目标", {"farming"}),
        ("那个机械化的指导意见里谁牵头", {"farming"}),
        ("运力方案什么时候印发", {"power"}),
        ("浙江运力方案什么时候印发", {"power"}),
        ("浙江那份医疗健康行动计划管到哪年", {"health"}),
        ("浙江运力方案和医疗健康计划各管到哪年", {"power", "health"}),
        ("浙江的方案和计划各管到哪年", {"power", "health"}),
        ("医疗健康、运力提升和楼宇经济推进方案各由谁牵头", {"health", "power", "city"}),
        ("运力、医疗健康这两份文件谁先印发", {"health", "power"}),
        ("浙江那两份文件，运力网络和医疗卫生健康提升各怎么说", {"health", "power"}),
        ("苏州老年病医院有多少床位", {"clinic"}),
        ("苏州的目标是什么", {"city"}),
        ("农机化文件谁牵头", set()),
        ("农业机械化文件谁牵头", {"farming"}),
        ("各地推进方案怎么说", set()),
        ("发展规划怎么说", set()),
    ],
)
def test_documents_of_one_place_are_told_apart_by_their_titles(neighbours, text, meant):
    assert neighbours(text) == meant


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("浙江运力方案的目标", "      的目标"),
        ("医疗健康那份行动计划里谁牵头", "          里谁牵头"),
        ("医疗健康要达到什么目标", "医疗健康要达到什么目标"),
    ],
)
def test_the_words_that_call_a_document_are_taken_out(neighbours_linked, text, masked):
    assert neighbours_linked(text).masked == masked


def test_the_place_in_front_of_a_unit_is_no_word_of_the_question(linked):
    assert linked("青浦区商务委牵头什么").masked == "  区商务委牵头什么"


@pytest.fixture(scope="module")
def placeless():
    """A document of no place that speaks of one, a collection of reports, and one of a zone."""
    report = "婺源县：2025年目标，经济增长5%。固原市：经济增长6%。"
    documents = [
        document("works", text="广州要创新。" * 6 + "学习北京。", title="关于推进科技创新工程的实施意见"),
        document("reports", text=report, title="部分市县工作报告摘编"),
        document("zone", "南京江北新区", text="江北新区的软件", title="南京江北新区促进软件产业发展的政策措施"),
        document("term", text="鲜草产量", title="民用爆炸物品行业发展规划（2016—2020年）"),
    ]
    vocabulary = vocabulary_of(Library(documents, [Facts(document_id=one.id) for one in documents]))
    return lambda text: link(text, vocabulary, Speller.of(vocabulary.names))


@pytest.mark.parametrize(
    ("text", "documents", "places"),
    [
        ("广州怎么扶持企业", ("works",), ()),
        ("固原市的目标是多少", ("reports",), ()),
        ("固原和广州谁的目标高", ("works", "reports"), ()),
        ("工作报告摘编里广州的目标", ("works", "reports"), ()),
        ("江北新区的文号", ("zone",), ()),
        ("浙江有什么要求", (), ("浙江",)),
        ("深圳有什么要求", (), ("深圳",)),
        ("2020年的鲜草产量", (), ()),
    ],
)
def test_a_document_of_no_place_is_asked_for_by_the_places_it_speaks_of(placeless, text, documents, places):
    """A year is no word of a title, and a zone lies in its own city's province (江北 is in 宁波, too)."""
    found = placeless(text)
    assert (found.documents, found.unknown_regions) == (documents, places)


def test_a_place_that_is_a_row_of_a_document_of_the_whole_country_is_known():
    table = making.table("water", ("省份", "水量"), ("湖北省", "6.85"), ("湖南省", "10.55"))
    state = document("water", text="湖北省 6.85 湖南省 10.55 江西省", title="流域水量分配方案的批复")
    level = state.metadata.model_copy(update={"level": "国家"})
    whole = state.model_copy(update={"metadata": level, "blocks": (table,)})
    library = Library([whole], [Facts(document_id="water")])
    vocabulary = vocabulary_of(library)
    found = [link(one, vocabulary, Speller.of(vocabulary.names)) for one in ("湖南分多少水", "江西分多少水")]
    assert [(one.documents, one.unknown_regions) for one in found] == [(("water",), ()), ((), ("江西",))]


@pytest.mark.parametrize(("place", "unknown"), [("如皋市", ()), ("阜宁县", ("阜宁县",))])
def test_a_county_that_the_text_of_its_own_city_names_is_known(place, unknown):
    """One of another city that it names in passing is not."""
    city = document("school", "南通", text="如皋市户籍的学生在本市入学，阜宁县户籍的转回。", title="南通市入学办法")
    vocabulary = vocabulary_of(Library([city], [Facts(document_id="school")]))
    found = link(f"户口在{place}怎么办", vocabulary, Speller.of(vocabulary.names))
    assert found.unknown_regions == unknown


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("南通师大怎么招研究生", ()),
        ("南通理工学院怎么招生", ()),
        ("南通大学怎么招生", ("school",)),
        ("南通大学生有补贴吗", ("school",)),
        ("南通支持大学办附属学校吗", ("school",)),
    ],
)
def test_a_place_that_a_school_is_named_by_calls_no_document(text, documents):
    """Unless one that is called by the place speaks of that school."""
    city = document("school", "南通", text="南通大学附属小学按学区招生。", title="南通市入学办法")
    other = document("masters", "海州", text="招收研究生。", title="海州市研究生招生办法")
    vocabulary = vocabulary_of(Library([city, other], [Facts(document_id=one) for one in ("school", "masters")]))
    found = link(text, vocabulary, Speller.of(vocabulary.names))
    assert (found.documents, found.unknown_regions) == (documents, ())


@pytest.mark.parametrize(("times", "documents", "unknown"), [(6, ("letter",), ()), (2, (), ("大连",))])
def test_a_place_that_a_document_of_the_whole_country_dwells_on_is_known(times, documents, unknown):
    """A letter to a province speaks of its cities; one that is only mentioned is no place to ask of it."""
    letter = document("letter", text="大连港要扩建。" * times, title="关于所提问题办理情况的函")
    state = letter.metadata.model_copy(update={"level": "国家"})
    library = Library([letter.model_copy(update={"metadata": state})], [Facts(document_id="letter")])
    vocabulary = vocabulary_of(library)
    found = link("大连的电厂为什么没批", vocabulary, Speller.of(vocabulary.names))
    assert (found.documents, found.unknown_regions) == (documents, unknown)


def _linked_of(text: str, titles: dict[str, str]) -> tuple[str, ...]:
    made = [
        one.model_copy(update={"metadata": one.metadata.model_copy(update={"title": title})})
        for key, title in titles.items()
        for one in [document(key)]
    ]
    vocabulary = vocabulary_of(Library(made, [Facts(document_id=key) for key in titles]))
    return link(text, vocabulary, Speller.of(vocabulary.names)).documents


def test_words_of_a_kind_of_document_tell_none():
    titles = {"a": "甲市关于支持滨江新一轮发展的若干意见", "b": "关于推进政务新媒体健康有序发展的意见"}
    assert _linked_of("支持滨江新一轮发展的意见讲了哪些方面", titles) == ("a",)


def test_announcements_and_letters_are_called_by_their_words_and_kind():
    titles = {"a": "关于受理青年公寓申请的公告", "b": "关于山体险情有关问题的复函", "c": "甲市河道管理细则"}
    assert _linked_of("青年公寓公告和山体险情复函哪个晚", titles) == ("a", "b")


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("茶园和渔港各有什么补贴", {"tea", "harbour"}),
        ("茶园、渔港两份文件谁牵头", {"tea", "harbour"}),
        ("茶园普查方案与渔港办法的期限有什么不同", {"tea", "harbour"}),
        ("茶园和菜地怎么补贴", set()),
        ("普查办法里茶园和渔港各是什么", set()),
    ],
)
def test_documents_set_side_by_side_are_called_by_what_their_titles_are_about(question, documents):
    titles = {"tea": "茶园普查实施方案", "harbour": "渔港建设管理办法", "census": "人口普查办法"}
    library = Library(
        [document(one, title=title, text=title) for one, title in titles.items()],
        [Facts(document_id=one) for one in titles],
    )
    told = read(question, library)
    assert (set(told.documents) if told.told and len(told.documents) == 2 else set()) == documents
