"""The ASGI application, for those whose platform asks for one; the WSGI one is faster here."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

from quotesdb.counting_together import count_together

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotesdb.settings")
count_together(settings.VAR_DIR / "metrics")
application = get_asgi_application()
