"""The committed OpenAPI document is the code's, is valid, and every example in it is true."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from api.examples import QUESTIONS, SUCCESSES, answer_in, ask, examples_of
from api.invented import invent_a_retraction, invent_a_writer

DOCUMENT = Path(settings.BASE_DIR) / "docs" / "openapi.yaml"


@pytest.fixture(scope="module")
def document():
    return yaml.safe_load(DOCUMENT.read_text())


def operations(document):
    for path, methods in document["paths"].items():
        for operation in methods.values():
            yield path, operation


def success_of(operation):
    """What is answered if all goes well."""
    return operation["responses"][min(operation["responses"])]


def examples(document):
    for _, operation in operations(document):
        for content in success_of(operation).get("content", {}).values():
            for name, example in content.get("examples", {}).items():
                yield operation, name, example["value"], content["schema"]


def test_the_committed_document_is_the_codes():
    drawn = SchemaGenerator().get_schema(public=True)
    assert OpenApiYamlRenderer().render(drawn).decode() == DOCUMENT.read_text(), (
        "run `make schema` and commit docs/openapi.yaml"
    )


def test_it_is_valid_openapi_3_1(document):
    assert document["openapi"].startswith("3.1")
    validate(document)


def test_every_operation_has_an_example_and_a_summary(document):
    for path, operation in operations(document):
        assert operation["summary"], path
        assert QUESTIONS[operation["operationId"]], path
        for kind, content in success_of(operation).get("content", {}).items():
            if kind in ("application/json", "application/atom+xml"):
                assert all(example["value"] for example in content["examples"].values()), path


def test_every_parameter_says_what_it_is(document):
    silent = [
        (path, parameter["name"])
        for path, operation in operations(document)
        for parameter in operation.get("parameters", [])
        if not parameter.get("description")
    ]
    assert silent == []


@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_every_example_is_what_the_api_answers(document, settings):
    client = Client(SERVER_NAME="quotes.example")
    settings.ALLOWED_HOSTS = ["quotes.example"]
    call_command("import_seeds", verbosity=0)
    invent_a_retraction()
    secret = invent_a_writer()
    told = {
        (operation["operationId"], name): (value, schema)
        for operation, name, value, schema in examples(document)
    }
    for operation in QUESTIONS:
        for example in examples_of(operation):
            answer = ask(client, example, secret)
            assert answer.status_code in SUCCESSES, (example, answer.content)
            if answer.status_code == 204:
                continue
            value, schema = told.pop((operation, example.name))
            given = answer_in(answer.content, answer["Content-Type"])
            assert given == value, f"{example.address}: run `make schema`"
            whole = {"components": document["components"], **schema}
            Draft202012Validator(whole).validate(given)
    assert told == {}


def test_every_body_of_an_example_is_what_the_document_asks_for(document):
    asked = 0
    for _, operation in operations(document):
        content = operation.get("requestBody", {}).get("content", {})
        for one in filter(None, [content.get("application/json")]):
            whole = {"components": document["components"], **one["schema"]}
            for example in one["examples"].values():
                Draft202012Validator(whole).validate(example["value"])
                asked += 1
    assert asked == sum(
        example.body is not None for name in QUESTIONS for example in examples_of(name)
    )


def test_the_addresses_of_the_examples_are_those_of_the_document(document):
    paths = [re.compile(re.sub(r"\{\w+\}", "[^/]+", path)) for path in document["paths"]]
    for operation in QUESTIONS:
        for example in examples_of(operation):
            address = urlsplit(example.address).path
            assert any(path.fullmatch(address) for path in paths), example
