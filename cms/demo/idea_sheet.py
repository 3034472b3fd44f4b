"""The one-page form that articles offer for download, as an OpenDocument text: opens in Writer and in Word."""

import io
import zipfile
from xml.sax.saxutils import escape

TITLE = "Idejas lapa"
INTRO = "Viena lapa, ar ko sākt sarunu. Rakstiet tā, lai saprot kaimiņš; tabulas un pielikumi būs vēlāk."
BOXES = [
    ("Ko gribam mainīt?", "Viens teikums. Kas būs citādi, kad darbs būs padarīts?"),
    ("Kam tas vajadzīgs?", "Cik cilvēku, kurā vietā. Kā to zināt?"),
    ("Ko darīsim?", "Trīs līdz pieci darbi pēc kārtas."),
    ("Kurš darīs?", "Vārdi, nevis amati."),
    ("Cik tas maksā?", "Pie katra darba summa. Kas no tā jums jau ir?"),
    ("Kas to kops pēc tam?", "Viens cilvēks vai grupa, kas piekrituši."),
]
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}"'
    for short, name in (
        ("office", "office:1.0"),
        ("text", "text:1.0"),
        ("style", "style:1.0"),
        ("meta", "meta:1.0"),
        ("fo", "xsl-fo-compatible:1.0"),
    )
)
DATE = (2024, 1, 1, 0, 0, 0)  # the same bytes each time


def _styles() -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {SPACES} office:version="1.2"><office:styles>'
        '<style:default-style style:family="paragraph"><style:text-properties fo:language="lv" fo:country="LV"'
        ' fo:font-size="12pt"/></style:default-style>'
        '<style:style style:name="Box" style:family="paragraph"><style:paragraph-properties'
        ' fo:border="0.5pt solid #7d8b8f" fo:padding="0.2cm" fo:margin-bottom="0.3cm"/></style:style>'
        "</office:styles></office:document-styles>"
    )


def _content() -> str:
    parts = [f'<text:h text:outline-level="1">{escape(TITLE)}</text:h><text:p>{escape(INTRO)}</text:p>']
    for title, hint in BOXES:
        parts.append(f'<text:h text:outline-level="2">{escape(title)}</text:h><text:p>{escape(hint)}</text:p>')
        parts.append('<text:p text:style-name="Box"><text:line-break/><text:line-break/><text:line-break/></text:p>')
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES} office:version="1.2"><office:body>'
        f"<office:text>{''.join(parts)}</office:text></office:body></office:document-content>"
    )


def _meta() -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' {SPACES} office:version="1.2"><office:meta><dc:title>{TITLE}</dc:title>'
        "<dc:language>lv</dc:language></office:meta>"
        "</office:document-meta>"
    )


def idea_sheet() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        mimetype = zipfile.ZipInfo("mimetype", DATE)  # first and not compressed, as OpenDocument asks
        archive.writestr(mimetype, "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, text in (
            ("content.xml", _content()),
            ("styles.xml", _styles()),
            ("meta.xml", _meta()),
            ("META-INF/manifest.xml", MANIFEST),
        ):
            archive.writestr(zipfile.ZipInfo(name, DATE), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
