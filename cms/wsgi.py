import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
application = get_wsgi_application()
# What is loaded by now stays, and what a request makes goes with it: the collector need not look at either so often.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
