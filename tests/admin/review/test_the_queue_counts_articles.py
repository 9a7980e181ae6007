from unittest import mock

import pytest

from quotesdb.admin.review import pages
from tests.admin.review.asking import get, in_role
from tests.review.submitted import BODY, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def queue(client):
    """A queue of three articles with several candidates each, two on a page."""
    client.force_login(in_role("Curators"))
    for harbour in ("Eastmouth", "Westmouth", "Northmouth"):
        submit(BODY.replace("Eastmouth", harbour).replace("Nobody", f"Nobody in {harbour}"))
    with mock.patch.object(pages, "ON_A_PAGE", 2):
        yield lambda page: get(client, f"?p={page}")


def test_and_not_candidates(queue):
    lines = queue(1).context["lines"]
    assert (lines.paginator.count, lines.paginator.num_pages) == (3, 2)


def test_the_last_page_is_the_last(queue):
    last = queue(2)
    assert b"page 2 of 2" in last.content
    assert not last.context["lines"].has_next()
    assert len(last.context["articles"]) == 1
