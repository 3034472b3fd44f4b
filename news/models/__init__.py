from .article import ArticlePage
from .category import Category
from .news_index import NewsIndexPage

__all__ = ["ArticlePage", "Category", "NewsIndexPage"]
