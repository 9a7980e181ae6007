from django.apps import AppConfig
from django.conf import settings
from django.contrib.admin.apps import AdminConfig
from django.core.cache import close_caches
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, reset_queries


class QuotesDBConfig(AppConfig):
    name = "quotesdb"
    verbose_name = "Quotes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Spare each request what comes to nothing."""
        # Nothing is kept in Django's caches, so there is none to be closed.
        request_finished.disconnect(close_caches)
        # Connections last, or are given back when a request ends: none grows old before the next.
        request_started.disconnect(close_old_connections)
        if not settings.DEBUG:
            request_started.disconnect(reset_queries)


class DeskConfig(AdminConfig):
    default_site = "quotesdb.desk.Desk"
