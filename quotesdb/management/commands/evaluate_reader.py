from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quotesdb.extraction.reading import read
from quotesdb.extraction.scoring.appearances import compare, read_expected
from quotesdb.extraction.scoring.figures import score
from quotesdb.extraction.scoring.precision import cross_validated, fitted
from quotesdb.extraction.scoring.precision import lines as precisions
from quotesdb.extraction.scoring.rows import BadGold, Ground, ground_of, read_gold, rows_of, written
from quotesdb.extraction.scoring.table import calibration, lines

SHOWN = 160


class Command(BaseCommand):
    help = "Read articles in which people marked the quotes, and say how well that went."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("gold", type=Path, help="JSON lines of articles, or expected.json")
        parser.add_argument("--documents", type=Path, help="folder of the texts of expected.json")
        parser.add_argument("--ground", choices=[it.value for it in Ground])
        parser.add_argument(
            "--precision", action="store_true", help="fit the part of each rule that is right"
        )
        parser.add_argument(
            "--rows", type=Path, metavar="FILE", help="write what is proposed, in the gold's shape"
        )
        parser.add_argument("--misses", action="store_true", help="list all that went wrong")

    def handle(self, *, gold, documents, ground, precision, rows, misses, **options):
        try:
            if gold.suffix == ".json":
                self.appearances(gold, documents or gold.parent / "documents", misses)
            else:
                self.spans(gold, ground, precision, rows, misses)
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise CommandError(f"{gold} cannot be read: {error}") from error
        except BadGold as error:
            raise CommandError(str(error)) from error

    def spans(self, path, ground, precision, rows, misses):
        gold = read_gold(path)
        ground = Ground(ground) if ground else ground_of(gold)
        proposed = [(it, rows_of(read(it.text), ground)) for it in gold]
        if rows:
            rows.write_text("".join(written(it.key, found) for it, found in proposed))
        figures = score(proposed)
        held = [(it.row.confidence, it.right) for it in figures.judged]
        for line in (*lines(figures), "", *calibration(held)):
            self.stdout.write(line)
        if precision:
            self.precision(figures.judged)
        if misses:
            for miss in figures.misses:
                self.stdout.write(f"{miss.key}: {miss.what}: {shown(miss.text)} ({miss.note})")

    def precision(self, judged):
        self.stdout.write("\nFitted on two thirds of the articles, tried on the third left out:")
        for line in calibration(cross_validated(judged)):
            self.stdout.write(line)
        self.stdout.write("\nFitted on all:")
        for line in precisions(fitted(judged)):
            self.stdout.write(line)

    def appearances(self, path, folder, misses):
        outcomes = []
        for name, expected in read_expected(path).items():
            text = (folder / name).read_text(encoding="utf-8")
            outcomes += [(name, it) for it in compare(expected, read(text))]
        self.totals([it for _, it in outcomes])
        if misses:
            for name, it in outcomes:
                if not (it.speaker and it.form and it.chain):
                    self.stdout.write(f"{name}: {told(it)}")

    def totals(self, outcomes):
        long = [it for it in outcomes if len(it.expected.chain) > 1]
        for what, right, of in (
            ("found", sum(bool(it.findings) for it in outcomes), len(outcomes)),
            ("with the right speaker", sum(it.speaker for it in outcomes), len(outcomes)),
            ("in the right form", sum(it.form for it in outcomes), len(outcomes)),
            ("with the whole chain", sum(it.chain for it in outcomes), len(outcomes)),
            ("of two hops or more, whole", sum(it.chain for it in long), len(long)),
        ):
            self.stdout.write(f"{what:<28}{right:>4} of {of}")


def told(outcome):
    expected = outcome.expected
    if not outcome.findings:
        return f"{expected.key}: not found"
    found = "; ".join(
        f"{it.form} by {' < '.join(hop.speaker.name for hop in it.chain)} ({it.rule})"
        for it in outcome.findings
    )
    return f"{expected.key}: {found}, not {expected.form} by {' < '.join(expected.chain)}"


def shown(text):
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
