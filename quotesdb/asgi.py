"""The ASGI application, for those whose platform asks for one; the WSGI one is faster here."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

from quotesdb.counting_together import count_together
from quotesdb.databases import pool_connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotesdb.settings")
count_together(settings.VAR_DIR / "metrics")
# Django answers each request in a thread of its own here, which would open a connection of its own.
pool_connections(settings.DATABASES)
application = get_asgi_application()
