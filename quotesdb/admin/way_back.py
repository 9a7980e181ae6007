"""Finding back to the record from whose page another one was opened."""

from django.urls import reverse

from quotesdb.admin.finding import is_id
from quotesdb.models import Appearance, Article, Quote

PARAMETER = "_back"
STARTS = {"article": Article, "quote": Quote, "appearance": Appearance}


def ticket(record):
    """What a link carries so that the page it opens can lead back to `record`."""
    return f"{record._meta.model_name}-{record.pk}"


def way_back(request, place):
    """Where the page was opened from: one of our records by its id, so nothing foreign."""
    kind, _, number = request.GET.get(PARAMETER, "").partition("-")
    if kind not in STARTS or not is_id(number):
        return None
    record = STARTS[kind].objects.filter(pk=number).first()
    return record and {
        "kind": kind,
        "record": record,
        "url": f"{address(record)}#{place}",
        "list_name": record._meta.verbose_name_plural,
        "list_url": reverse(f"admin:{record._meta.app_label}_{kind}_changelist"),
        "query": f"{PARAMETER}={ticket(record)}",
    }


def address(record):
    """The page of a record at the desk."""
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])
