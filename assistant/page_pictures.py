"""Pages of the corpus's PDF files as pictures. Knows no HTTP and draws nothing itself."""

from assistant.catalogue import Catalogue
from assistant.settings import Settings
from corpus.document import MediaType
from corpus.errors import BadRequest
from corpus.facts import Library


def page_picture(settings: Settings, library: Library, document_id: str, number: int) -> bytes:
    """Page `number`, from 1, of a document as PNG.

    Raises UnknownDocument, BadRequest where it is no PDF or has no such page, UnreadableDocument.
    """
    from corpus.reading.page_pictures import page_to_png

    document = library.document(document_id)
    if document.source.media_type is not MediaType.PDF:
        raise BadRequest(f"“{document.name}”不是 PDF，没有页面图像。", "请看文字。")
    entry = Catalogue(settings.data_dir, settings.corpus).entry(document_id)
    return page_to_png(entry.path, entry.name, number)
