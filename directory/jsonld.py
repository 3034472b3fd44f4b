"""Structured data of profiles: what is published of them, never more."""

from home.addresses import path_of
from home.jsonld import absolute


def organisation(page, frame) -> dict:
    """schema.org ``NGO`` for organisations, ``Organization`` for communities."""
    facts = page.source
    data = {
        "@context": "https://schema.org",
        "@type": "NGO" if getattr(facts, "register_number", "") else "Organization",
        "name": page.title,
        "description": page.summary,
        "url": absolute(path_of(page)),
        "inLanguage": page.language,
    }
    if facts.settlement:
        country = getattr(facts, "country", "") or "LV"
        data["address"] = {
            "@type": "PostalAddress",
            "addressLocality": facts.settlement.name,
            "addressCountry": country,
        }
    point, is_exact = facts.published_point
    if point and is_exact:
        data["location"] = {
            "@type": "Place",
            "geo": {"@type": "GeoCoordinates", "latitude": round(point.y, 6), "longitude": round(point.x, 6)},
        }
    if facts.founded:
        data["foundingDate"] = str(facts.founded)
    links = [url for url in (facts.website, facts.facebook_url, facts.other_url) if url]
    if links:
        data["sameAs"] = links
    for name, values in (
        ("telephone", [contact.public_phone for contact in page.contacts]),
        ("email", [contact.public_email for contact in page.contacts]),
    ):
        if any(values):
            data[name] = next(filter(None, values))
    return data


def attraction(page, frame) -> dict:
    """schema.org ``TouristAttraction`` for a place worth a visit."""
    facts = page.source
    data = {
        "@context": "https://schema.org",
        "@type": "TouristAttraction",
        "name": page.title,
        "description": page.summary,
        "url": absolute(path_of(page)),
        "inLanguage": page.language,
    }
    if facts.settlement:
        data["address"] = {
            "@type": "PostalAddress", "addressLocality": facts.settlement.name, "addressCountry": "LV"
        }  # fmt: skip
    point, is_exact = facts.published_point
    if point and is_exact:
        data["geo"] = _coordinates(point.y, point.x)
    return data


def tourist_trip(page, stops) -> dict:
    """schema.org ``TouristTrip``: the stops in order, each a place with what is told there."""
    items = [
        {
            "@type": "ListItem",
            "position": stop.number,
            "item": {
                "@type": "Place",
                "name": stop.name,
                **({"description": stop.text} if stop.text else {}),
                **({"geo": _coordinates(stop.latitude, stop.longitude)} if stop.point else {}),
            },
        }
        for stop in stops
    ]
    return {
        "@context": "https://schema.org",
        "@type": "TouristTrip",
        "name": page.title,
        "description": page.summary,
        "url": absolute(path_of(page)),
        "inLanguage": page.language,
        "itinerary": {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items},
    }


def _coordinates(latitude: float, longitude: float) -> dict:
    return {"@type": "GeoCoordinates", "latitude": round(latitude, 6), "longitude": round(longitude, 6)}
