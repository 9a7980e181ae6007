import json

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from rest_framework.renderers import JSONRenderer

from api.resources.articles import ArticleViewSet
from api.resources.quotes import QuoteViewSet
from api.specification import serializer_of
from quotesdb.models import Alias, Appearance, Article, Hop, Outlet, Quote, Segment, Speaker
from quotesdb.models.history import Act, acting
from quotesdb.vocabulary import Door

PIECES = [
    *"aZ7 \"\\/'%{}[]<&\x01\x08\x0c\x1f\x7f\x85\n\r\t\u2028\u2029\ufeff\u200b\ue000éß港ا🙂",
    *(
        "%s",
        "%%",
        "\\u0041",
        "null",
        "true",
        '{"a": 1}',
        "👩‍👩‍👧",
        "'; --",
        "$1",
        "?",
        "long " * 500,
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
DAYS = st.none() | st.dates()
STARTS = st.none() | st.integers(0, 2**31 - 2)
"""An end is after its start."""
SHORT = TEXTS.map(lambda text: text[:32])


@st.composite
def worlds(draw):
    """A quote with one appearance, of which every text is anything at all, rules aside."""
    speaker = Speaker.objects.bulk_create(
        [Speaker(slug="s", name=f"n{draw(TEXTS)}"[:300], kind="person")]
    )
    paper = Speaker.objects.bulk_create(
        [Speaker(slug="p", name=f"n{draw(TEXTS)}"[:300], kind="outlet")]
    )
    Alias.objects.bulk_create([Alias(speaker=speaker[0], name=f"n{draw(TEXTS)}"[:300], slug="x")])
    outlet = Outlet.objects.bulk_create([Outlet(speaker=paper[0])])
    article = Article(key="a", title=draw(TEXTS)[:1000], outlet=outlet[0], published_on=draw(DAYS))
    Article.objects.bulk_create([article])
    quote = Quote(
        key="q",
        text=f"words {draw(TEXTS)}",
        speaker=draw(st.sampled_from([None, speaker[0]])),
        said_from=draw(DAYS),
        occasion=draw(TEXTS)[:500],
        appearance_count=draw(st.integers(0, 2**31 - 1)),
    )
    Quote.objects.bulk_create([quote])
    appearance = Appearance(
        key="p",
        quote=quote,
        article=article,
        wording=draw(TEXTS),
        form="direct",
        cue=draw(TEXTS)[:100],
        is_translation=draw(st.booleans()),
    )
    Appearance.objects.bulk_create([appearance])
    for position in range(draw(st.integers(0, 3))):
        make_part(draw, appearance, position, draw(st.sampled_from([speaker[0], paper[0]])))
    return quote, article


def make_part(draw, appearance, position, hands):
    start = draw(STARTS)
    segment = Segment(
        appearance=appearance,
        position=position,
        exact=f"words {draw(TEXTS)}",
        prefix=draw(SHORT),
        suffix=draw(SHORT),
        start=start,
        end=None if start is None else 2**31 - 1,
    )
    hop = Hop(
        appearance=appearance,
        position=position,
        speaker=hands,
        attributed_as=draw(SHORT),
        relation="said",
        evidence=draw(TEXTS)[:200],
    )
    Segment.objects.bulk_create([segment])
    Hop.objects.bulk_create([hop])


class AnyTextTests(TestCase):
    maxDiff = None

    @settings(max_examples=40, deadline=None)
    @given(st.data())
    def test_it_is_what_the_serializers_tell(self, data):
        with acting(Act(Door.IMPORT)):
            quote, article = data.draw(worlds())
        for viewset, name, record in (
            (QuoteViewSet, "quotes", quote),
            (ArticleViewSet, "articles", article),
        ):
            rows = viewset.queryset.annotate(**viewset.shape.expressions())
            told = serializer_of(viewset.shape)(rows.get(pk=record.pk)).data
            answer = self.client.get(f"/api/v1/{name}/{record.pk}/")
            self.assertEqual(json.loads(answer.content), json.loads(JSONRenderer().render(told)))
