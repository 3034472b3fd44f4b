"""The map field in the real editor: by mouse, by keys alone, by text; what was set is there after a reload."""

import json

import pytest

from tests.browser.conftest import ROOT
from tests.browser.test_accessibility import axe  # noqa: F401 # a fixture

FACTS = 1  # number of the tab
WATCHED = """document.addEventListener("w-unsaved:watch-edits", (event) => {
  if (event.target.matches("[data-edit-form]")) document.documentElement.classList.add("is-watched");
})"""
IN_MUNICIPALITY = (56.6, 57.0, 24.0, 24.6)  # south, north, west, east; roughly


class Field:
    """One map field on the page."""

    def __init__(self, page, name: str):
        self.page, self.name = page, name
        self.root = page.locator(f"geo-field:has([name='{name}'])")
        self.text, self.map = page.locator(f"[name='{name}']"), self.root.locator(".geo__map")
        self.add, self.undo, self.clear = (self.root.locator(".geo__bar .geo__button").nth(n) for n in range(3))
        self.status = self.root.locator(".geo__status")

    def drawn(self):
        self.root.scroll_into_view_if_needed()
        self.page.locator(f"geo-field[data-drawn]:has([name='{self.name}'])").wait_for()
        return self

    @property
    def value(self) -> str:
        return self.text.input_value()

    def places(self) -> list[tuple[float, float]]:
        return [tuple(float(part) for part in line.split(",")) for line in self.value.splitlines() if line]

    def click(self, x: float, y: float):
        """At a part of the map's width and height."""
        self.map.scroll_into_view_if_needed()
        box = self.map.bounding_box()
        self.page.mouse.click(box["x"] + x * box["width"], box["y"] + y * box["height"])


@pytest.fixture
def community(editor):
    """``community()`` opens a community's facts in the editor; again for a reload."""
    state = {}

    def opened():
        page = editor("/admin/")
        if "id" not in state:
            page.context.add_init_script(WATCHED)
            origin = page.url.partition("/admin/")[0]
            answer = page.request.get(f"{origin}/admin/api/main/pages/?slug=misas-laivinieki&locale=lv").json()
            state["id"] = answer["items"][0]["id"]
        page = editor(f"/admin/pages/{state['id']}/edit/")
        page.get_by_role("tab").nth(FACTS).click()
        return page

    return opened


def watched(field):
    """Two seconds after it was loaded, Wagtail begins to look for what has changed."""
    field.page.wait_for_selector("html.is-watched", state="attached")
    return field


def is_draft(answer) -> bool:
    """Wagtail saves drafts by itself."""
    return answer.request.method == "POST" and "/edit/" in answer.url


def is_here(place) -> bool:
    south, north, west, east = IN_MUNICIPALITY
    return south < place[0] < north and west < place[1] < east


def test_place_is_set_by_mouse_and_is_there_after_a_reload(community):
    field = watched(Field(community(), "point").drawn())
    with field.page.expect_response(is_draft) as saved:
        field.click(0.4, 0.4)
    assert saved.value.ok
    set_ = field.value
    assert is_here(field.places()[0])
    field = Field(community(), "point").drawn()
    assert field.value == set_
    field.root.locator(".geo__pin").wait_for()


def test_place_is_set_by_keys_alone(community):
    field = Field(community(), "point").drawn()
    keys = field.page.keyboard
    field.add.focus()
    for _control in ("undo", "clear", "map"):
        keys.press("Tab")
        if field.map.evaluate("map => map === document.activeElement"):
            break
    assert field.map.evaluate("map => map === document.activeElement")
    keys.press("Delete")
    assert field.value == ""
    keys.press("Enter")
    ((south, west),) = field.places()
    keys.press("ArrowUp")
    keys.press("ArrowRight")
    ((north, east),) = field.places()
    assert north > south and east > west
    keys.press("Shift+ArrowLeft")
    ((_same, back),) = field.places()
    assert west < back < east, "a finer step"
    assert field.value in field.status.inner_text(), "what is set is said aloud"


def test_mark_is_dragged_and_the_step_taken_back(community):
    field = Field(community(), "point").drawn()
    field.add.click()
    before, box = field.value, field.root.locator(".geo__mark").bounding_box()
    mouse = field.page.mouse
    mouse.move(box["x"] + 22, box["y"] + 22)
    mouse.down()
    mouse.move(box["x"] + 122, box["y"] + 22, steps=5)
    mouse.up()
    assert field.places()[0][1] > float(before.split(",")[1])
    field.undo.click()
    assert field.value == before
    field.clear.click()
    assert field.value == "" and field.root.locator(".geo__mark").count() == 0


def test_place_of_a_settlement_is_chosen(community):
    field = Field(community(), "point").drawn()
    field.root.locator("select").select_option(label="Baldone")
    assert abs(field.places()[0][0] - 56.74) < 0.05
    assert "Baldone" in field.status.inner_text()


@pytest.mark.parametrize("typed", ["24,2355 56,8264", "56°49'35.04\"N 24°14'7.8\"E", " 56.8264 , 24.2355"])
def test_typed_place_is_put_right_and_shown(community, typed):
    field = Field(community(), "point").drawn()
    field.text.fill(typed)
    field.text.press("Tab")
    assert field.value == "56.8264, 24.2355"
    field.root.locator(".geo__pin").wait_for()


def test_what_cannot_be_kept_is_said_at_once_and_stays_written(community):
    field = Field(community(), "point").drawn()
    for typed in ("pie upes", "52.5, 13.4"):
        field.text.fill(typed)
        field.text.press("Tab")
        assert "geo__status--wrong" in field.status.get_attribute("class")
        assert field.value == typed


def test_area_is_drawn_by_mouse_mended_in_the_list_and_is_there_after_a_reload(community):
    field = Field(community(), "area").drawn()
    field.clear.click() if field.clear.is_enabled() else None
    for x, y in ((0.3, 0.3), (0.6, 0.3), (0.6, 0.6), (0.3, 0.6)):
        field.click(x, y)
    assert len(field.places()) == 4 and all(map(is_here, field.places()))
    corners = field.root.locator(".geo__list option")
    assert corners.count() == 4
    watched(field)
    field.root.locator(".geo__list").select_option(index=1)
    gone = field.places()[1]
    with field.page.expect_response(is_draft) as saved:
        field.root.locator(".geo__corners .geo__button").nth(2).click()
    assert saved.value.ok
    assert len(field.places()) == 3 and gone not in field.places()
    drawn = field.value
    with field.page.expect_response(is_draft):
        field.undo.click()
    assert gone in field.places()
    with field.page.expect_response(is_draft):
        field.root.locator(".geo__list").select_option(index=1)
        field.root.locator(".geo__corners .geo__button").nth(2).click()
    field = Field(community(), "area").drawn()
    assert sorted(field.places()) == sorted(tuple(map(float, row.split(","))) for row in drawn.splitlines())
    field.root.locator("path.geo__shape").first.wait_for(state="attached")


def test_area_is_drawn_by_keys_alone(community):
    field = Field(community(), "area").drawn()
    field.clear.click() if field.clear.is_enabled() else None
    keys = field.page.keyboard
    field.map.focus()
    for move in ("ArrowUp", "ArrowRight", "ArrowDown"):
        keys.press("Enter")
        for _step in range(2):
            before = field.root.evaluate("field => String(field.centre())")
            keys.press(move)
            field.page.wait_for_function(
                "([name, before]) => { const field = document.querySelector(`geo-field:has([name='${name}'])`);"
                " return String(field.centre()) !== before && !field.map._panAnim?._inProgress; }",
                arg=["area", before],
            )
    assert len(field.places()) == 3 and len(set(field.places())) == 3


def test_every_control_has_a_name_and_room_for_a_finger(community):
    page = community()
    for name in ("point", "area"):
        field = Field(page, name).drawn()
        controls = field.root.locator(
            "button:visible, input:visible, select:visible, textarea:visible, summary:visible"
        )
        assert controls.count() >= 6
        for control in controls.all():
            box = control.bounding_box()
            assert box["height"] >= 44 and box["width"] >= 44, control.evaluate("element => element.outerHTML")
            label = "element => element.labels?.[0]?.innerText || element.ariaLabel || element.innerText"
            assert control.evaluate(label).strip(), control.evaluate("element => element.outerHTML")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["point", "area"])
def test_axe_finds_nothing_on_the_field(community, axe, name, scheme):  # noqa: F811
    page = community()
    page.emulate_media(color_scheme=scheme)
    page.pastes = True  # axe styles the page, which the policy refuses: not the field's fault
    field = Field(page, name).drawn()
    field.add.click()
    page.evaluate(axe)
    found = page.evaluate(
        f"axe.run(document.querySelector(`geo-field:has([name='{name}'])`), {{resultTypes: ['violations']}})"
        ".then(result => result.violations.map(row => `${row.id}: ${row.nodes[0].target}`))"
    )
    assert found == []


ROW = """async name => {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const template = page.querySelector("geo-field:has([name='point'])").outerHTML;
    const row = document.createElement("div");
    row.innerHTML = template.replaceAll("id_point", `id_${name}`).replaceAll('name="point"', `name="${name}"`);
    document.querySelector("geo-field:has([name='point'])").parentElement.append(row);
    row.querySelector("input").value = "56.8264, 24.2355";  // as a stream's script does: after the element is there
}"""


def test_field_that_is_added_later_starts_too(community):
    page = community()
    Field(page, "point").drawn()
    page.evaluate(ROW, "rows-7-point")
    field = Field(page, "rows-7-point").drawn()
    field.root.locator(".geo__pin").wait_for()
    field.click(0.2, 0.2)
    assert field.value != "56.8264, 24.2355" and is_here(field.places()[0])


TEXT_MODULE = (
    "performance.getEntriesByType('resource').map(row => row.name).find(name => /geo-field\\/text\\b/.test(name))"
)


def test_script_reads_places_as_the_server_does(community):
    page = community()
    Field(page, "point").drawn()
    rows = json.loads((ROOT / "tests/directory/places_as_text.json").read_text())
    found = page.evaluate(
        f"async texts => {{ const {{ readPlace }} = await import({TEXT_MODULE}); return texts.map(readPlace); }}",
        [text for text, _place in rows],
    )
    for (text, place), read in zip(rows, found, strict=True):
        assert read == (pytest.approx(place, abs=1e-6) if place else None), text
