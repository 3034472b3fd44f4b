from .article import ArticlePage
from .category import Category
from .news_index import NewsIndexPage
from .training import TrainingPage
from .training_index import TrainingIndexPage
from .training_series import TrainingSeriesPage

__all__ = ["ArticlePage", "Category", "NewsIndexPage", "TrainingIndexPage", "TrainingPage", "TrainingSeriesPage"]
