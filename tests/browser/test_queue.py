"""Twenty things wait: how many actions a moderator needs, and whether the screens stand for every eye, hand and width."""

import pytest

from tests.browser.test_accessibility import axe  # noqa: F401 # a fixture
from tests.browser.test_staff_axe import violations

MOST_ACTIONS = 3
# Twenty changes of sample communities, made as members make them; what the demo has waiting is decided first.
TWENTY = """
from directory.actions.submit import submit
from directory.models import Claim, CommunityPage, FactChange, Freshness, Report, Membership, OrganisationPage, Profile, RegisterProposal, Submission
from django.utils import timezone
from events.models import Suggestion
from home.models import OutboxMessage, User
from wagtail.models import WorkflowState
Submission.objects.all().delete(); Suggestion.objects.all().delete(); RegisterProposal.objects.all().delete()
FactChange.objects.update(seen_at=timezone.now()); Claim.objects.all().delete(); Report.objects.all().delete(); Freshness.objects.update(for_staff_at=None); Profile.objects.update(without_owner_since=None); OutboxMessage.objects.filter(failed_at__isnull=False).delete()
for state in WorkflowState.objects.active():
    state.cancel()
user = User.objects.get_or_create(email="twenty@platforma.example")[0]
pages = [*CommunityPage.objects.live().filter(locale__language_code="lv"), *OrganisationPage.objects.live().filter(locale__language_code="lv")]
clean = [page for page in pages if not page.has_unpublished_changes][:20]
assert len(clean) == 20
for number, page in enumerate(clean):
    Membership.objects.get_or_create(profile=page.profile, user=user)
    page.summary = f"{page.summary[:200]} Nr. {number}."
    page.joining = f"{page.joining[:400]} Nr. {number}."
    page.save_revision(user=user)
    submit(page=page, user=user, profile=page.profile)
"""


@pytest.fixture
def twenty(demo):
    demo.run(TWENTY)


class Counting:
    """A page with its actions: a click, a field that is filled, a tab that is left."""

    def __init__(self, page):
        self.page, self.actions = page, 0

    def click(self, selector: str, **options):
        self.actions += 1
        self.page.click(selector, **options)

    def fill(self, selector: str, words: str):
        self.actions += 1
        self.page.fill(selector, words)


def test_screens_of_the_queue_have_no_violations(editor, axe):  # noqa: F811
    page = editor("/admin/waiting/")
    page.pastes = True  # axe styles the page, which the policy refuses: not the screen's fault
    links = page.eval_on_selector_all(".waiting-row__title", "links => links.map(link => link.pathname)")
    ours = [link for link in links if "/pages/" not in link]
    assert len(ours) >= 8
    for path in ["/admin/waiting/", *ours]:
        page.set_viewport_size({"width": 320, "height": 900})
        page = editor(path)
        page.evaluate("document.querySelectorAll('details').forEach(more => (more.open = true))")
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert violations(page, axe) == [], f"{path} at {width}"
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} scrolls sideways at {width}"


@pytest.mark.parametrize("width", [390, 1280])
def test_twenty_things_are_decided_with_few_actions_and_no_page_left(demo, twenty, editor, width, capsys):
    page = editor("/admin/waiting/")
    page.set_viewport_size({"width": width, "height": 900})
    assert page.locator(".waiting-row").count() == 20
    hand, needed, visited = Counting(page), [], []
    page.on("framenavigated", lambda frame: visited.append(frame.url) if frame == page.main_frame else None)
    page.click(".waiting-start a")
    for number in range(20):
        page.wait_for_url("**/waiting/submission/**")
        page.wait_for_selector("body.ready", state="attached")
        before, here = hand.actions, page.url
        if number % 4 == 1:  # words are corrected
            hand.click(".decide-more summary >> nth=0")
            hand.fill("[name=text_summary]", f"Labots {number}.")
            hand.click("button[value=approve]")
        elif number % 4 == 3:  # returned with a ready-made reason
            hand.click("#return summary")
            hand.click("#return label >> nth=1")
            hand.click("button[value=return]")
        else:
            hand.click("button[value=approve]")
        page.wait_for_url(lambda url, here=here: url != here)
        needed.append(hand.actions - before)
    page.wait_for_url("**/admin/waiting/")
    states = demo.run("from directory.models import Submission; print(sorted(Submission.objects.values_list('state', 'was_edited')))").strip()  # fmt: skip
    assert (states.count("'approved', False"), states.count("'approved', True"), states.count("'returned'")) == (
        10,
        5,
        5,
    )
    assert max(needed) <= MOST_ACTIONS
    assert all("/admin/waiting" in url for url in visited), visited
    with capsys.disabled():
        print(f"\n20 things at {width} px: {sum(needed)} actions, {max(needed)} at most for one")


def test_decided_without_a_script_and_by_keyboard(demo, twenty, chromium, signed_in):
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, locale="lv-LV", timezone_id="Europe/Riga", java_script_enabled=False,
        storage_state=signed_in(demo.url),
    )  # fmt: skip
    context.set_default_timeout(90_000)
    page = context.new_page()
    page.goto(f"{demo.url}/admin/waiting/")
    page.locator(".waiting-start a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/waiting/submission/**")
    here = page.url
    page.locator("#return summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.locator("button[value=return]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != here)
    assert "/waiting/submission/" in page.url  # the next
    here = page.url
    page.locator("button[value=approve]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != here)
    context.close()
    states = demo.run("from directory.models import Submission; print(sorted(Submission.objects.exclude(state='waiting').values_list('state', flat=True)))").strip()  # fmt: skip
    assert states == "['approved', 'returned']"
