from wagtail.snippets.models import register_snippet

from events.viewsets import SuggestionViewSet

register_snippet(SuggestionViewSet)
