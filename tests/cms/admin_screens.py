"""The screens of the admin that our editors use, on a site that has something to show on each."""

import datetime
from types import SimpleNamespace

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, GroupApprovalTask, Locale, Page, PageLogEntry, Site, Workflow
from wagtail_localize.models import Translation, TranslationSource

from directory.models import Topic
from home.groups import ensure_groups
from home.models import Funder, Image, Person, Project, User
from tests.factories.site import article, category, news_index, standard_page


def busy_desk(site):
    """A site in the middle of its work: something of everything that the screens show."""

    desk = SimpleNamespace()
    ensure_groups()
    desk.user = User.objects.create_superuser("vadība@platforma.test", "parole", first_name="Māra", last_name="Kļava")
    other = User.objects.create_user("redakcija@platforma.test", "parole", first_name="Ieviņa", last_name="Bērziņa")
    other.groups.set(Group.objects.all())
    desk.image = Image.objects.create(title="Upes līcis", file=get_test_image_file("upe.png"))
    desk.document = Document.objects.create(title="Nolikuma šablons", file=ContentFile(b"x", "nolikums.pdf"))
    desk.person = Person.objects.create(name="Ieviņa Bērziņa")
    desk.funder = (
        Funder.objects.create(name={"lv": "Fondā", "en": "Fondā"}, slug="fonds")
        if hasattr(Funder, "slug")
        else Funder.objects.create(name={"lv": "Fondā", "en": "Fondā"})
    )
    desk.project = Project.objects.create(
        title={"lv": "Platformas attīstība", "en": "Platformas attīstība"}, funder=desk.funder, number="1"
    )
    desk.topic = Topic.objects.create(slug="daba", name={"lv": "Dabā", "en": "Dabā"})
    desk.category = category(lv="Pārskats", en="Pārskats")
    desk.collection = Collection.get_first_root_node().add_child(name="Attēli no mežā")
    desk.index = news_index(site.home, "Jaunumi pagastā")
    desk.article = article(desk.index, "Kopienas vakars Ķekavā", lead_image=desk.image)
    desk.article.save_revision(user=other, log_action=True)
    desk.page = standard_page(site.home, "Par mūsu vietni")
    standard_page(desk.page, "Apakšlapa šeit")
    later = article(desk.index, "Vēlāk būs", publish=False)
    later.go_live_at = timezone.now() + datetime.timedelta(days=3)
    later.expire_at = timezone.now() + datetime.timedelta(days=9)
    later.save_revision(user=other).publish()
    desk.later = later
    desk.waiting = article(desk.index, "Gaida pārbaudi šis", publish=False)
    desk.waiting.save_revision(user=other)
    desk.workflow = Workflow.objects.get()
    desk.task = GroupApprovalTask.objects.get()
    desk.state = desk.workflow.start(desk.waiting, other)
    desk.redirect = Redirect.objects.create(old_path="/vecā", redirect_page=desk.page)
    source, _ = TranslationSource.get_or_create_from_instance(desk.article)
    desk.source = source
    desk.translation = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    desk.translation.save_target(user=desk.user)
    desk.translated = desk.article.get_translation(Locale.objects.get(language_code="en"))
    desk.site = Site.objects.get()
    desk.home = Page.objects.get(pk=site.home.pk)
    # The small site's English home page has an English name, in the tree and in the log.
    Page.objects.filter(pk=site.home_en.pk).update(title="Sākums angļu valodā", draft_title="Sākums angļu valodā")
    PageLogEntry.objects.filter(label="Home").delete()
    desk.group = Group.objects.first()
    return desk


def screens(desk):
    """The name and the address of each."""
    article, page = desk.article.pk, desk.page.pk
    first, last = desk.article.revisions.order_by("pk").first().pk, desk.article.latest_revision.pk
    task_state = desk.state.current_task_state.pk
    pages = "wagtailadmin_pages:"
    yield "dashboard", reverse("wagtailadmin_home")
    yield "explorer root", reverse("wagtailadmin_explore_root")
    yield "explorer", reverse("wagtailadmin_explore", args=[desk.home.pk])
    yield "explorer of news", reverse("wagtailadmin_explore", args=[desk.index.pk]) + "?ordering=ord"
    yield "search pages", reverse(pages + "search") + "?q=Kopienas"
    yield "search nothing", reverse(pages + "search") + "?q=xyzzy"
    yield "choose type", reverse(pages + "add_subpage", args=[desk.home.pk])
    for model, parent in (
        ("news/articlepage", desk.index),
        ("home/standardpage", desk.home),
        ("home/peoplepage", desk.home),
        ("home/projectspage", desk.home),
        ("home/accessibilitypage", desk.home),
        ("news/newsindexpage", desk.home),
    ):
        yield f"create {model}", reverse(pages + "add", args=[*model.split("/"), parent.pk])
    yield "edit home", reverse(pages + "edit", args=[desk.home.pk])
    yield "edit article", reverse(pages + "edit", args=[article])
    yield "edit scheduled", reverse(pages + "edit", args=[desk.later.pk])
    yield "edit in workflow", reverse(pages + "edit", args=[desk.waiting.pk])
    yield "translate", reverse(pages + "edit", args=[desk.translated.pk])
    for verb in ("delete", "unpublish", "move", "copy", "history", "usage", "set_privacy", "workflow_history"):
        yield verb, reverse(pages + verb, args=[page if verb != "workflow_history" else desk.waiting.pk])
    yield "history of article", reverse(pages + "history", args=[article])
    yield "delete article", reverse(pages + "delete", args=[article])
    yield "move where", reverse("wagtailadmin_choose_page_child", args=[desk.home.pk])
    yield "confirm move", reverse(pages + "move_confirm", args=[desk.page.pk, desk.home.pk])
    yield "revert", reverse(pages + "revisions_revert", args=[article, first])
    yield "compare", reverse(pages + "revisions_compare", args=[article, first, last])
    yield "unschedule", reverse(pages + "revisions_unschedule", args=[desk.later.pk, desk.later.latest_revision.pk])
    for action in ("approve", "reject"):
        yield action, reverse(pages + "workflow_action", args=[desk.waiting.pk, action, task_state])
    yield "cancel workflow", reverse(pages + "confirm_workflow_cancellation", args=[desk.waiting.pk])
    yield "workflow status", reverse(pages + "workflow_history_detail", args=[desk.waiting.pk, desk.state.pk])
    for name in ("index", "add", "task_index", "task_chooser"):
        yield f"workflows {name}", reverse(f"wagtailadmin_workflows:{name}")
    yield "add task", reverse("wagtailadmin_workflows:add_task", args=["wagtailcore", "groupapprovaltask"])
    yield "workflow", reverse("wagtailadmin_workflows:edit", args=[desk.workflow.pk])
    yield "workflow usage", reverse("wagtailadmin_workflows:usage", args=[desk.workflow.pk])
    yield "disable workflow", reverse("wagtailadmin_workflows:disable", args=[desk.workflow.pk])
    yield "task", reverse("wagtailadmin_workflows:edit_task", args=[desk.task.pk])
    yield "disable task", reverse("wagtailadmin_workflows:disable_task", args=[desk.task.pk])
    for report in ("locked_pages", "workflow", "workflow_tasks", "site_history", "aging_pages", "page_types_usage"):
        yield report, reverse(f"wagtailadmin_reports:{report}")
    yield "translations report", reverse("wagtail_localize:translations_report")
    yield "images", reverse("wagtailimages:index")
    yield "images nothing", reverse("wagtailimages:index") + "?q=xyzzy"
    yield "image add", reverse("wagtailimages:add")
    yield "images add", reverse("wagtailimages:add_multiple")
    yield "image", reverse("wagtailimages:edit", args=[desk.image.pk])
    yield "image delete", reverse("wagtailimages:delete", args=[desk.image.pk])
    yield "image usage", reverse("wagtailimages:image_usage", args=[desk.image.pk])
    yield "image chooser", reverse("wagtailimages_chooser:choose")
    yield "image chooser, format", reverse("wagtailimages_chooser:choose") + "?select_format=true"
    yield "image format", reverse("wagtailimages_chooser:select_format", args=[desk.image.pk])
    yield "documents", reverse("wagtaildocs:index")
    yield "document add", reverse("wagtaildocs:add")
    yield "documents add", reverse("wagtaildocs:add_multiple")
    yield "document", reverse("wagtaildocs:edit", args=[desk.document.pk])
    yield "document delete", reverse("wagtaildocs:delete", args=[desk.document.pk])
    yield "document usage", reverse("wagtaildocs:document_usage", args=[desk.document.pk])
    yield "document chooser", reverse("wagtaildocs_chooser:choose")
    links = "?page_type=wagtailcore.page&allow_external_link=true&allow_email_link=true&allow_phone_link=true&allow_anchor_link=true&can_choose_root=false"
    for chooser in (
        "choose_page",
        "choose_page_external_link",
        "choose_page_email_link",
        "choose_page_phone_link",
        "choose_page_anchor_link",
    ):
        yield chooser, reverse(f"wagtailadmin_{chooser}") + links
    yield "page chooser search", reverse("wagtailadmin_choose_page_search") + "?q=Kopienas"
    yield "embed chooser", reverse("wagtailembeds:chooser")
    for bulk, model, pk in (
        ("delete", "wagtailcore/page", page), ("move", "wagtailcore/page", page), ("publish", "wagtailcore/page", page), ("unpublish", "wagtailcore/page", page),
        ("add_tags", "home/image", desk.image.pk), ("add_to_collection", "home/image", desk.image.pk), ("delete", "home/image", desk.image.pk),
        ("add_tags", "wagtaildocs/document", desk.document.pk), ("add_to_collection", "wagtaildocs/document", desk.document.pk), ("delete", "wagtaildocs/document", desk.document.pk),
        ("assign_role", "home/user", desk.user.pk), ("set_active_state", "home/user", desk.user.pk), ("delete", "home/user", desk.user.pk),
    ):  # fmt: skip
        yield (
            f"bulk {bulk} {model}",
            reverse("wagtail_bulk_action", args=[*model.split("/"), bulk]) + f"?id={pk}&next=/admin/",
        )
    yield "redirects", reverse("wagtailredirects:index")
    yield "redirect add", reverse("wagtailredirects:add")
    yield "redirect", reverse("wagtailredirects:edit", args=[desk.redirect.pk])
    yield "redirect delete", reverse("wagtailredirects:delete", args=[desk.redirect.pk])
    yield "redirects import", reverse("wagtailredirects:start_import")
    yield "users", reverse("wagtailusers_users:index")
    yield "user add", reverse("wagtailusers_users:add")
    for name in ("edit", "delete", "history"):
        yield (
            f"user {name}",
            reverse(f"wagtailusers_users:{name}", args=[User.objects.exclude(pk=desk.user.pk).get().pk]),
        )
    yield "groups", reverse("wagtailusers_groups:index")
    yield "group add", reverse("wagtailusers_groups:add")
    for name in ("edit", "delete", "history"):
        yield f"group {name}", reverse(f"wagtailusers_groups:{name}", args=[desk.group.pk])
    yield "collections", reverse("wagtailadmin_collections:index")
    yield "collection add", reverse("wagtailadmin_collections:add")
    yield "collection", reverse("wagtailadmin_collections:edit", args=[desk.collection.pk])
    yield "collection delete", reverse("wagtailadmin_collections:delete", args=[desk.collection.pk])
    yield "collection privacy", reverse("wagtailadmin_collections:set_privacy", args=[desk.collection.pk])
    yield "site settings", reverse("wagtailsettings:edit", args=["home", "sitesettings", desk.site.pk])
    rows = {
        "home_person": desk.person,
        "home_funder": desk.funder,
        "home_project": desk.project,
        "directory_topic": desk.topic,
        "news_category": desk.category,
    }
    for name, row in rows.items():
        yield f"{name} list", reverse(f"wagtailsnippets_{name}:list")
        yield f"{name} edit", reverse(f"wagtailsnippets_{name}:edit", args=[row.pk])
    yield "person add", reverse("wagtailsnippets_home_person:add")
    for verb in ("delete", "usage", "history", "copy"):
        yield f"person {verb}", reverse(f"wagtailsnippets_home_person:{verb}", args=[desk.person.pk])
    yield "person chooser", reverse("wagtailsnippetchoosers_home_person:choose")
    yield "settlement list", reverse("wagtailsnippets_directory_settlement:list")
    yield "settlement add", reverse("wagtailsnippets_directory_settlement:add")
    yield "mails", reverse("outbox:index")
    yield "account", reverse("wagtailadmin_account")
    yield "submit translation", reverse("wagtail_localize:submit_page_translation", args=[page])
    yield "update translations", reverse("wagtail_localize:update_translations", args=[desk.source.pk])
    yield "convert to alias", reverse("wagtail_localize:convert_to_alias", args=[desk.translated.pk])
    yield "404", "/admin/nav/"


def answers(desk):
    """The name, the address and what is sent: what the admin says when something was done, or could not be."""
    pages, page = "wagtailadmin_pages:", desk.page.pk
    create = reverse(pages + "add", args=["news", "articlepage", desk.index.pk])
    text = {"title": "Talkā pie upes", "slug": "b", "kind": "news", "published_on": "2026-05-05", "body-count": "0"}
    state = desk.state.current_task_state.pk
    yield "nothing written", create, {"body-count": "0"}
    yield "date of no calendar", create, {**text, "published_on": "2026-02-31", "go_live_at": "rīt", "title": "ā" * 300}
    yield "draft", create, text
    yield "slug taken", create, {**text, "action-publish": "1"}
    yield "published", create, {**text, "slug": "b-2", "action-publish": "1"}
    yield "scheduled", create, {**text, "slug": "b-3", "go_live_at": "2036-05-05 10:00", "action-publish": "1"}
    yield (
        "expired first",
        create,
        {**text, "slug": "a", "go_live_at": "2036-05-05 10:00", "expire_at": "2035-05-05 10:00"},
    )
    yield "submitted", create, {**text, "slug": "b-4", "action-submit": "1"}
    yield "choice of none", create, {**text, "slug": "b-5", "kind": "ž", "category": "999999"}
    yield "blocks", create, {**text, "slug": "b", **video("https://piemers.test/v"), "action-publish": "1"}
    yield "rejected", reverse(pages + "workflow_action", args=[desk.waiting.pk, "reject", state]), {"comment": "Īsāk."}
    yield "locked", reverse(pages + "lock", args=[page]), {}
    yield "unlocked", reverse(pages + "unlock", args=[page]), {}
    yield "password forgotten", reverse(pages + "set_privacy", args=[page]), {"restriction_type": "password"}
    yield "unpublished", reverse(pages + "unpublish", args=[page]), {}
    yield "copy, slug taken", reverse(pages + "copy", args=[page]), {
        "new_title": "Par", "new_slug": desk.page.slug, "new_parent_page": desk.home.pk,
    }  # fmt: skip
    yield "copied", reverse(pages + "copy", args=[page]), {
        "new_title": "Par", "new_slug": "par-2", "new_parent_page": desk.home.pk,
    }  # fmt: skip
    yield "deleted", reverse(pages + "delete", args=[desk.later.pk]), {}
    yield "translated", reverse("wagtail_localize:submit_page_translation", args=[page]), {
        "locales": [desk.translated.locale.pk],
    }  # fmt: skip
    yield "synchronised", reverse("wagtail_localize:update_translations", args=[desk.source.pk]), {}
    yield "image without file", reverse("wagtailimages:add"), {"title": ""}
    yield "image saved", reverse("wagtailimages:edit", args=[desk.image.pk]), {
        "title": "Upe", "licence": "own", "collection": desk.collection.pk, "tags": "",
    }  # fmt: skip
    yield "document without file", reverse("wagtaildocs:add"), {"title": ""}
    yield "redirect, address taken", reverse("wagtailredirects:add"), {"old_path": "/vecā", "redirect_link": "zz"}
    yield (
        "redirect",
        reverse("wagtailredirects:add"),
        {"old_path": "/cita", "redirect_page": page, "is_permanent": "on"},
    )
    yield "user, address taken", reverse("wagtailusers_users:add"), {
        "email": desk.user.email, "password1": "īsa", "password2": "cita",
    }  # fmt: skip
    yield (
        "group without name",
        reverse("wagtailusers_groups:add"),
        {
            f"{prefix}-{name}": "0"
            for prefix in ("page_permissions", "image_permissions", "document_permissions", "collection_permissions")
            for name in ("TOTAL_FORMS", "INITIAL_FORMS")
        },
    )
    yield "collection", reverse("wagtailadmin_collections:add"), {"name": "Ziemā", "parent": desk.collection.pk}
    person = "wagtailsnippets_home_person:"
    yield "person without name", reverse(person + "add"), {"phone": "zvaniet", "email": "kur?"}
    yield "person", reverse(person + "add"), {"name": "Žanna Ābola"}
    yield "person deleted", reverse(person + "delete", args=[desk.person.pk]), {}
    yield "project ends first", reverse("wagtailsnippets_home_project:add"), {
        "title_0": "Ābele", "starts": "2026-05-05", "ends": "2025-05-05", "total": "daudz",
    }  # fmt: skip
    yield "settings", reverse("wagtailsettings:edit", args=["home", "sitesettings", desk.site.pk]), {
        "map_zoom": "99", "answer_days": "0", "footer_links-TOTAL_FORMS": "0", "footer_links-INITIAL_FORMS": "0",
    }  # fmt: skip
    for kind, value in (("external", "nav adrese"), ("email", "nav"), ("phone", "nav"), ("anchor", "")):
        field = {"external": "url", "email": "email_address", "phone": "phone_number", "anchor": "url"}[kind]
        link = {f"{kind}-link-chooser-{field}": value, f"{kind}-link-chooser-link_text": ""}
        yield f"{kind} link", reverse(f"wagtailadmin_choose_page_{kind}_link") + "?allow_external_link=true", link
    yield "account", reverse("wagtailadmin_account"), {"password-new_password1": "īsa", "name_email-email": "nav"}


def video(address):
    """A stream of one video block, as the editor sends it."""
    return {
        "body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "video", "body-0-id": "",
        "body-0-value-url": address, "body-0-value-title": "",
    }  # fmt: skip
