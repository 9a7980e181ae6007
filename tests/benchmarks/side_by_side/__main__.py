"""Measure our server beside others, on made quotes. `docs/benchmarks.md` tells how to read it."""

import argparse
import os
import sys
from pathlib import Path

from tqdm import tqdm

from tests.benchmarks.side_by_side import machine
from tests.benchmarks.side_by_side.cells import Results
from tests.benchmarks.side_by_side.databases import ROOT, SIZES, Shelf
from tests.benchmarks.side_by_side.load import NoLoad
from tests.benchmarks.side_by_side.peers import PEERS, USUAL
from tests.benchmarks.side_by_side.questions import QUESTIONS
from tests.benchmarks.side_by_side.report import report
from tests.benchmarks.side_by_side.rounds import Plan, measure
from tests.benchmarks.side_by_side.servers import NotStarted

QUICK = 3


def main():
    options = parse()
    options.work.mkdir(parents=True, exist_ok=True)
    results = Results(options.work / "results.jsonl")
    if not options.only_report:
        results.note("machine", **machine.described())
        try:
            run(options, results)
        except (NoLoad, NotStarted) as reason:
            sys.exit(str(reason))
    written = options.report or options.work / "report.md"
    written.write_text(report(results))
    sys.stdout.write(f"{written}\n")


def run(options, results):
    shelf = Shelf(options.made, options.work, options.postgresql)
    plans = list(planned(options, shelf))
    with tqdm(total=sum(map(len, plans)), unit=" windows", disable=None) as bar:
        for plan in plans:
            bar.set_description(f"{plan.database.size} {plan.database.engine}")
            measure(plan, results, options.work, bar)


def planned(options, shelf):
    for size in options.sizes:
        for engine in options.engines:
            peers = [it for it in PEERS.values() if it.name in options.peers]
            yield Plan(
                shelf.take(engine, size),
                [it for it in peers if engine in it.engines],
                [QUESTIONS[name] for name in options.questions],
                options.connections,
                QUICK if options.quick else options.rounds,
                options.seconds,
            )


def parse():
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.side_by_side")
    several(parser, "--sizes", ["10k"], SIZES)
    several(parser, "--engines", ["sqlite"], ("sqlite", "postgresql"))
    several(parser, "--questions", list(QUESTIONS), QUESTIONS)
    several(parser, "--peers", USUAL, PEERS)
    parser.add_argument("--connections", nargs="+", type=int, default=[1, 16], metavar="C")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=1, help="that one window takes")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} rounds, for a first look")
    parser.add_argument("--work", type=Path, default=ROOT / "var" / "side-by-side")
    parser.add_argument("--made", type=Path, help="folder of made databases, such as 10k.sqlite3")
    parser.add_argument(
        "--postgresql",
        default=os.environ.get("DATABASE_URL", ""),
        help="address of a PostgreSQL whose databases may be made and dropped",
    )
    parser.add_argument("--report", type=Path, help="where the report goes")
    parser.add_argument("--only-report", action="store_true", help="of what is measured already")
    return checked(parser, parser.parse_args())


def several(parser, name, default, choices):
    parser.add_argument(
        name,
        nargs="+",
        choices=list(choices),
        default=default,
        metavar="NAME",
        help=f"of {', '.join(choices)} [{' '.join(default)}]",
    )


def checked(parser, options):
    options.work = options.work.resolve()
    options.made = options.made or options.work / "made"
    if "floor" not in options.peers:
        options.peers = ["floor", *options.peers]
    if "postgresql" in options.engines and not options.postgresql:
        parser.error("--engines postgresql needs --postgresql or DATABASE_URL")
    return options


if __name__ == "__main__":
    main()
