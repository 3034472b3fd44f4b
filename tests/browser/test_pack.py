"""An excursion on the phone, in Chromium: saved, checked, opened in flight mode, over a deploy, refused, lost, removed."""

import pytest

from tests.browser.conftest import PATIENCE
from tests.browser.pack_site import CHANGE, RETURN, WITHDRAW, PackSite
from tests.browser.test_accessibility import axe, violations  # noqa: F401 # a fixture

PAGE = "/ekskursijas/marsruti/parceleju-taka/"
LIST = "/lidzi/"
HERE = {"longitude": 24.2385, "latitude": 56.8263}
NAMES = ["Sākuma pietura", "Vecā pārceltuve", "Beigu pietura"]
# What every cached part says against what the finished pack's own manifest promises.
VERIFY = """async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("pack1|"));
  const found = {caches: names.length, urls: [], wrong: []};
  for (const name of names) {
    const cache = await caches.open(name);
    const manifest = await (await cache.match("/.pack")).json();
    for (const part of manifest.parts) {
      const body = await (await cache.match(part.url, {ignoreVary: true})).arrayBuffer();
      const hash = [...new Uint8Array(await crypto.subtle.digest("SHA-256", body))].map((b) => b.toString(16).padStart(2, "0")).join("");
      if (hash !== part.sha256 || body.byteLength !== part.size) found.wrong.push(part.url);
    }
    found.parts = manifest.parts.map((part) => part.url).sort();
    found.urls = (await cache.keys()).map((request) => new URL(request.url).pathname).filter((url) => url !== "/.pack").sort();
  }
  return found;
}"""


@pytest.fixture(scope="module")
def site(demo, tmp_path_factory):
    made = PackSite(demo, tmp_path_factory.mktemp("packs"))
    made.deploy()
    made.pack = f"{LIST}{made.key}/"
    yield made
    made.stop()


@pytest.fixture
def phone(site, chromium):
    """``phone(path)`` opens a page on a phone of its own; an error of a script fails the test."""
    contexts, faults = [], []

    def opened(path, width=390, javascript=True, script="", **options):
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, locale="lv-LV", timezone_id="Europe/Riga",
            java_script_enabled=javascript, **options,
        )  # fmt: skip
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.axe_runs = False
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda message: (
                faults.append(message.text) if "Content Security" in message.text and not page.axe_runs else None
            ),
        )
        page.goto(site.url + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults, faults


def wait(page, state):
    page.locator(f"[data-pack][data-state={state}]").wait_for()


def message(page) -> str:
    return page.locator("[data-pack-message]").inner_text()


def save(page):
    page.locator("[data-pack-save]").click()
    wait(page, "ready")


def saved(phone, site):
    page = phone(site.pack)
    wait(page, "none")
    save(page)
    return page


def fly(page):
    page.context.set_offline(True)


def land(page):
    page.context.set_offline(False)


def assert_opens(page):
    """Everything is there: stops, pictures, style sheet, words."""
    wait(page, "ready")
    assert page.locator(".stops__title").all_inner_texts() == NAMES
    for picture in page.locator(".stops__image img").all():
        picture.scroll_into_view_if_needed()
    page.wait_for_function(
        "() => [...document.images].length === 2 && [...document.images].every((image) => image.complete && image.naturalWidth > 100)"
    )
    assert page.evaluate("getComputedStyle(document.querySelector('.stops__item'), '::before').borderRadius") == "50%"


def test_from_the_excursion_s_page_by_one_press_and_in_flight_mode(phone, site):
    page = phone(PAGE)
    offer = page.locator("[data-pack-offer] a")
    size = page.evaluate(
        f"fetch('/lidzi/{site.key}.json').then((answer) => answer.json()).then((found) => found.size_text)"
    )
    assert offer.inner_text() == f"Saglabāt telefonā ({size})"
    offer.click()
    wait(page, "ready")
    assert message(page) == "Gatavs: šī lapa atveras arī bez tīkla."
    found = page.evaluate(VERIFY)
    assert (found["caches"], found["wrong"]) == (1, []) and found["urls"] == found["parts"]
    fly(page)
    page.reload()
    assert_opens(page)
    page.goto(site.url + LIST)
    link = page.locator(".packs__link")
    link.wait_for()  # the list is read from the phone after the page has come
    assert link.all_inner_texts() == ["Pārcēlāju taka"]
    link.click()
    assert_opens(page)
    # What was never saved leads to what is.
    page.goto(f"{site.url}{LIST}00000000-0000-4000-8000-000000000000/")
    assert page.url == site.url + LIST
    land(page)
    page.goto(site.url + PAGE)
    page.get_by_text("Saglabāts telefonā: atvērt").wait_for()


def test_the_worker_keeps_to_packs(phone, site):
    page = saved(phone, site)
    for path in (PAGE, "/", "/kopienas/"):
        page.goto(site.url + path)
        assert page.evaluate("navigator.serviceWorker.controller") is None
    scopes = page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => all.map((each) => new URL(each.scope).pathname))"
    )
    assert scopes == [LIST]
    page.goto(f"{site.url}/en/take-along/{site.key}/")  # another language is another pack
    wait(page, "none")
    found = page.evaluate(VERIFY)
    assert found["caches"] == 1 and found["urls"] == found["parts"]
    assert page.evaluate("caches.keys().then((names) => names.length)") == 1


def test_it_stays_whole_over_a_deploy_with_other_files(phone, site):
    page = saved(phone, site)
    style = page.evaluate("document.querySelector('link[rel=stylesheet]').getAttribute('href')")
    site.deploy({
        "css/components/pack.css": "\n.pack__main > h1 { letter-spacing: 1px; }\n",
        "js/pack/where.js": "\n// another release\n",
        "css/tokens.css": "\n:root { --another: 1; }\n",
    })  # fmt: skip
    try:
        assert site.status(style) == 404
        page.reload()
        wait(page, "newer")
        assert message(page).endswith("ir jaunāka versija.")
        fly(page)
        page.reload()
        assert_opens(page)
        assert page.evaluate("document.querySelector('link[rel=stylesheet]').getAttribute('href')") == style
        land(page)
        page.reload()
        wait(page, "newer")
        page.locator("[data-pack-save]").click()
        page.locator(f'link[rel=stylesheet]:not([href="{style}"])').wait_for(state="attached")
        wait(page, "ready")
        found = page.evaluate(VERIFY)
        assert (found["caches"], found["wrong"]) == (1, []) and style not in found["urls"]
        fly(page)
        page.reload()
        assert_opens(page)
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing") == "1px"
    finally:
        site.deploy()


def test_an_excursion_that_changed_is_an_update(phone, site):
    page = saved(phone, site)
    site.run(CHANGE.format(words="Jauni vārdi."))
    page.reload()
    wait(page, "newer")
    assert page.get_by_text("Jauni vārdi.").count() == 0  # what is saved is what is shown
    page.locator("[data-pack-save]").click()
    page.get_by_text("Jauni vārdi.").wait_for()
    wait(page, "ready")
    fly(page)
    page.reload()
    page.get_by_text("Jauni vārdi.").wait_for()


def test_an_excursion_that_is_withdrawn_stays_on_the_phone_until_it_is_removed(phone, site):
    page = saved(phone, site)
    site.run(WITHDRAW)
    try:
        page.reload()
        wait(page, "withdrawn")
        assert message(page).startswith("Šīs ekskursijas vietnē vairs nav.")
        page.locator("[data-pack-remove]").click()
        wait(page, "removed")
        assert page.evaluate("caches.keys()") == []
    finally:
        site.run(RETURN)


def test_a_part_that_is_not_what_was_sent_is_refused(phone, site):
    page = phone(site.pack)
    wait(page, "none")
    page.context.route(
        "**/css/pack.*.css", lambda route: route.fulfill(body="body { color: red }", content_type="text/css")
    )
    page.locator("[data-pack-save]").click()
    wait(page, "broken")
    assert message(page).startswith("Viena daļa atnāca citāda")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("document.activeElement.textContent") == "Mēģināt vēlreiz"
    page.context.unroute("**/css/pack.*.css")
    save(page)
    assert page.evaluate(VERIFY)["wrong"] == []


def test_a_failed_update_leaves_what_was_there(phone, site):
    page = saved(phone, site)
    site.run(CHANGE.format(words="Vēl citi vārdi."))
    page.reload()
    wait(page, "newer")
    page.evaluate(
        "() => { Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError')); }"
    )
    page.locator("[data-pack-save]").click()
    wait(page, "refused")
    assert message(page).endswith("Iepriekš saglabātais ir palicis.")
    fly(page)
    page.reload()
    assert_opens(page)


def test_a_phone_without_room_says_so(phone, site):
    page = phone(site.pack)
    wait(page, "none")
    devtools = page.context.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": site.url, "quotaSize": 20_000})
    page.locator("[data-pack-save]").click()
    wait(page, "refused")
    assert message(page).startswith("Telefonā tai nav vietas: vajag ")
    assert page.evaluate("caches.keys()") == []
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": site.url})
    save(page)


def test_a_pack_that_the_phone_threw_away_is_missed(phone, site):
    page = saved(phone, site)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Storage.clearDataForOrigin", {"origin": site.url, "storageTypes": "cache_storage"})
    page.reload()
    wait(page, "gone")
    assert message(page).startswith("Telefons saglabāto ekskursiju ir izmetis")
    page.goto(site.url + LIST)
    page.get_by_text("Telefons to ir izmetis").wait_for()
    page.goto(site.url + site.pack)
    wait(page, "gone")
    save(page)


def test_a_pack_that_lost_one_part_is_not_called_ready(phone, site):
    page = saved(phone, site)
    page.evaluate(
        "caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.delete(document.images[0].getAttribute('src')))"
    )
    page.reload()
    wait(page, "gone")


def test_removed_it_leaves_nothing(phone, site):
    page = saved(phone, site)
    page.locator("[data-pack-remove]").click()
    wait(page, "removed")
    assert message(page).startswith("Izņemts.")
    assert page.evaluate("document.activeElement.matches('[data-pack-message]')")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert page.evaluate("localStorage.getItem('packs')") == "{}"
    save(page)
    page.goto(site.url + LIST)
    page.get_by_role("button", name="Izņemt no telefona: Pārcēlāju taka").click()
    page.get_by_text("Telefonā nekas nav saglabāts.").wait_for()
    assert page.evaluate("caches.keys()") == []


def test_where_am_i_asks_the_phone_and_nobody_else(phone, site):
    page = phone(site.pack, geolocation=HERE, permissions=["geolocation"])
    wait(page, "none")
    page.wait_for_load_state("networkidle")
    asked = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Kur es esmu?").click()
    page.locator("[data-where-dot]").wait_for()
    assert (
        page.locator("[data-where-message]").inner_text().replace("\xa0", " ")
        == "Jūs esat pie punkta. Tuvākā ir 2. pietura “Vecā pārceltuve”, 10 m."
    )
    # The dot stands where the drawing has the second stop.
    dot, stop = (
        page.locator("[data-where-dot]").bounding_box(),
        page.locator(".map__stop", has_text="2").last.bounding_box(),
    )
    for edge, size in (("x", "width"), ("y", "height")):
        assert abs(dot[edge] + dot[size] / 2 - stop[edge] - stop[size] / 2) < 6
    page.get_by_role("button", name="Vairs nerādīt, kur es esmu").click()
    assert page.locator("[data-where-dot]").is_hidden()
    page.context.set_geolocation({"longitude": 24.9, "latitude": 56.9})
    page.get_by_role("button", name="Kur es esmu?").click()
    page.get_by_text("Jūs neesat šajā kartē.").wait_for()
    assert page.locator("[data-where-dot]").is_hidden()
    assert asked == []


def test_where_am_i_when_the_phone_will_not_say(phone, site):
    page = phone(site.pack)
    page.get_by_role("button", name="Kur es esmu?").click()
    page.get_by_text("Telefons šai lapai neļauj zināt, kur jūs esat.").wait_for()


def test_by_keyboard(phone, site):
    page = phone(site.pack)
    wait(page, "none")
    page.locator("[data-pack-save]").focus()
    page.keyboard.press("Enter")
    wait(page, "ready")
    assert page.evaluate("document.activeElement.matches('[data-pack-message]')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Izņemt no telefona"
    page.keyboard.press("Space")
    wait(page, "removed")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_and_width(phone, site, axe, width):  # noqa: F811
    page = phone(site.pack, width, geolocation=HERE, permissions=["geolocation"])
    wait(page, "none")
    assert violations(page, axe) == []
    save(page)
    page.get_by_role("button", name="Kur es esmu?").click()
    page.locator("[data-where-dot]").wait_for()
    for path in ("", LIST, f"/cels/{site.key}/drukai/", PAGE):
        if path:
            page.goto(site.url + path)
            page.wait_for_load_state("networkidle")
        assert violations(page, axe) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_without_javascript_there_is_paper_and_gpx(phone, site):
    page = phone(PAGE, javascript=False)
    assert page.locator("[data-pack-offer]").is_hidden()
    assert page.get_by_role("link", name="Lapa drukāšanai", exact=True).is_visible()
    page.goto(site.url + site.pack)
    assert page.locator("[data-pack-save]").is_hidden()
    assert page.get_by_text("Šis pārlūks ekskursiju nevar saglabāt.").locator("visible=true").count() == 1
    assert site.status(page.get_by_role("link", name="GPX fails").first.get_attribute("href")) == 200
    assert page.locator(".stops__title").all_inner_texts() == NAMES


def test_a_browser_that_cannot_is_not_offered_it(phone, site):
    page = phone(PAGE, script="delete window.caches; delete Window.prototype.caches;")
    assert not page.evaluate("'caches' in window")
    assert page.locator("[data-pack-offer]").is_hidden()
    page.goto(site.url + site.pack)
    assert page.locator("[data-pack-save]").is_hidden()
    assert page.get_by_text("Šis pārlūks ekskursiju nevar saglabāt.").locator("visible=true").count() == 1
    page.goto(site.url + LIST)
    page.get_by_text("Šis pārlūks nevar saglabāt ekskursijas.").wait_for()
