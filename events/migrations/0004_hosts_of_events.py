"""Organisers of what is announced already are its hosts."""

from django.db import migrations


def fill(apps, schema_editor):
    Event = apps.get_model("events", "Event")
    Host = Event.hosts.through
    rows = Event.objects.exclude(organiser=None).values_list("pk", "organiser")
    Host.objects.bulk_create(
        (Host(event_id=event, profile_id=profile) for event, profile in rows), ignore_conflicts=True, batch_size=500
    )


class Migration(migrations.Migration):
    dependencies = [("events", "0003_visits_festival_departures")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
