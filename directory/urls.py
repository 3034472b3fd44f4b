from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from directory import along_views, answering, open_data, tile_views, views
from directory.embed.views import embed

# Machines and everybody, in no language.
machine = [
    path("tiles/<int:z>/<int:x>/<int:y>.png", tile_views.tile, name="tile"),
    path("sw.js", along_views.worker, name="pack_worker"),
    path("api/v1/", include("directory.api.urls")),
]

# Readers, in their language.
urlpatterns = [
    path("map.json", views.map_data, name="map_data"),
    path("map/<int:pk>.json", views.map_item, name="map_item"),
    path(_("write/<uuid:key>/"), views.write, name="write_to_profile"),
    path(_("way/<uuid:key>/print/"), along_views.sheet, name="way_sheet"),
    path(_("way/<uuid:key>.pdf"), along_views.sheet_as_pdf, name="way_pdf"),
    path(_("way/<uuid:key>.<str:suffix>"), along_views.way_file, name="way_file"),
    # The worker of the packs looks after what begins with this address, and nothing else.
    path(_("take-along/"), along_views.packs, name="packs"),
    path(_("take-along/<uuid:key>/"), along_views.pack, name="pack"),
    path(_("take-along/<uuid:key>.json"), along_views.manifest, name="pack_manifest"),
    path(_("is-it-right/<str:token>/"), answering.is_it_right, name="is_it_right"),
    path(_("something-wrong/<uuid:key>/"), answering.something_wrong, name="something_wrong"),
    path(_("something-wrong/answer/<str:token>/"), answering.report_answer, name="report_answer"),
    path("embed/", embed, name="directory_embed"),
    path(_("open-data/"), open_data.open_data, name="open_data"),
    path(_("export/directory.<str:suffix>"), open_data.export, name="directory_export"),
]

# Members, when they have signed in.
urlpatterns += [path("", include("directory.portal.urls"))]
