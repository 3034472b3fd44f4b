"""The OpenAPI 3.1 document of ``/api/v1/``, written from the filters and fields themselves. In English."""

from django.conf import settings
from django.utils.translation import override

from directory.api.asking import LAST_PAGE, MOST, PER_PAGE
from directory.exports.rows import FIELDS
from directory.filters import FACETS, MOST_VALUES, ORDERS

LISTS = {"places", "topics", "topic_names", "days", "parts", "audiences", "languages", "access", "open", "equipment"}
TYPES = {
    "longitude": "number", "latitude": "number", "founded": "integer", "seats": "integer",
    "public_benefit": "boolean", "is_free": "boolean",
}  # fmt: skip
ABOUT = {"$ref": "#/components/schemas/About"}
STRING = {"type": "string"}


def document() -> dict:
    with override("en"):
        return {
            "openapi": "3.1.0",
            "info": {
                "title": "Communities, organisations and rooms",
                "version": "1",
                "description": "Reading only; no key, no cookie. Lists are those of the site under the same filters.",
                "license": {"name": settings.DATA_LICENCE, "url": settings.DATA_LICENCE_URL},
            },
            "servers": [{"url": f"{settings.SITE_URL}/api/v1"}],
            "paths": _paths(),
            "components": {"schemas": _schemas(), "parameters": {"lang": _lang()}, "responses": _refusals()},
        }


def _paths() -> dict:
    key = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
    return {
        "/": _get("What there is", {"type": "object", "properties": {"about": ABOUT}}),
        "/listings": _get(
            "Things that a filter lets through", _list_of("Listing", paged=True), [*_filters(), *_pages()]
        ),
        "/listings/{id}": _get(
            "One thing", _object({"about": ABOUT, "item": {"$ref": "#/components/schemas/Listing"}}), [key], ("404",)
        ),
        "/settlements": _get("Towns and villages", _list_of("Settlement")),
        "/topics": _get("Topics", _list_of("Topic")),
    }


def _get(summary: str, schema: dict, parameters=(), refusals: tuple[str, ...] = ()) -> dict:
    ok = {
        "description": summary,
        "headers": {name: {"schema": STRING} for name in ("ETag", "Link")},
        "content": {"application/json": {"schema": schema}},
    }
    codes = {code: {"$ref": "#/components/responses/Problem"} for code in ("400", *refusals)}
    lang = {"$ref": "#/components/parameters/lang"}
    answers = {"200": ok, "304": {"description": "Not changed since the ETag in If-None-Match"}, **codes}
    return {"get": {"summary": summary, "parameters": [lang, *parameters], "responses": answers}}


def _filters() -> list[dict]:
    found = []
    for name, (label, choices) in FACETS.items():
        values = {"type": "string", **({"enum": [value for value, _label in choices]} if choices else {})}
        schema = {"type": "array", "items": values, "maxItems": MOST_VALUES}
        found.append(_query(name, f"{label}; repeated: any of them", schema, explode=True))
    number = r"-?\d+(\.\d+)?"
    return [
        *found,
        _query("q", "words", {"type": "string", "maxLength": 100}),
        _query("letter", "first letter of the name", {"type": "string", "maxLength": 2}),
        _query("near", "latitude,longitude; rounded to 0.01°", {"type": "string", "pattern": f"^{number},{number}$"}),
        _query("box", "west,south,east,north in degrees", {"type": "string", "pattern": f"^{number}(,{number}){{3}}$"}),
        _query(
            "order", "by name, nearest or newest first", {"type": "string", "enum": [value for value, _l in ORDERS]}
        ),
    ]


def _pages() -> list[dict]:
    whole = {"type": "integer", "minimum": 1}
    return [
        _query("page", "page, from 1", {**whole, "maximum": LAST_PAGE, "default": 1}),
        _query("per_page", "things on a page", {**whole, "maximum": MOST, "default": PER_PAGE}),
    ]


def _query(name: str, description: str, schema: dict, **more) -> dict:
    return {"name": name, "in": "query", "description": description, "schema": schema, **more}


def _lang() -> dict:
    languages = [code for code, _name in settings.LANGUAGES]
    return _query("lang", "language of the texts", {"type": "string", "enum": languages, "default": languages[0]})


def _object(properties: dict) -> dict:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list_of(name: str, paged: bool = False) -> dict:
    numbers = ("total", "page", "pages") if paged else ("total",)
    items = {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}
    return _object({"about": ABOUT, **{number: {"type": "integer"} for number in numbers}, "items": items})


def _type_of(name: str) -> dict:
    if name in LISTS or name == "links":
        return {"type": "array", "items": STRING}
    if name == "contacts":
        return {"type": "array", "items": _object(dict.fromkeys(("name", "role", "phone", "email"), STRING))}
    if name in TYPES:
        return {"type": [TYPES[name], "null"]}
    return {"type": "boolean"} if name == "sample" else {"type": "string"}


def _schemas() -> dict:
    fields = {name: {**_type_of(name), "description": str(text)} for name, text in FIELDS.items()}
    fields["area"] = {"type": ["object", "null"], "description": "GeoJSON MultiPolygon, approximate"}
    fields["self"] = {"type": "string", "format": "uri"}
    position = {"type": ["number", "null"]}
    names = ("title", "publisher", "source", "licence", "licence_url", "settlements", "settlements_licence_url")
    place = {name: STRING for name in ("id", "name", "locative", "kind", "parish")}
    problem = {"type": STRING, "status": {"type": "integer"}, "detail": STRING}
    return {
        "About": _object(dict.fromkeys(names, STRING)),
        "Listing": _object(fields),
        "Settlement": _object({**place, "longitude": position, "latitude": position}),
        "Topic": _object({"id": STRING, "name": {"type": "object"}, "parent": {"type": ["string", "null"]}}),
        "Problem": {**_object(problem), "description": "RFC 9457; errors: parameter → what is wrong with it"},
    }


def _refusals() -> dict:
    schema = {"$ref": "#/components/schemas/Problem"}
    content = {"application/problem+json": {"schema": schema}}
    return {"Problem": {"description": "In words why there is no answer", "content": content}}
