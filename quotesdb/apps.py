from django.apps import AppConfig


class QuotesDBConfig(AppConfig):
    name = "quotesdb"
    verbose_name = "Quotes"
    default_auto_field = "django.db.models.BigAutoField"
