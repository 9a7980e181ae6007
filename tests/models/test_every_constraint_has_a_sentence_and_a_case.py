from django.apps import apps
from django.db.models import BaseConstraint

from tests.models.constraint_cases import CASES


def constraints():
    return [
        constraint
        for model in apps.get_app_config("quotesdb").get_models()
        for constraint in model._meta.constraints
    ]


def test_every_constraint_has_a_sentence_of_its_own():
    plain = BaseConstraint.default_violation_error_message
    mute = [it.name for it in constraints() if it.violation_error_message in ("", plain)]
    assert mute == []


def test_every_constraint_has_a_case_and_every_case_a_constraint():
    assert {constraint.name for constraint in constraints()} == set(CASES)
