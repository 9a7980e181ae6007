from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.core.cache import close_caches
from django.core.signals import request_finished


class QuotesDBConfig(AppConfig):
    name = "quotesdb"
    verbose_name = "Quotes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Nothing is kept in Django's caches, so after a request there is none to be closed.
        request_finished.disconnect(close_caches)


class DeskConfig(AdminConfig):
    default_site = "quotesdb.desk.Desk"
