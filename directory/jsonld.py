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
