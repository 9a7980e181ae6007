from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from quotesdb.models import Curator


@admin.register(Curator)
class CuratorAdmin(UserAdmin):
    """Who signs in, and what they may do; a password is only ever set, never shown."""

    list_display = ["username", "first_name", "last_name", "is_active", "is_superuser"]
