"""All rows there are, but for what remembers that something happened."""

from django.apps import apps

NOT_TOLD = {"Change", "Merge", "Moved", "Duplicate", "Edition", "PostingSegment", "PostingList"}
"""History is told by its name. How likeness is posted may differ; what is posted may not."""

NOT_COMPARED = {"version", "updated_at"}


def dump():
    """By model, all rows without versions; ids are given by chance where rows are derived."""
    return {
        model.__name__: sorted(map(repr, rows_of(model)))
        for model in apps.get_app_config("quotesdb").get_models()
        if model.__name__ not in NOT_TOLD and not model.__name__.startswith("Historical")
    }


def rows_of(model):
    has_history = hasattr(model, "history")
    columns = [
        field.attname
        for field in model._meta.concrete_fields
        if field.name not in NOT_COMPARED and (has_history or not field.primary_key)
    ]
    for row in model._base_manager.order_by().values_list(*columns):
        yield tuple(bytes(it) if isinstance(it, memoryview) else it for it in row)


def differences(before, after):
    """What is no more, and what is new, by model."""
    return {
        name: (
            [row for row in before[name] if row not in after[name]],
            [row for row in after[name] if row not in before[name]],
        )
        for name in before
        if before[name] != after[name]
    }
