import os
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quotesdb import turns
from quotesdb.extraction.intake.document import Unreadable
from quotesdb.extraction.intake.files import LARGEST, STANDARD_INPUT, files, read_bytes
from quotesdb.extraction.readers import UnknownReader
from quotesdb.ingest.files import remembered
from quotesdb.ingest.proposing import Outcome, propose
from quotesdb.ingest.reading import reading_of
from quotesdb.ingest.submitting import Known, Submission, readable
from quotesdb.management.progress import bar
from quotesdb.refusals import Refused


class Command(BaseCommand):
    help = (
        "Read articles from files, folders or standard input (-), and propose what was said in "
        "them as candidates for review. Running it again makes nothing new; where it was stopped, "
        "it goes on."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="PATH", help="files, folders, or - "
        )
        parser.add_argument("--language", default="en", help="of the articles [en]")
        parser.add_argument("--encoding", default="", help="of files that do not tell theirs")
        parser.add_argument(
            "--again", action="store_true", help="read files too that have not changed since"
        )
        parser.add_argument("--reader", default="", help="one that an installed package brings")

    def handle(self, *, paths, **options):
        self.try_the_reader(options)
        told, refused = Counter(), []
        found = list(self.found(paths))
        self.known = () if options["again"] else Known()
        with bar(self.stderr, "articles", len(found)) as progress:
            for path in found:
                self.bring(path, options, told, refused)
                progress.update()
        self.tell(told, refused)
        if refused:
            raise CommandError(
                f"{len(refused)} of {len(found)} articles could not be kept; the others were."
            )

    def try_the_reader(self, options):
        """What would go wrong with every article is said once, before the first."""
        try:
            reading_of("", language=options["language"], reader=options["reader"])
        except UnknownReader as error:
            raise CommandError(f"{error}\nNothing was saved.") from error

    def found(self, paths):
        for path in paths:
            if path != STANDARD_INPUT and not os.path.exists(path):  # noqa: PTH110
                raise CommandError(f"{path}: there is no such file or folder.\nNothing was saved.")
        return files(paths)

    def bring(self, path, options, told, refused):
        """One article, whole or not at all."""
        try:
            data = bytes_of(path)
            if (file_of(path), digest_of(data)) in self.known:
                told[Outcome.UNCHANGED] += 1
                return
            proposed = self.proposed(path, data, options)
        except (Unreadable, OSError, Refused, turns.Busy) as error:
            refused.append(f"{readable(str(path))}: {reason_of(error)}")
            return
        told[proposed.outcome] += 1
        told["candidates"] += proposed.candidates

    def proposed(self, path, data, options):
        document = read_bytes(path.stem, data, options["encoding"])
        if not document.text.strip():
            raise Unreadable("there is no word in it")
        language = document.language or options["language"]
        reading, reader = reading_of(
            document.text, language=language, published=document.published, reader=options["reader"]
        )
        submission = Submission(
            body=document.text,
            title=document.title,
            url=document.url,
            site=document.site,
            published_on=document.published,
            language=language,
            file=file_of(path),
            digest=digest_of(data),
            name="" if path == STANDARD_INPUT else document.key,
        )
        return propose(submission, reading, reader=reader)

    def tell(self, told, refused):
        for outcome in Outcome:
            self.stdout.write(f"articles {outcome.value:<10}{told[outcome]:>8,}")
        self.stdout.write(f"{'new candidates':<19}{told['candidates']:>8,}")
        for line in refused:
            self.stdout.write(line)


def reason_of(error):
    match error:
        case Refused():
            return " ".join(refusal.sentence for refusal in error.refusals)
        case OSError(strerror=str() as said):
            return said
    return str(error)


def bytes_of(path: Path) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST + 1)
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def digest_of(data: bytes) -> str:
    return sha256(data).hexdigest()


def file_of(path: Path) -> str:
    return "" if path == STANDARD_INPUT else remembered(path)
