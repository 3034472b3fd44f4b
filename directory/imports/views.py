"""Staff's way through an import: file, columns, check, import, report. And the register's two decisions."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import Page

from directory.imports.adopting import adopt, decide, lookalike, may_adopt, page_of
from directory.imports.forms import ColumnsForm, RegisterUploadForm, UploadForm
from directory.imports.profiles import directory_page
from directory.imports.report import report_csv
from directory.imports.running import stage, start_in_background, work
from directory.models import ImportRow, ImportRun, ProfilePage, RegisterEntry, RegisterProposal
from home.dashboard import way_back

State, Importer, Outcome = ImportRun.State, ImportRun.Importer, ImportRow.Outcome
SHOWN = 50
# What a person has to look at comes first.
ORDER = ["conflict", "skipped", "created", "updated", "vanished", "unchanged"]


class ImportDoor(PermissionCheckedMixin):
    """For those who may bring files in."""

    model = ImportRun
    permission_required = "add"


class ImportScreen(ImportDoor, WagtailAdminTemplateMixin):
    header_icon = "upload"

    def get_breadcrumbs_items(self):
        index = {"url": reverse("imports:index"), "label": _("Imports")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def run(self) -> ImportRun:
        return get_object_or_404(ImportRun, pk=self.kwargs["pk"])


class UploadView(ImportScreen, FormView):
    form_class = UploadForm
    template_name = "directory/admin/upload.html"
    page_title = gettext_lazy("Import communities and organisations")
    importer = Importer.PROFILES

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "has_directory": directory_page() is not None}

    def form_valid(self, form):
        file = form.cleaned_data["file"]
        run = stage(ImportRun(importer=self.importer, file_name=file.name[:200], user=self.request.user), form.table)
        return self.go_on(run)

    def go_on(self, run: ImportRun):
        return redirect("imports:columns", run.pk)


class RegisterUploadView(UploadView):
    form_class = RegisterUploadForm
    page_title = gettext_lazy("Bring the register up to date")
    importer = Importer.REGISTER

    def go_on(self, run: ImportRun):
        start_in_background(run, State.CHECKING)
        return redirect("imports:run", run.pk)


class ColumnsView(ImportScreen, FormView):
    form_class = ColumnsForm
    template_name = "directory/admin/columns.html"
    page_title = gettext_lazy("Choose the columns")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "run": self.run}

    def get(self, request, *args, **kwargs):
        if not self.is_open():
            return redirect("imports:run", self.run.pk)
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if not self.is_open():
            return redirect("imports:run", self.run.pk)
        return super().post(request, *args, **kwargs)

    def is_open(self) -> bool:
        return self.run.importer == Importer.PROFILES and self.run.state in (State.COLUMNS, State.CHECKED)

    def form_valid(self, form):
        run = form.save()
        start_in_background(run, State.CHECKING)
        return redirect("imports:run", run.pk)


class RunView(ImportScreen, View):
    """What a file would do, is doing, or has done; its buttons post here."""

    template_name = "directory/admin/run.html"

    def get_page_title(self):
        return self.run.file_name

    def get(self, request, *args, **kwargs):
        if self.run.state == State.COLUMNS:
            return redirect("imports:columns", self.run.pk)
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs):
        counts = self.run.counts()
        labels = dict(Outcome.choices)
        parts = [
            {"outcome": outcome, "label": labels[outcome], "count": counts[outcome], "rows": self._rows(outcome)}
            for outcome in ORDER
            if outcome in counts
        ]
        return {**super().get_context_data(**kwargs), "run": self.run, "parts": parts, "shown": SHOWN}

    def _rows(self, outcome: str) -> list[ImportRow]:
        rows = list(self.run.rows.filter(outcome=outcome).defer("cells")[:SHOWN])
        there = set(Page.objects.filter(pk__in=[row.page_id for row in rows]).values_list("pk", flat=True))
        for row in rows:
            row.edit_url = reverse("wagtailadmin_pages:edit", args=[row.page_id]) if row.page_id in there else ""
        return rows

    def post(self, request, *args, **kwargs):
        run, wish = self.run, request.POST.get("do", "")
        if wish == "import" and run.state == State.CHECKED:
            start_in_background(run, State.RUNNING)
        elif wish == "go-on" and run.is_at_work:
            work.enqueue(run.pk)
        elif wish == "discard" and run.state == State.CHECKED:
            run.delete()
            messages.success(request, _("The file was thrown away; nothing was imported."))
            return redirect("imports:index")
        return redirect("imports:run", run.pk)


class ProgressView(ImportDoor, View):
    def get(self, request, pk):
        run = get_object_or_404(ImportRun, pk=pk)
        return JsonResponse({"state": run.state, "done": run.position, "total": run.total})


class ReportView(ImportDoor, View):
    def get(self, request, pk):
        run = get_object_or_404(ImportRun, pk=pk)
        answer = HttpResponse(report_csv(run), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="import-{run.pk}.csv"'
        return answer


class AdoptView(WagtailAdminTemplateMixin, View):
    template_name = "directory/admin/adopt.html"
    page_title = gettext_lazy("Make a profile")
    header_icon = "doc-full"

    def dispatch(self, request, *args, **kwargs):
        if not may_adopt(request.user):
            raise PermissionDenied
        self.entry = get_object_or_404(RegisterEntry, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        index = {"url": reverse("register:index"), "label": _("Register of Enterprises")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.entry.name}]

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs):
        like = None if page_of(self.entry) else lookalike(self.entry)
        return {**super().get_context_data(**kwargs), "entry": self.entry, "page": page_of(self.entry), "like": like}

    def post(self, request, *args, **kwargs):
        number = request.POST.get("page", "")
        page = ProfilePage.objects.filter(pk=number).first() if number.isdecimal() and len(number) < 10 else None
        if number and page is None:
            messages.error(request, _("There is no such profile any more."))
            return redirect("register:adopt", self.entry.pk)
        try:
            page = adopt(self.entry, user=request.user, page=page)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("register:index")
        messages.success(request, _("“%(name)s” has a profile now.") % {"name": self.entry.name})
        return redirect("wagtailadmin_pages:edit", page.pk)


class DecideView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    model = RegisterProposal
    permission_required = "change"
    template_name = "directory/admin/decide.html"
    page_title = gettext_lazy("Change in the register")
    header_icon = "history"

    def get_breadcrumbs_items(self):
        index = {"url": reverse("register_proposals:index"), "label": _("Changes in the register")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": str(self.proposal)}]

    @cached_property
    def proposal(self) -> RegisterProposal:
        return get_object_or_404(RegisterProposal.objects.select_related("entry"), pk=self.kwargs["pk"])

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs):
        page = page_of(self.proposal.entry)
        return {**super().get_context_data(**kwargs), "proposal": self.proposal, "page": page}

    def post(self, request, *args, **kwargs):
        wish = request.POST.get("do")
        if wish not in ("accept", "dismiss"):
            return redirect("register_proposals:decide", self.proposal.pk)
        try:
            decide(self.proposal, accept=wish == "accept", user=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            said = _("It stands in a draft of the profile now.") if wish == "accept" else _("Left as it was.")
            messages.success(request, said)
        return redirect(way_back(request, reverse("register_proposals:index")))
