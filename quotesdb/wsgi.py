"""The WSGI application that the production server runs."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from quotesdb.counting_together import count_together

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotesdb.settings")
count_together(settings.VAR_DIR / "metrics")
application = get_wsgi_application()

# All that is loaded stays for ever: it need not be looked through for what is no longer of use.
gc.collect()
gc.freeze()
# A search makes thousands of small things, of which hardly any goes in circles.
gc.set_threshold(10_000, 20, 20)
