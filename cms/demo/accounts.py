"""Accounts to look around with: three of staff, three of members. Passwords are made here, printed, and kept in a file only the owner may read."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import get_user_model

from home.groups import ensure_groups

DOMAIN = "platforma.example"  # reserved for examples: no mail to it can reach anybody
ACCOUNTS = Path(settings.VAR_DIR) / "demo-accounts.txt"


@dataclass(frozen=True)
class Account:
    role: str
    email: str
    password: str


def load_accounts() -> list[Account]:
    """Make, or give new passwords to, an administrator, a moderator, an editor, and three members (members.py says of
    what). Members need no password elsewhere; here they have one, so that nobody has to wait for a mail."""
    editors, moderators = ensure_groups()
    User = get_user_model()
    accounts = []
    for name, role, last_name, groups in (
        ("admin", "administrators", "Paraugs", []),
        ("moderator", "moderatore", "Paraugupe", [moderators]),
        ("editor", "redaktore", "Paraugkalne", [editors]),
        ("owner", "īpašniece", "Paraugkrasta", []),
        ("two-pages", "saimniece", "Paraugmeža", []),
        ("member", "biedrs", "Paraugpļava", []),
    ):
        account = Account(role, f"{name}@{DOMAIN}", secrets.token_urlsafe(12))
        user = User.objects.filter(email=account.email).first() or User(email=account.email)
        user.first_name, user.last_name = role.replace("-", " ").capitalize(), last_name
        user.is_active, user.is_superuser, user.is_staff = True, name == "admin", name == "admin"
        user.set_password(account.password)
        user.save()
        user.groups.set(groups)
        EmailAddress.objects.update_or_create(
            user=user, email=account.email, defaults={"verified": True, "primary": True}
        )
        accounts.append(account)
    return accounts


def write_accounts(accounts: list[Account], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.writelines(f"{account.role:<16}{account.email:<32}{account.password}\n" for account in accounts)
