"""The Nu HTML checker on every page type: no errors."""

import json
import subprocess
import urllib.error
import urllib.request

from tests.browser.conftest import TOOLS
from tests.browser.pages import PAGES


def fetch(url: str) -> bytes:
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.read()


def test_html_is_valid(demo, tmp_path):
    names = {}
    for number, (name, path) in enumerate(PAGES.items()):
        file = tmp_path / f"{number}.html"
        file.write_bytes(fetch(demo.url + path))
        names[file.name] = name
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    done = subprocess.run(
        ["java", "-jar", str(jar), "--format", "json", "--errors-only", str(tmp_path)], capture_output=True, text=True
    )
    messages = json.loads(done.stderr)["messages"]
    found = [f"{names[row['url'].rpartition('/')[2]]}: {row['message']}: {row.get('extract', '')}" for row in messages]
    assert found == []
