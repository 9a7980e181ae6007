"""A new column that names a record must move when that is merged, or be told here why not."""

from django.apps import apps

from quotesdb.merging.places import KINDS, PLACES

WHOLE = "it is a part, and stays with its record"
FOLLOWS = "it follows from others, and is set by the same act"
LEADS = "it is what leads from the one to the other, and is kept flat"

STAYING = {
    ("outlet", "speaker"): "an outlet and its speaker are merged together",
    ("segment", "appearance"): WHOLE,
    ("hop", "appearance"): WHOLE,
    ("affected", "appearance"): FOLLOWS,
    ("affected", "correction"): FOLLOWS,
    ("keptanswer", "quote"): FOLLOWS,
    ("namekey", "named"): FOLLOWS,
    ("namekey", "speaker"): FOLLOWS,
    ("printedby", "outlet"): FOLLOWS,
    ("printedby", "quote"): FOLLOWS,
    ("searchdocument", "quote"): FOLLOWS,
    ("sharedtext", "quote"): FOLLOWS,
    **{(kind.value, "merged_into"): LEADS for kind in KINDS},
}


def naming(model):
    """Every column that names such a record, as model and field."""
    return {
        (other._meta.model_name, field.name)
        for other in apps.get_models()
        if not other.__name__.startswith("Historical")
        for field in other._meta.get_fields(include_hidden=True)
        if field.concrete and field.related_model is model
    }


def test_each_moves_or_stays_for_a_reason():
    for kind, model in KINDS.items():
        moving = {(place.model._meta.model_name, place.field) for place in PLACES[kind]}
        staying = {name for name in naming(model) if name in STAYING}
        assert moving | staying == naming(model), kind
        assert not moving & staying, kind


def test_no_reason_is_left_over():
    named = set().union(*map(naming, KINDS.values()))
    assert set(STAYING) <= named
