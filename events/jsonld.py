"""``Event``, ``EducationEvent`` and ``Festival`` of schema.org, one for each date that is coming."""

from django.conf import settings
from django.utils import timezone

from directory.cards import ListingCard
from events.cards import organiser_card
from events.models import Event, Session
from events.vocabulary import EventKind, Format, Status
from home.addresses import path_of
from home.jsonld import share_image

MOST = 20
TYPES = {EventKind.TRAINING: "EducationEvent", EventKind.FESTIVAL: "Festival"}
STATUS = {Status.CANCELLED: "EventCancelled", Status.POSTPONED: "EventPostponed"}
ATTENDANCE = {
    Format.IN_PERSON: "OfflineEventAttendanceMode",
    Format.ONLINE: "OnlineEventAttendanceMode",
    Format.BOTH: "MixedEventAttendanceMode",
}


def events(page) -> list[dict]:
    """Empty for a page whose dates are all over. The link to join is told to nobody here."""
    rows = Session.objects.filter(event=page.translation_key).coming(timezone.now())[:MOST]
    event = Event.objects.filter(key=page.translation_key).first()
    organiser = organiser_card(page.source, page.language)
    return [_event(page, event, row, organiser) for row in rows]


def _event(page, event: Event, session: Session, organiser: ListingCard | None) -> dict:
    url = settings.SITE_URL + path_of(page)
    data = {
        "@context": "https://schema.org",
        "@type": TYPES.get(event.kind, "Event"),
        "name": f"{page.title}: {session.name}" if session.name else page.title,
        "description": page.description,
        "inLanguage": page.language,
        "startDate": timezone.localtime(session.starts).isoformat(),
        "endDate": timezone.localtime(session.ends).isoformat(),
        "eventStatus": f"https://schema.org/{STATUS.get(session.status, 'EventScheduled')}",
        "eventAttendanceMode": f"https://schema.org/{ATTENDANCE[session.format]}",
        "location": _places(page, session, url),
        "isAccessibleForFree": not session.price,
        "url": url,
    }
    if session.price:
        data["offers"] = {"@type": "Offer", "price": str(session.price), "priceCurrency": "EUR", "url": url}
    if organiser is not None:
        data["organizer"] = {
            "@type": "Organization", "name": organiser.title, "url": settings.SITE_URL + organiser.url
        }  # fmt: skip
    image = share_image(page.get_main_image())
    return data | ({"image": [image["url"]]} if image else {})


def _places(page, session: Session, url: str) -> list[dict]:
    places: list[dict] = []
    if session.format != Format.ONLINE:
        place = page.place
        address = {"@type": "PostalAddress", "streetAddress": place.address}
        if place.settlement:
            address["addressLocality"] = place.settlement.name
        spot = {"@type": "Place", "name": place.name or str(place.settlement or ""), "address": address}
        if place.point:
            spot["geo"] = {"@type": "GeoCoordinates", "latitude": place.point.y, "longitude": place.point.x}
        places.append(spot)
    if session.format != Format.IN_PERSON:
        places.append({"@type": "VirtualLocation", "url": url})
    return places
