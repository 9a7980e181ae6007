"""Accounts at the desk."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from quotesdb.models import Curator

FOR_SUPERUSERS = ("is_superuser", "user_permissions")


@admin.register(Curator)
class CuratorAdmin(UserAdmin):
    """Who signs in, and what they may do; a password is only ever set, never shown.

    Whoever administers accounts without being a superuser makes nobody one, and changes no account
    of one: otherwise each administrator were a superuser who has not yet taken the step.
    """

    list_display = ["username", "first_name", "last_name", "is_active", "is_superuser"]

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        return may and (obj is None or reaches(request, obj))

    def has_delete_permission(self, request, obj=None):
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or reaches(request, obj))

    def get_readonly_fields(self, request, obj=None):
        given = super().get_readonly_fields(request, obj)
        return given if request.user.is_superuser else (*given, *FOR_SUPERUSERS)


def reaches(request, curator):
    """Whether this person may change that account."""
    return request.user.is_superuser or not curator.is_superuser
