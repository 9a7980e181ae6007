"""The ASGI application, for those whose platform asks for one; the WSGI one is faster here."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotesdb.settings")
application = get_asgi_application()
