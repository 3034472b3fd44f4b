"""Pictures and documents of the demo, in a collection of their own, so that they can be told from staff's."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from wagtail.documents import get_document_model
from wagtail.models import Collection

from cms.demo.content.pictures import PICTURES
from cms.demo.idea_sheet import idea_sheet
from home.models import Image

IMAGES = Path(__file__).parent / "images"
COLLECTION = "Paraugs"
CREDIT = "Ķekavas novada NVO sadarbības platforma"


def demo_collection() -> Collection:
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=COLLECTION).first() or root.add_child(name=COLLECTION)


def load_pictures(collection: Collection) -> dict[str, int]:
    """Name → primary key. The worker makes the sizes."""
    known = {image.title: image.pk for image in Image.objects.filter(collection=collection)}
    pictures = {}
    for name, (title, alt, focus) in PICTURES.items():
        if title not in known:
            file = ContentFile((IMAGES / f"{name}.webp").read_bytes(), name=f"{name}.webp")
            image = Image(
                title=title,
                file=ImageFile(file, name=f"{name}.webp"),
                description=alt[0],
                credit=CREDIT,
                is_illustration=True,
                collection=collection,
            )
            if focus:
                image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = focus
            image.save()
            known[title] = image.pk
        pictures[name] = known[title]
    return pictures


def load_documents(collection: Collection) -> dict[str, int]:
    Document = get_document_model()
    document = Document.objects.filter(collection=collection, title="Idejas lapa").first()
    if document is None:
        file = ContentFile(idea_sheet(), name="idejas-lapa.odt")
        document = Document(title="Idejas lapa", file=file, collection=collection)
        document.save()
    return {"idejas-lapa": document.pk}


def delete_files() -> None:
    for collection in Collection.objects.filter(name=COLLECTION):
        for image in Image.objects.filter(collection=collection):
            image.delete()
        for document in get_document_model().objects.filter(collection=collection):
            document.delete()
