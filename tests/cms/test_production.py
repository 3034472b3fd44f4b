"""A public site starts with its secrets or not at all, and ``check --deploy`` has nothing to say of it."""

import os
import subprocess
import sys

import pytest
from django.conf import settings as ours

GOOD = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "SECRET_KEY": "k7Qw_" + "Zr3-x9Lm" * 7,
    "SITE_URL": "https://nvo.example.lv",
    "DATABASE_URL": "postgis://platform:word@localhost/platform",
    "EMAIL_URL": "smtp+tls://platform:word@mail.example.lv:587",
}


def manage(*arguments, tmp_path, **changes):
    variables = {**{name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}, **GOOD}
    variables |= {"VAR_DIR": str(tmp_path), **changes}
    return subprocess.run(
        [sys.executable, "-W", "error", "manage.py", *arguments],
        cwd=ours.BASE_DIR,
        env={name: value for name, value in variables.items() if value is not None},
        capture_output=True,
        text=True,
        timeout=120,
    )


def settings_of(tmp_path, *names, **changes):
    shown = "; ".join(f"print(settings.{name})" for name in names)
    return manage(
        "shell", "--no-imports", "-c", f"from django.conf import settings; {shown}", tmp_path=tmp_path, **changes
    )


def test_check_deploy_is_silent(tmp_path):
    for name in ("media", "static"):
        (tmp_path / name).mkdir()
    done = manage("check", "--deploy", "--fail-level", "INFO", tmp_path=tmp_path)

    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout == "System check identified no issues (0 silenced).\n"


@pytest.mark.parametrize("name", ["SECRET_KEY", "SITE_URL", "DATABASE_URL", "EMAIL_URL"])
def test_does_not_start_without(name, tmp_path):
    done = settings_of(tmp_path, "DEBUG", **{name: None})

    assert done.returncode != 0
    assert f"{name} is not set." in done.stderr


def test_plain_http_and_a_short_key_are_refused(tmp_path):
    assert "must begin with https://" in settings_of(tmp_path, "DEBUG", SITE_URL="http://nvo.example.lv").stderr
    assert "too short" in settings_of(tmp_path, "DEBUG", SECRET_KEY="short").stderr


def test_secrets_may_lie_in_files(tmp_path):
    files = {}
    for name in ("SECRET_KEY", "DATABASE_URL", "EMAIL_URL"):
        (tmp_path / name).write_text(GOOD[name] + "\n")
        files |= {f"{name}_FILE": str(tmp_path / name), name: None}

    done = settings_of(tmp_path, "SECRET_KEY", "DATABASES['default']['NAME']", "EMAIL_HOST", **files)

    assert done.stdout.split() == [GOOD["SECRET_KEY"], "platform", "mail.example.lv"], done.stderr


def test_a_missing_secret_file_is_named(tmp_path):
    done = settings_of(tmp_path, "DEBUG", SECRET_KEY_FILE=str(tmp_path / "gone"), SECRET_KEY=None)

    assert f"SECRET_KEY_FILE: {tmp_path / 'gone'} cannot be read (No such file or directory)." in done.stderr
