"""Log lines as JSON, without personal data: no addresses, no IP, no query strings, no names, no messages of errors."""

import json
import logging
import re
import traceback
from datetime import UTC, datetime

from cms.middleware import request_id

# Words that may stand in a line. Numbers and truth values may always; any other text that comes along is left out.
WORDS = {
    "again_in",
    "error_class",
    "method",
    "model",
    "read_model",
    "result",
    "route",
    "task",
    "tick",
}
# Their arguments are identifiers of our code, not people's words.
TRUSTED = ("django_tasks", "django_tasks_db", "home.worker", "cms.request")
STANDARD = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}

MAIL = re.compile(r"[^\s@<>\"'(),;:]+@[^\s@<>\"'(),;:]+")
IPV4 = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")
IPV6 = re.compile(r"(?<![\w:])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:])")
QUERY = re.compile(r"\?[^\s\"']+")
GONE = "…"


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": message_of(record),
        }
        if identity := request_id.get():
            line["request_id"] = identity
        line |= {
            name: value for name, value in vars(record).items() if name not in STANDARD and is_harmless(name, value)
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["at"] = frames_of(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def is_harmless(name: str, value) -> bool:
    return isinstance(value, bool | int | float) or (name in WORDS and isinstance(value, str))


def message_of(record: logging.LogRecord) -> str:
    """The message with its arguments masked: numbers stay, words of others do not."""
    args = record.args
    if args and not record.name.startswith(TRUSTED):
        args = (
            {key: masked(value) for key, value in args.items()} if isinstance(args, dict) else tuple(map(masked, args))
        )
    try:
        message = str(record.msg) % args if args else str(record.msg)
    except (TypeError, ValueError):
        # A mask does not fit "%d" or "%.1f"; the template alone still says what happened.
        message = str(record.msg)
    return scrubbed(message)


def masked(value):
    if isinstance(value, bool | int | float):
        return value
    return type(value).__name__ if isinstance(value, BaseException) else GONE


def scrubbed(message: str) -> str:
    for pattern in (MAIL, IPV4, IPV6):
        message = pattern.sub(GONE, message)
    return QUERY.sub(f"?{GONE}", message)


def frames_of(exc_info) -> list[str]:
    """Where it happened, outermost first: file, line and function, without the words of the error or of the source."""
    frames = traceback.extract_tb(exc_info[2])[-12:]
    return [f"{shortened(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def shortened(path: str) -> str:
    """A path without the folders of the machine."""
    return path.rpartition("site-packages/")[2] if "site-packages/" in path else "/".join(path.split("/")[-3:])
