"""What bandit finds suspicious in our own code, but for what was looked at and is right."""

import json
import subprocess
import sys

from tests.audit.outcome import Outcome

SOURCES = ("quotesdb", "api", "seeds", "manage.py")

OWN_NAMES = "names of tables and columns out of the models; every value is a parameter"
FIXED = "a fixed statement of ours; every value is a parameter"
OURS = "starts this Python with fixed arguments and a port that was read as a number"

EXCEPTIONS = {
    "api/examples.py B107 def ask(": "an empty secret stands for none",
    "api/json_functions.py B608 template =": OWN_NAMES,
    "api/statements.py B608 each =": "joins statements that Django wrote, with their parameters",
    'api/statements.py B608 f"WITH page': OWN_NAMES,
    "quotesdb/editions.py B608 MARK =": OWN_NAMES,
    "quotesdb/editions.py B608 WITH_MARK =": OWN_NAMES,
    "quotesdb/loading.py B608 cursor.executemany(": OWN_NAMES,
    'quotesdb/loading.py B608 f"INSERT INTO': OWN_NAMES,
    "quotesdb/management/server.py B404 import subprocess": OURS,
    "quotesdb/management/server.py B603 server = subprocess.Popen(": OURS,
    "quotesdb/models/article.py B611 return self.filter(": FIXED,
    "quotesdb/models/outlet.py B608 OF_THOSE =": FIXED,
    "quotesdb/models/speaker.py B611 return self.annotate(": FIXED,
    "quotesdb/naming/facts.py B611 return RawSQL(": FIXED,
    "quotesdb/naming/facts.py B611 mostly = RawSQL(": FIXED,
    'quotesdb/past/tables.py B608 f"{model._meta.db_table} AS NOT MATERIALIZED': OWN_NAMES,
    'quotesdb/past/tables.py B608 now = f"SELECT held.identity_is_public': OWN_NAMES,
    "quotesdb/past/tables.py B608 return f\"(SELECT GROUP_CONCAT(exact, ' ')": OWN_NAMES,
    'quotesdb/past/tables.py B608 return f"(SELECT held.{column}': OWN_NAMES,
    'quotesdb/past/tables.py B608 found = f"SELECT past_counts.{name}': OWN_NAMES,
    "quotesdb/prepared.py B611 return RawSQL(": FIXED,
    "quotesdb/printed_words.py B608 WORDINGS =": OWN_NAMES,
    "quotesdb/provenance/picture/xml.py B406 from xml.sax.saxutils import escape": (
        "escapes what is written; nothing is parsed by it"
    ),
    "quotesdb/provenance/table.py B506 found = yaml.load(": "the loader is a SafeLoader",
    "quotesdb/review/proposals.py B101 assert chosen": "for the checker of types alone",
    "quotesdb/search/found.py B608 LANGUAGES =": OWN_NAMES,
    "quotesdb/search/found.py B611 hits = RawSQL(": FIXED,
    "quotesdb/verifying/of_the_database.py B608 cursor.execute(": (
        "names and conditions that Django writes out of the constraints of our models"
    ),
}
"""By file, by what bandit calls it, and by how the line begins: why it is right."""


def audit() -> Outcome:
    found = findings()
    new = [it for it in found if not it.startswith(tuple(EXCEPTIONS))]
    gone = [it for it in EXCEPTIONS if not any(line.startswith(it) for line in found)]
    lines = [
        *(f"code: {it}" for it in new),
        *(f"code: no longer needed among the exceptions: {it}" for it in gone),
        f"code: {len(found)} findings of bandit, {len(found) - len(new)} of them looked at",
    ]
    return Outcome(not new and not gone, lines)


def findings() -> list[str]:
    command = [sys.executable, "-m", "bandit", "--quiet", "--format", "json", "--recursive"]
    ended = subprocess.run([*command, *SOURCES], capture_output=True, text=True, check=False)
    return [line_of(it) for it in json.loads(ended.stdout)["results"]]


def line_of(finding) -> str:
    """The file, bandit's name for the matter, and the line as it stands in the file."""
    number = finding["line_range"][0]
    shown = dict(line.split(" ", 1) for line in finding["code"].splitlines() if " " in line)
    line = shown[str(number)].strip()
    return f"{finding['filename'].removeprefix('./')} {finding['test_id']} {line}"
