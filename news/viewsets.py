from wagtail.snippets.views.snippets import SnippetViewSet

from news.models import Category


class CategoryViewSet(SnippetViewSet):
    model = Category
    icon = "tag"
    list_display = ["name", "slug", "sort_order"]
    menu_order = 340
    add_to_admin_menu = True
