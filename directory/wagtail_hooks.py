from wagtail.snippets.models import register_snippet

from directory.viewsets import PlacesAndTopics

register_snippet(PlacesAndTopics)
