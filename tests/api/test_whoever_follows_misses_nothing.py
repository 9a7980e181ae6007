"""Several write at the same time; somebody follows along, and is told of everything once."""

import json

from tests.processes import ended, manage, own_database, start

WRITER = ("-m", "tests.curation.writer_in_a_hurry")
FOLLOWER = ("-m", "tests.api.follower_in_a_hurry")
HELD = """
import json
from quotesdb.changes import NAMES
from quotesdb.models import Change
held = Change.objects.order_by("id").values_list("id", "kind", "number", "what", "at")
past = [
    (kind._meta.model_name, number, at)
    for kind in NAMES
    for number, at in kind.history.values_list("id", "history_date")
]
print(json.dumps([list(held), past], default=str))
"""


def test_under_several_writers(tmp_path):
    end = tmp_path / "end"
    with own_database(tmp_path) as environment:
        environment |= {"DJANGO_SETTINGS_MODULE": "quotesdb.settings"}
        ended([manage(environment, "migrate", "--verbosity=0")])
        ended([start(environment, *WRITER, "prepare")])
        follower = start(environment, *FOLLOWER, str(end))
        ended([start(environment, *WRITER, str(number)) for number in range(4)])
        end.touch()
        (told,) = ended([follower])
        (said,) = ended([manage(environment, "shell", "--verbosity=0", "-c", HELD)])
    held, past = json.loads(said)
    assert [it["id"] for it in json.loads(told)] == [row[0] for row in held]
    of_history = [(kind, number, at) for _, kind, number, what, at in held if what != "recounted"]
    assert sorted(of_history) == sorted(map(tuple, past))
    moments = [at for *_, at in held]
    assert moments == sorted(moments)
