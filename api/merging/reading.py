"""The answer about one record, told by its shape."""

from api.rendering import written
from api.selection import everything
from api.statements import document_in, page_sql, read


def answer_about(shape, model, number):
    """The whole document of the record with this id."""
    page = page_sql([model._base_manager.filter(pk=number).order_by()], ("pk",), False)
    _, rows = read(shape, everything(shape), model, page, False)
    return written(document_in(rows[0]))
