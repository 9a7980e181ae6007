"""How fast `import_records` is, beside the same rows written raw into the same tables.

    python -m tests.benchmarks.measure_import FILE [FILE…] [--rounds 5]

measures on SQLite; under `python -m tests.throwaway_postgresql --`, on PostgreSQL. Each file is
what export_records wrote. Raw: the rows that an import left, in all tables, with their history and
all that was derived, by executemany or by COPY into an empty database that has every index and
every constraint. Rounds are interleaved; told are medians, and each round's ratio. "At work" are
seconds of the processor, of PostgreSQL's process too: these tell more on a machine that is busy.
"""

import argparse
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

import psycopg

from tests.benchmarks.import_once import at_work

ROWS_AT_ONCE = 50_000
NOT_OURS = ("django_", "auth_", "sqlite_", "quotesdb_curator", "quotesdb_historicalcurator")
NOT_ROWS = ("quotesdb_edition", "quotesdb_searchindex")
"""What an empty database has already, and what SQLite fills in by itself, by triggers."""


HEAD = "file|rows|import, s|raw, s|raw / import|each round|at work|raw, at work|ratio|MB held"


def main(files, rounds):
    with tempfile.TemporaryDirectory() as folder:
        address = os.environ.get("DATABASE_URL", "")
        engine = OnPostgresql(Path(folder), address) if address else OnSqlite(Path(folder))
        print(f"|{HEAD}|")
        print("|---" * (HEAD.count("|") + 1) + "|")
        for file in files:
            print(row_about(engine, file, rounds), flush=True)


def row_about(engine, file, rounds):
    engine.empty("loaded")
    took, raw = [engine.imported("loaded", file)], []
    rows = engine.keep_rows_of("loaded")
    for number in range(rounds):
        if number:
            engine.empty("again")
            took.append(engine.imported("again", file))
        engine.empty("raw")
        raw.append(engine.written_raw("raw"))
    seconds, at_work = middle(took, 0), middle(took, 1)
    raw_seconds, raw_at_work = middle(raw, 0), middle(raw, 1)
    each = " ".join(f"{one[0] / other[0]:.2f}" for one, other in zip(raw, took, strict=True))
    told = f"{seconds:.1f}|{raw_seconds:.1f}|{raw_seconds / seconds:.2f}|{each}"
    worked = f"{at_work:.1f}|{raw_at_work:.1f}|{raw_at_work / at_work:.2f}"
    return f"|{file.name}|{rows:,}|{told}|{worked}|{max(it[2] for it in took) / 1e6:.0f}|"


def middle(rounds, place):
    return median(it[place] for it in rounds)


class Engine:
    def imported(self, name, file):
        command = [sys.executable, "-m", "tests.benchmarks.import_once", str(file)]
        said = subprocess.run(
            command, env=self.environment(name), check=True, capture_output=True, text=True
        )
        return tuple(map(float, said.stdout.split()))

    def migrate(self, name):
        command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
        subprocess.run(command, env=self.environment(name), check=True)


class OnSqlite(Engine):
    def __init__(self, folder):
        self.folder = folder
        (folder / "template").mkdir()
        self.migrate("template")

    def environment(self, name):
        settings = {"DATABASE_URL": "", "VAR_DIR": str(self.folder / name)}
        return {**os.environ, **settings, "DJANGO_SETTINGS_MODULE": "quotesdb.settings"}

    def empty(self, name):
        shutil.rmtree(self.folder / name, ignore_errors=True)
        shutil.copytree(self.folder / "template", self.folder / name)

    def opened(self, name):
        database = sqlite3.connect(self.folder / name / "quotesdb.sqlite3", isolation_level=None)
        database.create_function("REGEXP", 2, matches, deterministic=True)
        database.execute("PRAGMA foreign_keys=ON")
        database.execute("PRAGMA synchronous=NORMAL")
        return database

    def keep_rows_of(self, name):
        self.source = self.opened(name)
        self.tables = {}
        listed = self.source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in listed.fetchall():
            told = self.source.execute(f"PRAGMA table_xinfo({table})").fetchall()
            columns = [column[1] for column in told if column[6] == 0]
            many = self.source.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            if many and not table.startswith((*NOT_OURS, *NOT_ROWS)):
                self.tables[table] = columns, many
        return sum(many for _, many in self.tables.values())

    def written_raw(self, name):
        """Only the writing is timed, and not the reading of what to write."""
        seconds = at_work = 0.0
        database = self.opened(name)
        for table, (columns, _) in self.in_order():
            named, marks = ", ".join(f'"{it}"' for it in columns), ", ".join("?" * len(columns))
            rows = self.source.execute(f"SELECT {named} FROM {table}")  # noqa: S608
            while some := rows.fetchmany(ROWS_AT_ONCE):
                begun, worked = time.perf_counter(), time.process_time()
                database.execute("BEGIN IMMEDIATE")
                database.execute("PRAGMA defer_foreign_keys=ON")
                database.executemany(f"INSERT INTO {table} ({named}) VALUES ({marks})", some)  # noqa: S608
                database.execute("COMMIT")
                seconds += time.perf_counter() - begun
                at_work += time.process_time() - worked
        return seconds, at_work

    def in_order(self):
        """Those that others refer to first, so that portions can be committed."""
        first = ["speaker", "outlet", "article", "quote", "appearance"]
        names = [f"quotesdb_{name}" for name in first]
        rest = [name for name in self.tables if name not in names]
        return [(name, self.tables[name]) for name in [*names, *rest] if name in self.tables]


class OnPostgresql(Engine):
    def __init__(self, folder, address):
        self.folder, self.address = folder, urlsplit(address)
        self.names = {"template": "import_template"}
        self.run("DROP DATABASE IF EXISTS import_template", "CREATE DATABASE import_template")
        self.migrate("template")

    def environment(self, name):
        own = self.address._replace(path=f"/import_{name}").geturl()
        settings = {"DATABASE_URL": own, "DJANGO_SETTINGS_MODULE": "quotesdb.settings"}
        return {"SECRET_KEY": "made for measuring " * 3, **os.environ, **settings}

    def run(self, *statements):
        with psycopg.connect(self.address.geturl(), autocommit=True) as server:
            for statement in statements:
                server.execute(statement)

    def empty(self, name):
        name = f"import_{name}"
        self.run(
            f"DROP DATABASE IF EXISTS {name} WITH (FORCE)",
            f"CREATE DATABASE {name} TEMPLATE import_template",
            "CHECKPOINT",
        )

    def opened(self, name):
        return psycopg.connect(self.address._replace(path=f"/import_{name}").geturl())

    def keep_rows_of(self, name):
        self.tables, rows = {}, 0
        with self.opened(name) as database:
            for table, columns in self.columns(database):
                many = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
                if many and not table.startswith((*NOT_OURS, *NOT_ROWS)):
                    self.tables[table], rows = columns, rows + many
                    out = database.cursor().copy(f"COPY {table} ({columns}) TO STDOUT")
                    with out as copy, (self.folder / table).open("wb") as file:
                        for data in copy:
                            file.write(data)
        return rows

    def columns(self, database):
        return database.execute(
            "SELECT table_name, string_agg(quote_ident(column_name), ', ')"
            " FROM information_schema.columns"
            " WHERE table_schema = 'public' AND is_generated = 'NEVER' GROUP BY table_name"
        ).fetchall()

    def written_raw(self, name):
        with self.opened(name) as database:
            server = database.info.backend_pid
            begun, worked = time.perf_counter(), at_work(server)
            for table, columns in self.tables.items():
                with (
                    database.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy,
                    (self.folder / table).open("rb") as file,
                ):
                    while data := file.read(1 << 20):
                        copy.write(data)
            database.commit()
            return time.perf_counter() - begun, at_work(server) - worked


def matches(pattern, value):
    """As Django has SQLite match."""
    return value is not None and bool(re.search(pattern, str(value)))


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("files", nargs="+", type=Path)
    asked.add_argument("--rounds", type=int, default=5)
    given = asked.parse_args()
    main(given.files, given.rounds)
