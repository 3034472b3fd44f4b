"""``NewsArticle`` of schema.org."""

import datetime

from django.utils import timezone

from home.jsonld import absolute, organisation, share_image


def news_article(page, frame) -> dict:
    """The article as search engines like it; times carry the zone."""
    facts = page.source
    published = timezone.make_aware(datetime.datetime.combine(facts.published_on, datetime.time(9)))
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page.title[:110],
        "description": page.search_description or page.lead,
        "inLanguage": page.language,
        "datePublished": published.isoformat(),
        "dateModified": max(page.last_published_at or published, published).isoformat(),
        "mainEntityOfPage": absolute(frame.canonical),
        "author": organisation(frame.settings),
        "publisher": organisation(frame.settings),
    }
    image = share_image(facts.lead_image)
    if image:
        data["image"] = [image["url"]]
    return data
