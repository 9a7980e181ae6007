"""The schema, the records, the vocabulary and the columns say the same things."""

import json
from dataclasses import fields

import pytest
from django.db.models import CharField, TextField
from jsonschema import Draft202012Validator

from quotesdb import models, records, vocabulary
from seeds.schema import FORMAT, SCHEMA, VERSION

schema = json.loads(SCHEMA.read_text())
shapes = schema["$defs"]


def stated(shape, field):
    """What the schema says of a field, with what it refers to."""
    said = shapes[shape]["properties"][field]
    if "$ref" in said:
        said = shapes[said["$ref"].rsplit("/", 1)[1]] | said
    return said


def test_the_schema_is_one():
    Draft202012Validator.check_schema(schema)


def test_format_and_version_are_those_of_the_reader():
    assert schema["properties"]["format"]["const"] == FORMAT
    assert schema["properties"]["version"]["const"] == VERSION


@pytest.mark.parametrize(
    ("shape", "record", "only_in_the_record", "only_in_the_file"),
    [
        ("speaker", records.SpeakerRecord, set(), set()),
        ("outlet", records.OutletRecord, set(), set()),
        ("quote", records.QuoteRecord, set(), set()),
        ("article", records.ArticleRecord, set(), {"appearances"}),
        ("reliance", records.RelianceRecord, set(), set()),
        ("appearance", records.AppearanceRecord, {"article"}, set()),
        ("segment", records.SegmentRecord, set(), set()),
        ("hop", records.HopRecord, set(), set()),
    ],
)
def test_fields_are_those_of_the_record(shape, record, only_in_the_record, only_in_the_file):
    in_file = set(shapes[shape]["properties"]) - only_in_the_file
    assert in_file == {field.name for field in fields(record)} - only_in_the_record


@pytest.mark.parametrize(
    ("shape", "field", "words"),
    [
        ("outlet", "kind", vocabulary.OutletKind),
        ("quote", "attribution_status", vocabulary.AttributionStatus),
        ("quote", "record_source", vocabulary.RecordSource),
        ("reliance", "kind", vocabulary.RelianceKind),
        ("reliance", "certainty", vocabulary.Certainty),
        ("appearance", "form", vocabulary.Form),
        ("hop", "relation", vocabulary.Relation),
        ("hop", "medium", vocabulary.Medium),
        ("hop", "certainty", vocabulary.Certainty),
    ],
)
def test_closed_lists_are_those_of_the_vocabulary(shape, field, words):
    assert [word for word in stated(shape, field)["enum"] if word] == list(words)


def test_speakers_are_of_every_kind_but_outlets():
    kinds = [kind for kind in vocabulary.SpeakerKind if kind != vocabulary.SpeakerKind.OUTLET]
    assert stated("speaker", "kind")["enum"] == kinds


@pytest.mark.parametrize(
    ("shape", "model"),
    [
        ("speaker", models.Speaker),
        ("outlet", models.Outlet),
        ("quote", models.Quote),
        ("article", models.Article),
        ("reliance", models.Reliance),
        ("appearance", models.Appearance),
        ("segment", models.Segment),
        ("hop", models.Hop),
    ],
)
def test_nothing_is_longer_than_its_column(shape, model):
    columns = {
        column.name: column.max_length
        for column in model._meta.fields
        if isinstance(column, CharField | TextField) and not column.choices
    }
    stated_columns = {
        field: stated(shape, field)["maxLength"]
        for field in shapes[shape]["properties"]
        if field in columns
    }
    assert stated_columns == {field: columns[field] for field in stated_columns}


def test_every_text_has_a_longest_length():
    for name, shape in shapes.items():
        for field in shape.get("properties", ()):
            said = stated(name, field)
            if "string" in said.get("type", ()):
                assert "maxLength" in said, f"{name}.{field}"


def test_every_shape_and_every_mapping_refuses_unknown_fields():
    assert schema["additionalProperties"] is False
    for name, shape in shapes.items():
        assert "properties" not in shape or shape["additionalProperties"] is False, name
