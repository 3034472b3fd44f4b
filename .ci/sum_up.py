"""Print one line for several pytest runs, as pytest's own summary would read; exit 1 unless all is well.

Arguments: seconds taken, number of other checks that failed (counted as errors), the logs of the runs.
A run whose log ends without a summary was cut off and counts as an error.
"""

import re
import sys
from collections import Counter
from pathlib import Path

WORDS = ("failed", "passed", "skipped", "deselected", "xfailed", "xpassed", "warnings", "errors")


def counts(log: str) -> Counter:
    """Read what pytest counted from the last line that looks like its summary."""
    for line in reversed(log.splitlines()):
        found = re.findall(r"(\d+) (failed|passed|skipped|deselected|xfailed|xpassed|warnings?|errors?)\b", line)
        if found and re.search(r" in \d+\.\d+s", line):
            return Counter({word if word in WORDS else f"{word}s": int(number) for number, word in found})
    return Counter(errors=1)


def main(seconds: str, failed_checks: str, *logs: str) -> int:
    total = Counter(errors=int(failed_checks))
    for path in map(Path, logs):
        total += counts(path.read_text(errors="replace") if path.exists() else "")
    words = ", ".join(f"{total[word]} {word}" for word in WORDS if total[word])
    print(f" {words} in {float(seconds):.2f}s ".center(80, "="))
    return 1 if total["failed"] or total["errors"] or not total["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
