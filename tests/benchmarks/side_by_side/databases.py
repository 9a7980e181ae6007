"""The made databases that are measured: copies in this version, with the floor's tables."""

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tests.benchmarks.side_by_side.floor import tables

ROOT = Path(__file__).resolve().parents[3]
SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000}
READY = "floor_is_ready"


@dataclass(frozen=True, slots=True)
class Database:
    """One of the copies. `address` is a `postgresql://` address, or the path of a SQLite file."""

    engine: str
    size: str
    address: str

    @property
    def environment(self) -> dict[str, str]:
        """What our own server finds it by."""
        shared = {**os.environ, "PYTHONPATH": str(ROOT), "SECRET_KEY": "made for measuring " * 3}
        if self.engine == "postgresql":
            return {**shared, "DATABASE_URL": self.address}
        return {**shared, "DATABASE_URL": "", "VAR_DIR": str(Path(self.address).parent)}

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        with self._connected() as connection:
            return connection.execute(statement).fetchall()

    def execute(self, *statements: str) -> None:
        with self._connected() as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    def _connected(self) -> Any:
        if self.engine == "postgresql":
            return psycopg.connect(self.address)
        return sqlite3.connect(self.address)

    def run(self, *command: str) -> None:
        """A command of this version against it."""
        subprocess.run([sys.executable, *command], check=True, cwd=ROOT, env=self.environment)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where made databases lie, and where their copies go.

    `server` is the address of a PostgreSQL whose databases may be made and dropped.
    """

    made: Path
    work: Path
    server: str

    def take(self, engine: str, size: str) -> Database:
        """The copy, made where it is missing."""
        database = self._copy(engine, size)
        if not _is_ready(database):
            database.run("-m", "tests.benchmarks.many_quotes", "--rebuild")
            database.execute(*tables.statements(engine))
            database.execute("analyze", f"create table {READY} (it integer)")
        return database

    def _copy(self, engine: str, size: str) -> Database:
        if engine == "postgresql":
            return self._copy_on_server(size)
        path = self.work / size / "quotesdb.sqlite3"
        database = Database(engine, size, str(path))
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            made = self.made / f"{size}.sqlite3"
            if made.exists():
                shutil.copyfile(made, path.with_suffix(".copying"))
                path.with_suffix(".copying").rename(path)
            else:
                database.run("-m", "tests.benchmarks.many_quotes", "--quotes", str(SIZES[size]))
        return database

    def _copy_on_server(self, size: str) -> Database:
        made, name = f"q{size}", f"{self.work.name.replace('-', '_')}_{size}"
        address = urlsplit(self.server)._replace(path=f"/{name}").geturl()
        database = Database("postgresql", size, address)
        with psycopg.connect(self.server, autocommit=True) as connection:
            held = {it for (it,) in connection.execute("select datname from pg_database")}
            if name not in held:
                template = made if made in held else "template0"
                order = sql.SQL("create database {} template {}")
                connection.execute(order.format(*map(sql.Identifier, (name, template))))
        if name not in held and made not in held:
            database.run("-m", "tests.benchmarks.many_quotes", "--quotes", str(SIZES[size]))
        return database


def _is_ready(database: Database) -> bool:
    try:
        return database.rows(f"select * from {READY}") == []
    except (sqlite3.OperationalError, psycopg.errors.UndefinedTable):
        return False
