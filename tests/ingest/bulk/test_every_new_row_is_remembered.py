import pytest
from simple_history.utils import get_history_manager_for_model

from quotesdb.ingest.bulk.storing import table_of
from quotesdb.models import Alias, Appearance, Article, Hop, Outlet, Quote, Segment, Speaker
from quotesdb.models.curator import Curator
from tests.ingest.bulk.files import ALL, QUOTE, SPEAKER, bring, whole

pytestmark = pytest.mark.django_db

MODELS = (Speaker, Alias, Outlet, Article, Quote, Appearance, Segment, Hop)
NAMED = {**SPEAKER, "aliases": ["Hill", "G. Hill"]}


def rows(manager, names):
    return sorted(manager.order_by().values_list(*names), key=str)


def test_as_it_was_written_and_once(tmp_path):
    bring(tmp_path, whole(ALL[0], NAMED, *ALL[2:]))
    bring(tmp_path, whole(ALL[0], NAMED, {**QUOTE, "key": "q2"}))
    for model in MODELS:
        names = table_of(model).remembered
        history = get_history_manager_for_model(model)
        assert rows(model.objects, names) == rows(history, names), model
        assert model.objects.exists()


def test_with_who_did_it_why_and_how(tmp_path):
    curator = Curator.objects.create(username="ada")
    bring(tmp_path, whole(*ALL), by="ada", why="It's 100 % theirs")
    entry = Quote.history.get()
    assert (entry.history_user, entry.history_change_reason) == (curator, "It's 100 % theirs")
    assert (entry.door, entry.history_type) == ("import", "+")
    assert entry.history_date == Speaker.history.first().history_date
