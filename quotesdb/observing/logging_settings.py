"""What is logged, where to, and how it looks: the value of Django's LOGGING."""

from typing import Any


def logging_of(form: str, level: str) -> dict[str, Any]:
    """Everything goes to standard error, in one form.

    Django's own lines about refused requests tell their paths, and say no more than ours.
    """
    lines = {"()": "quotesdb.observing.log_lines.Lines", "form": form}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": lines},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level},
            "django.request": {"level": "ERROR"},
            "django.security": {"level": "ERROR"},
        },
    }
