"""The scripts behind the Makefile, above all what they say when something is missing."""

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from home.models import HomePage

ROOT = settings.BASE_DIR
HAS_POSTGIS = any(Path("/usr/share/postgresql").glob("*/extension/postgis.control"))


def run(*command, env=None, **options):
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        **options,
    )


@pytest.fixture
def programs(tmp_path):
    """A PATH of the programs that every system has, and of those a test adds with ``programs(name, script)``."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("bash", "env", "dirname", "awk", "cat", "true"):
        (folder / name).symlink_to(shutil.which(name))

    def add(name: str, script: str) -> None:
        path = folder / name
        # Exclusive: writing through a link would replace the system's own program.
        with path.open("x") as file:
            file.write(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    add.path = str(folder)
    return add


def install_packages(programs, *packages):
    script = f"source .ci/common; install_packages {' '.join(packages)}; echo done"
    return run("bash", "-c", script, env={"PATH": programs.path})


def test_python_that_is_chosen_loads_extensions():
    found = run(".ci/python")

    test = "import sqlite3, sys; sqlite3.connect(':memory:').enable_load_extension(True); print(sys.version_info[:2])"
    assert run(found.stdout.strip(), "-c", test).stdout.strip() >= "(3, 11)"


def test_python_without_extensions_is_passed_over(programs):
    programs("python3", "exit 1")

    found = run(".ci/python", env={"PATH": f"{programs.path}:{os.environ['PATH']}"})

    assert found.stdout.strip()
    assert not found.stdout.startswith(programs.path)


def test_environment_of_a_bad_python_is_told_from_a_good_one(programs):
    programs("python3", "exit 1")

    assert run(".ci/python", "--test", f"{programs.path}/python3").returncode == 1
    assert run(".ci/python", "--test", sys.executable).returncode == 0


def test_packages_where_there_is_no_apt(programs):
    programs("id", "echo 0")

    result = install_packages(programs, "chromium")

    assert result.returncode == 1
    assert "no apt-get here to install them: chromium" in result.stderr


def test_packages_without_root_and_without_sudo(programs):
    programs("apt-get", "exit 99")
    programs("id", "echo 1000")

    result = install_packages(programs, "python3-venv", "chromium")

    assert result.returncode == 1
    assert "To install from the distribution: python3-venv chromium" in result.stdout
    assert "Ask an administrator to run, once:" in result.stderr
    assert "apt-get install --no-install-recommends python3-venv chromium" in result.stderr


def test_packages_when_sudo_wants_a_password_and_nobody_is_there(programs):
    programs("apt-get", "exit 99")
    programs("id", "echo 1000")
    programs("sudo", "exit 1")

    result = install_packages(programs, "chromium")

    assert result.returncode == 1
    assert "sudo apt-get install --no-install-recommends chromium" in result.stderr


@pytest.mark.parametrize(("user", "by_sudo"), [("0", False), ("1000", True)])
def test_packages_are_installed_as_root_or_by_sudo(programs, tmp_path, user, by_sudo):
    log = tmp_path / "log"
    programs("id", f"echo {user}")
    programs("sudo", f'echo "sudo $1" >> {log}; shift; exec "$@"')
    programs("apt-get", f'echo "apt-get $*" >> {log}')

    result = install_packages(programs, "chromium")

    assert result.stdout.endswith("done\n")
    assert re.findall(r"^apt-get .*?(update|install --no-install-recommends chromium)$", log.read_text(), re.M) == [
        "update",
        "install --no-install-recommends chromium",
    ]
    assert ("sudo -n" in log.read_text()) is by_sudo


def test_packages_that_fail_end_the_run(programs):
    programs("id", "echo 0")
    programs("apt-get", 'case "$*" in *install*) echo "E: no such package" >&2; exit 100;; esac')

    result = install_packages(programs, "chromium")

    assert result.returncode == 1
    assert "E: no such package" in result.stderr
    assert "The packages could not be installed" in result.stderr


def test_nothing_missing_asks_for_nothing(programs):
    assert install_packages(programs).stdout == "done\n"


def test_full_disk_is_told_before_anything_is_half_made(programs):
    programs("df", "printf 'Filesystem 1M-blocks Used Available\\n/dev/vda 100 97 3\\n'")

    result = run("bash", "-c", "source .ci/common; need_disk . 1500", env={"PATH": programs.path})

    assert result.returncode == 1
    assert result.stderr.strip() == f"The disk under {ROOT} is full: 3 MB are free, 1500 MB are needed."


def test_taken_port_names_the_variable():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = run(sys.executable, ".ci/port.py", "free", "127.0.0.1", port)

    assert result.returncode == 1
    assert f"Port {port} on 127.0.0.1 is taken" in result.stderr
    assert f"make run PORT={port + 1}" in result.stderr


def test_free_port_is_left_free():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

    assert run(sys.executable, ".ci/port.py", "free", "127.0.0.1", port).returncode == 0
    socket.create_server(("127.0.0.1", port)).close()


def test_host_that_is_not_here():
    result = run(sys.executable, ".ci/port.py", "free", "192.0.2.1", "8000")

    assert result.returncode == 1
    assert "Cannot listen on 192.0.2.1" in result.stderr


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1", "80 80"])
def test_port_that_is_no_port(port):
    result = run(".ci/up", env={"PORT": port})

    assert result.returncode == 1
    assert "PORT is a number from 1 to 65535" in result.stderr


@pytest.mark.skipif(not HAS_POSTGIS, reason="make test installs PostGIS, make check does not")
def test_throwaway_postgis_listens_on_no_port_and_leaves_nothing(tmp_path):
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents[:3]:
        parent.chmod(parent.stat().st_mode | 0o011)
    question = (
        "import environ, psycopg; c = environ.Env().db(); "
        "print(c['HOST'], psycopg.connect(host=c['HOST'], user=c['USER'], dbname=c['NAME'])"
        ".execute('SHOW listen_addresses').fetchone())"
    )

    result = run(".ci/postgis", sys.executable, "-c", question, env={"TMPDIR": str(tmp_path)})

    assert result.stderr == ""
    folder, answer = result.stdout.split(maxsplit=1)
    assert Path(folder).parent == tmp_path
    assert answer == "('',)\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not HAS_POSTGIS, reason="make test installs PostGIS, make check does not")
def test_throwaway_postgis_passes_the_exit_code_on():
    assert run(".ci/postgis", "bash", "-c", "exit 7").returncode == 7


def test_catalogue_is_compiled_without_its_doubtful_texts(tmp_path):
    folder = tmp_path / "locale" / "site" / "lv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "News"\nmsgstr "Jaunumi"\n\n#, fuzzy\nmsgid "Search"\nmsgstr "Kalendārs"\n'
    )

    subprocess.run([sys.executable, ROOT / ".ci/compile_messages.py"], cwd=tmp_path, check=True, capture_output=True)

    compiled = (folder / "django.mo").read_bytes().decode("latin-1")
    assert "Jaunumi" in compiled
    assert "Kalend" not in compiled


PASSED = "....\n4 passed, 1 skipped in 3.20s\n"
FAILED = "..F.\n== short test summary info ==\nFAILED tests/x.py::test_y\n1 failed, 3 passed in 61.00s (0:01:01)\n"


@pytest.mark.parametrize(
    ("failed_checks", "logs", "line", "code"),
    [
        ("0", [PASSED, PASSED], "8 passed, 2 skipped in 9.00s", 0),
        ("0", [PASSED, FAILED], "1 failed, 7 passed, 1 skipped in 9.00s", 1),
        ("2", [PASSED], "4 passed, 1 skipped, 2 errors in 9.00s", 1),
        ("0", [PASSED, "..\nSegmentation fault\n"], "4 passed, 1 skipped, 1 errors in 9.00s", 1),
        ("0", [PASSED, None], "4 passed, 1 skipped, 1 errors in 9.00s", 1),
        ("0", ["no tests ran in 0.01s\n"], "1 errors in 9.00s", 1),
        ("0", ["1 error in 0.50s\n", PASSED], "4 passed, 1 skipped, 1 errors in 9.00s", 1),
    ],
)
def test_last_line_sums_up_all_runs(tmp_path, failed_checks, logs, line, code):
    paths = [tmp_path / f"{number}.log" for number in range(len(logs))]
    for path, log in zip(paths, logs, strict=True):
        if log is not None:
            path.write_text(log)

    result = run(sys.executable, ".ci/sum_up.py", "9", failed_checks, *paths)

    assert result.stdout.strip("= \n") == line
    assert result.returncode == code


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_lock_pins_with_hashes_and_names_no_address(name):
    text = (ROOT / name).read_text()
    requirements = [line for line in text.split("\n") if line and line[0].isalnum()]

    assert len(requirements) > 50
    assert all("==" in line and line.endswith("\\") for line in requirements)
    assert text.count("--hash=sha256:") >= len(requirements)
    assert not re.search(r"://|--index|--find-links|/home/|/root/|/tmp/|/work/", text)


def test_lock_for_tests_holds_the_same_versions():
    def pins(name):
        return set(re.findall(r"^(\S+==\S+)", (ROOT / name).read_text(), re.M))

    assert pins("requirements.txt") < pins("requirements-dev.txt")


def test_package_lock_records_no_address():
    text = (ROOT / "tests/browser/package-lock.json").read_text()

    assert text.count('"integrity"') == 2
    assert "resolved" not in text


def test_help_names_every_command():
    targets = set(re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.M)[1].split())

    printed = re.findall(r"^  make (\w+)\s+\S", run("make", "help").stdout, re.M)

    assert set(printed) == targets
    assert len(printed) == len(targets)


def test_demo_leaves_a_site_with_pages_of_its_own_alone(site, tmp_path):
    with pytest.raises(CommandError):
        call_command("load_demo", reset=True, accounts=tmp_path / "accounts.txt")
    assert HomePage.objects.filter(pk=site.home.pk).exists()
    assert not (tmp_path / "accounts.txt").exists()
