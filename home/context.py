"""What every template knows."""

from django.utils.functional import SimpleLazyObject

from home.navigation import frame_for


def frame(request):
    """``frame`` for templates; loaded when first looked at, so that the admin's pages never pay for it."""
    return {"frame": SimpleLazyObject(lambda: frame_for(request))}
