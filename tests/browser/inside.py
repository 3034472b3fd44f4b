"""Python inside the served site: one process for all that the tests ask of it, for to start Django takes seconds."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SERVE = """
import contextlib, io, json, sys, traceback
import django
django.setup()
from django.db import connections
for line in sys.stdin:
    said, fault = io.StringIO(), ""
    try:
        with contextlib.redirect_stdout(said):
            exec(json.loads(line), {"__name__": "inside"})
    except BaseException:
        fault = traceback.format_exc()
    connections.close_all()
    print(json.dumps([said.getvalue(), fault]), flush=True)
"""


class Inside:
    def __init__(self, environment: dict, log: Path):
        self.environment, self.log, self.process = environment, log, None

    def run(self, code: str) -> str:
        """What the code prints; an error of its own is one of the test's."""
        if self.process is None:
            with self.log.open("w") as log:
                self.process = subprocess.Popen(
                    [sys.executable, "-c", SERVE], cwd=ROOT, env=self.environment, text=True,
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                )  # fmt: skip
        self.process.stdin.write(json.dumps(code) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, self.log.read_text()[-4000:]
        said, fault = json.loads(line)
        assert not fault, said[-2000:] + fault
        return said

    def close(self) -> None:
        if self.process is not None:
            self.process.communicate(timeout=20)
            self.process = None
