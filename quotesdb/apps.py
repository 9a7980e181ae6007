from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class QuotesDBConfig(AppConfig):
    name = "quotesdb"
    verbose_name = "Quotes"
    default_auto_field = "django.db.models.BigAutoField"


class DeskConfig(AdminConfig):
    default_site = "quotesdb.desk.Desk"
