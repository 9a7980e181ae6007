"""A database of records with every field in use, odd texts, and names that point anywhere."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from quotesdb import acts, derived
from quotesdb.fingerprints import packed
from quotesdb.models import (
    Alias,
    Appearance,
    Article,
    ArticleText,
    Correction,
    Hop,
    Outlet,
    Quote,
    Reliance,
    Segment,
    Speaker,
)
from quotesdb.models.history import Act
from quotesdb.vocabulary import (
    AttributionStatus,
    Certainty,
    CorrectionKind,
    Door,
    Form,
    Medium,
    OutletKind,
    RecordSource,
    Relation,
    RelianceKind,
    SpeakerKind,
)

LETTERS = [*"aZ9 .,-'\"\\/\n\t\r", "é", "ß", "İ", "ž", "«", "“", "\u00a0", "\u2028", "\u200b"]
LETTERS += ["ж", "中", "\U0001f600", "\x01", "\x7f", "\ufeff", "\ud7ff", "e\u0301", "ﷺ"]


class Odd:
    """Fills a database; `chance` is a random.Random. Names are numbered from `number` on."""

    def __init__(self, chance, number=0):
        self.chance = chance
        self.number = number

    def fill(self):
        with acts.whole(Act(Door.ADMIN, why="made for a test")):
            self.outlets = [self.outlet() for _ in self.some(3)]
            self.speakers = [self.speaker() for _ in self.some(4)]
            self.identify()
            self.articles = [self.article() for _ in self.some(4)]
            for article in self.articles:
                self.rely(article)
            self.texts = [self.text(it) for it in self.articles if self.is_so()]
            self.quotes = [self.quote() for _ in self.some(4)]
            self.appearances = [self.appearance() for _ in self.some(7) if self.articles]
            self.nest()
            things = [*self.quotes, *self.appearances, *self.articles]
            self.corrections = [self.correction(it) for it in self.few(things)]
            self.merge()
            for record in (*self.quotes, *self.speakers, *self.outlets):
                derived.note(record, None)

    def some(self, most):
        return range(self.chance.randint(0, most))

    def few(self, several):
        return self.chance.sample(several, min(len(several), len(self.some(4))))

    def is_so(self):
        return self.chance.random() < 0.5

    def one(self, several):
        several = list(several)
        return self.chance.choice(several) if several else None

    def perhaps(self, several):
        return self.one(several) if self.is_so() else None

    def word(self, words, *, perhaps=False):
        return "" if perhaps and self.is_so() else self.one(words).value

    def text_of(self, most=12):
        return "".join(self.one(LETTERS) for _ in self.some(most))

    def words(self, most=12):
        return self.text_of(most) + "w" + self.text_of(most)

    def key(self):
        self.number += 1
        return f"{self.one('kqZ0')}{self.number}{self.one(['', '.a', ':b/c', '_-'])}"

    def day(self):
        days = [date(1, 1, 1), date(1999, 12, 31), date(2024, 2, 29), date(9999, 12, 31)]
        return self.perhaps(days)

    def curated(self):
        moment = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(
            seconds=self.chance.randint(0, 10**7),
            microseconds=self.one([0, 1, 123_000, 999_999]),
        )
        return {"version": self.chance.randint(1, 9), "updated_at": moment}

    def add(self, row):
        acts.insert([row])
        return row

    def named(self, **fields):
        self.number += 1
        known = {
            "slug": f"{self.one(['s', 'ä', '名'])}-{self.number}",
            "name": self.words(),
            "description": self.text_of(),
            "wikidata_id": self.one(["", "Q42"]),
        }
        speaker = self.add(Speaker(**{**known, **self.curated(), **fields}))
        for number in self.some(3):
            name = f"{self.words(4)}{number}"
            alias = Alias(speaker=speaker, name=name)
            derived.fill_alias(alias)
            self.add(alias)
        return speaker

    def outlet(self):
        speaker = self.named(kind="outlet")
        return self.add(
            Outlet(
                speaker=speaker,
                kind=self.word(OutletKind, perhaps=True),
                domain=self.one(["", f"n{speaker.pk}.example"]),
                country=self.one(["", "TR"]),
                language=self.one(["", "en", "pt-BR"]),
                **self.curated(),
            )
        )

    def speaker(self):
        kind = self.one(it for it in SpeakerKind if it != SpeakerKind.OUTLET)
        fields = {}
        if kind == SpeakerKind.ANONYMOUS:
            fields["granted_by"] = self.perhaps(self.outlets)
            fields["identified_as"] = self.perhaps(Speaker.objects.all())
            fields["identity_is_public"] = fields["identified_as"] is not None and self.is_so()
        return self.named(kind=kind.value, **fields)

    def identify(self):
        """Some anonymous sources turn out to be somebody who is recorded after them."""
        for source in self.speakers:
            others = [it for it in self.speakers if it != source]
            if source.kind == SpeakerKind.ANONYMOUS and others and self.is_so():
                source.identified_as, source.identity_is_public = self.one(others), self.is_so()
                acts.revise([source], ["identified_as_id", "identity_is_public"])

    def article(self):
        key = self.key()
        return self.add(
            Article(
                key=key,
                title=self.text_of(),
                url=self.one(["", f"https://news.example/{self.number}?q=%20#x"]),
                outlet=self.perhaps(self.outlets),
                published_on=self.day(),
                language=self.one(["und", "en"]),
                **self.curated(),
            )
        )

    def rely(self, article):
        others = [it for it in self.articles if it != article]
        for on in self.chance.sample(
            [*others, *self.outlets], self.chance.randint(0, len([*others, *self.outlets]))
        ):
            field = "outlet" if isinstance(on, Outlet) else "source"
            words = {
                "kind": self.word(RelianceKind),
                "certainty": self.word(Certainty),
                "evidence": self.text_of(),
            }
            self.add(Reliance(article=article, **{field: on}, **words))

    def text(self, article):
        body = self.words(40)
        return self.add(
            ArticleText(
                article=article,
                version=self.chance.randint(1, 3),
                sha256=sha256(body.encode()).hexdigest(),
                retrieved_at=self.curated()["updated_at"],
                body=body,
                prints=packed(body),
            )
        )

    def quote(self):
        days = sorted(day for day in (self.day(), self.day()) if day)
        return self.add(
            Quote(
                key=self.key(),
                text=self.words(),
                language=self.one(["und", "en", "ru"]),
                speaker=self.perhaps(Speaker.objects.all()),
                said_from=days[0] if days else None,
                said_until=days[-1] if days and self.is_so() else None,
                occasion=self.text_of(),
                attribution_status=self.word(AttributionStatus),
                record_source=self.word(RecordSource),
                **self.curated(),
            )
        )

    def appearance(self):
        self.quotes = self.quotes or [self.quote()]
        article = self.one(self.articles)
        segments = [self.words() for _ in range(self.chance.randint(1, 3))]
        appearance = Appearance(
            key=self.key(),
            quote=self.one(self.quotes),
            article=article,
            wording=" ".join(segments),
            language=self.one(["und", "en"]),
            form=self.word(Form),
            cue=self.text_of(),
            is_translation=self.is_so(),
            text=self.perhaps(it for it in self.texts if it.article == article),
            **self.curated(),
        )
        self.add(appearance)
        for position, exact in enumerate(segments):
            self.add(self.segment(appearance, position, exact))
        speakers = list(Speaker.objects.all())
        for position in self.some(3) if speakers else ():
            self.add(self.hop(appearance, position, speakers))
        return appearance

    def segment(self, appearance, position, exact):
        start = self.perhaps([0, 7, 2_000_000])
        return Segment(
            appearance=appearance,
            position=position,
            exact=exact,
            prefix=self.text_of(),
            suffix=self.text_of(),
            start=start,
            end=None if start is None else start + len(exact),
        )

    def hop(self, appearance, position, speakers):
        return Hop(
            appearance=appearance,
            position=position,
            speaker=self.one(speakers),
            attributed_as=self.text_of(),
            relation=self.word(Relation),
            medium=self.word(Medium, perhaps=True),
            certainty=self.word(Certainty),
            evidence=self.text_of(),
            article=self.perhaps(it for it in self.articles if it != appearance.article),
        )

    def nest(self):
        """Each inside one that comes before it in an order of chance, so that there is no loop."""
        order = self.chance.sample(self.appearances, len(self.appearances))
        for place, inner in enumerate(order):
            outer = self.perhaps(it for it in order[:place] if it.article == inner.article)
            if outer is not None:
                inner.nested_in = outer
                acts.revise([inner], ["nested_in_id"])

    def correction(self, about):
        made, taken_back = self.day(), self.is_so()
        field = about._meta.model_name
        self.number += 1
        return self.add(
            Correction(
                key=f"c{self.number}",
                kind=self.word(CorrectionKind),
                reason=f"{self.words()} {self.number}",
                made_on=made,
                source_url=self.one(["", "https://news.example/wrong"]),
                source_article=self.perhaps(self.articles),
                source=self.words(),
                taken_back_on=(made or date(2024, 2, 29)) if taken_back else None,
                taken_back_because=self.words() if taken_back else "",
                **{field: about},
                **self.curated(),
            )
        )

    def merge(self):
        """Of each kind perhaps one into another, earlier or later; no correction names these."""
        for rows in (self.speakers, self.outlets, self.articles, self.quotes, self.appearances):
            named = {it.about for it in self.corrections} | {
                it.source_article for it in self.corrections
            }
            if len(rows) > 1 and self.is_so():
                gone, into = self.chance.sample(rows, 2)
                if gone not in named:
                    gone.merged_into = into
                    acts.revise([gone], ["merged_into_id"])
