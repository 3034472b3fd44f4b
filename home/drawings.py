"""Whether a drawing (SVG) only draws."""

import re
from xml.etree.ElementTree import ElementTree

# What makes it more than a drawing: code, other documents, sound and film.
ACTIVE = {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener"}
ADDRESSES = {"href", "src", "base"}
WITHIN = r"(?:#|data:image/(?:png|jpe?g|gif|webp)[;,])"
ADDRESS_WITHIN = re.compile(rf"\s*{WITHIN}", re.IGNORECASE)
ADDRESS_OUTSIDE = re.compile(rf"url\(\s*+['\"]?+\s*+(?!{WITHIN})|javascript:", re.IGNORECASE)
# A style sheet may also fetch another one, or spell what it does with escapes.
STYLE_OUTSIDE = re.compile(rf"@import|\\|{ADDRESS_OUTSIDE.pattern}", re.IGNORECASE)


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()


def _is_harmless(element) -> bool:
    name = _local(element.tag)
    attributes = {_local(key): value for key, value in element.attrib.items()}
    # An animation writes its values into another attribute.
    written = attributes.get("attributename", "").rpartition(":")[2].lower()
    return not (
        name in ACTIVE
        or written in ADDRESSES
        or any(key.startswith("on") for key in (*attributes, written))
        or any(not ADDRESS_WITHIN.match(attributes[key]) for key in ADDRESSES & attributes.keys())
        or any(ADDRESS_OUTSIDE.search(value) for value in attributes.values())
        or STYLE_OUTSIDE.search(attributes.get("style", ""))
        or (name == "style" and STYLE_OUTSIDE.search(element.text or ""))
    )


def only_draws(drawing: ElementTree) -> bool:
    """No script, no event, nothing asked of another address, anywhere in the parsed tree."""
    return all(_is_harmless(element) for element in drawing.iter() if isinstance(element.tag, str))
