"""Structured data for machines, as plain dicts (schema.org). Addresses are absolute, of the public site."""

from django.conf import settings


def absolute(path: str) -> str:
    return path if path.startswith("http") else settings.SITE_URL + path


def breadcrumb_list(breadcrumbs) -> dict | None:
    """``BreadcrumbList`` of the frame's breadcrumbs; ``None`` for a page without a way to it."""
    if len(breadcrumbs) < 2:
        return None
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": item.title, "item": absolute(item.url)}
            for position, item in enumerate(breadcrumbs, start=1)
        ],
    }


def organisation(config) -> dict:
    """Who publishes the site."""
    return {
        "@type": "Organization",
        "name": str(config.organisation) or str(config),
        "url": settings.SITE_URL + "/",
    }


def share_image(image) -> dict | None:
    """``{"url", "width", "height"}`` of the picture for social cards: the largest JPEG made, else the upload."""
    if image is None:
        return None
    rows = image.variants.get("lead", {}).get("jpeg") or []
    if rows:
        width, height, path = rows[-1]
        return {"url": absolute(settings.MEDIA_URL + path), "width": width, "height": height}
    if image.is_svg():
        return None  # social networks show no vector pictures
    return {"url": absolute(image.file.url), "width": image.width, "height": image.height}
