from .settlement import Settlement
from .topic import Topic

__all__ = ["Settlement", "Topic"]
