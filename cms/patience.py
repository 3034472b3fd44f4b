"""Writers of the embedded database wait for each other as long as the settings say.

``mod_spatialite`` sets the connection's busy timeout to five seconds when it is loaded, which is after Django has set
its own: among many writers, who are served in no fair order, the unlucky one would be told that the database is locked.
"""

from django.db.backends.signals import connection_created
from django.dispatch import receiver


@receiver(connection_created, dispatch_uid="cms_patience")
def set_patience(connection, **kwargs):
    seconds = connection.settings_dict["OPTIONS"].get("timeout") if connection.vendor == "sqlite" else None
    if seconds:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")
