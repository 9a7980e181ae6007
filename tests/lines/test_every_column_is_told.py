"""Whatever a curator can enter goes out and comes in; the rest is named here, with the reason."""

import pytest

from quotesdb.ingest.bulk.drafts import PROFILE, READERS
from quotesdb.lines.kinds import KINDS
from quotesdb.models import Outlet

NOT_TOLD = {
    "id": "another database has its own",
    "speaker_id": "an outlet's line is about its speaker too",
    "wording": "follows from the segments",
    "text_id": "told as the version of a text",
    "slug": "of an alias: follows from its name",
    "sort_date": "follows from other days",
    "appearance_count": "follows from the printings",
    "independent_origins": "follows from the printings",
    "independent_origins_inferred": "follows from the printings",
}

MODELS = {kind.model: READERS[name] for name, kind in KINDS.items()}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_of_records(model):
    told = {member.column for member in MODELS[model].members}
    if model is Outlet:
        told |= {member.column for member in PROFILE.members}
    assert untold(model, told) == set()


@pytest.mark.parametrize(
    "part", [it for kind in KINDS.values() for it in kind.parts], ids=lambda part: part.name
)
def test_of_parts(part):
    told = {member.column for member in part.members}
    whole = {f"{part.model.whole}_id", *(["position"] if part.is_positioned else [])}
    assert untold(part.model, told | whole) == set()


def untold(model, told):
    return {field.attname for field in model._meta.concrete_fields} - told - NOT_TOLD.keys()
