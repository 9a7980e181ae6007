"""Somebody who may sign in where nobody may yet."""

import secrets

from django.contrib.auth import get_user_model

NAME = "curator"


def make_first_curator() -> str | None:
    """The password of a new curator with all rights; None where there is one with all rights.

    The password is kept nowhere but as Django's hash: whoever calls this shows it.
    """
    curators = get_user_model().objects
    if curators.filter(is_superuser=True).exists() or curators.filter(username=NAME).exists():
        return None
    password = secrets.token_urlsafe(12)
    curators.create_superuser(NAME, password=password)
    return password
