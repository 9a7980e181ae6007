"""One suite, run on each engine: what is found is what the plainest search finds."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from quotesdb.models import Quote
from quotesdb.search import BadQuery, Found, parse
from tests.factory import make_appearance, make_quote
from tests.search.plain_search import finds

QUOTES = {
    "talks": [("They’re ready to talk about a cease-fire.", "en")],
    "negotiate": [
        ("If they want to negotiate, let them negotiate.", "en"),
        ("Wenn sie verhandeln wollen, sollen sie verhandeln: über Häuser.", "de"),
    ],
    "war": [("The war will end … and peace talks begin.", "und"), ("The war ends", "en-GB")],
    "news": [("News of the cafés: 2,500 houses, 50% for $5.", "en"), ("News is one", "en")],
    "new": [("A new idea", "en")],
    "both": [("A new way", "en"), ("Une voie", "fr")],
    "nouveau": [("Le new deal", "fr")],
    "french": [("On négocie la paix dans la maison.", "fr"), ("on", "fr")],
    "russian": [("Мы готовы к переговорам о мире.", "ru")],
    "chinese": [("我们愿意和平谈判。", "zh"), ("我们谈和平", "zh")],
    "thai": [("เราพร้อมเจรจาสันติภาพ", "th")],
    "arabic": [("نحن مستعدون للمفاوضات", "ar")],
    "odd": [("a:b & c | !d 'e' \\f <-> g:* NEAR AND OR NOT 100%", "en")],
}
LISTED = """
talk talks talking ready they're cease-fire negotiate negotiating negoti verhandeln Haus war end
ends peace begin news house 2500 50% $5 one on maisons maison мире переговоры 和平 谈判 谈 เจรจา
للمفاوضات مستعدون a:b e g NEAR NOT cafe nothing en de it fr
"""
WORDS = st.sampled_from(LISTED.split())
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"')
PIECES = st.one_of(
    WORDS,
    PHRASES,
    WORDS.map(lambda word: f"-{word}"),
    WORDS.map(lambda word: f"{word[:4]}*"),
    PHRASES.map(lambda phrase: f"-{phrase}"),
    st.just("OR"),
    st.just("to"),
)
SENTENCES = st.sampled_from([text for wordings in QUOTES.values() for text, _ in wordings])
EXCERPTS = st.builds(
    lambda text, start, size: f'"{text[start : start + size]}"',
    SENTENCES,
    st.integers(0, 20),
    st.integers(3, 30),
)
TYPED = st.one_of(
    st.lists(PIECES, min_size=1, max_size=4).map(" ".join),
    EXCERPTS,
    st.text(st.sampled_from("abe talks\"-*OR'\\:&|!<>()谈") | st.characters(), max_size=30),
)


class EnginesTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        for key, ((text, language), *others) in QUOTES.items():
            quote = make_quote(text, key=key, language=language)
            for words, tag in others:
                make_appearance(quote, segments=[words], language=tag)

    def found(self, typed):
        """As a filter, which must be what is ranked as well."""
        found = Found(parse(typed))
        keys = dict(found.among(Quote.objects.all()).values_list("pk", "key"))
        self.assertEqual(found.scores(None).keys(), keys.keys(), typed)
        self.assertEqual(found.scores(Quote.objects.all()).keys(), keys.keys(), typed)
        return sorted(keys.values())

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(TYPED)
    def test_what_the_plainest_search_finds(self, typed):
        try:
            parse(typed)
        except BadQuery:
            return
        expected = sorted(key for key, wordings in QUOTES.items() if finds(typed, wordings))
        self.assertEqual(self.found(typed), expected)

    def test_questions_and_answers(self):
        for typed, keys in {
            "talk": ["talks", "war"],
            "TALKING": ["talks", "war"],
            '"talk"': ["talks"],
            '"ready to talk"': ["talks"],
            '"to ready talk"': [],
            "ceasefire": ["talks"],
            "they are": ["talks"],
            "negot*": ["negotiate"],
            '"want to negot*"': ["negotiate"],
            "haus": ["negotiate"],
            "houses": ["news"],
            "cafe": ["news"],
            "war -peace": [],
            "news OR war": ["news", "nouveau", "war"],
            "talk -war": ["talks"],
            "one": ["news"],
            "news": ["news", "nouveau"],
            "new": ["both", "new", "nouveau"],
            "houses OR maisons": ["french", "news"],
            "maisons": ["french"],
            "2500": ["news"],
            "переговоры": ["russian"],
            "和平": ["chinese"],
            "谈判": ["chinese"],
            '"谈判平"': [],
            "เจรจา": ["thai"],
            "مستعدون": ["arabic"],
            "a:b": ["odd"],
            "en": [],
            "de": [],
            "nothing": [],
        }.items():
            with self.subTest(typed):
                self.assertEqual(self.found(typed), keys)

    def test_a_phrase_does_not_reach_from_one_wording_into_the_next(self):
        self.assertEqual(self.found('"negotiate wenn"'), [])
        self.assertEqual(self.found('"begin the war"'), [])

    def test_a_phrase_does_not_reach_over_an_ellipsis(self):
        self.assertEqual(self.found('"end and peace"'), [])
        self.assertEqual(self.found('"and peace"'), ["war"])

    def test_words_may_stand_in_different_wordings_of_one_quote(self):
        self.assertEqual(self.found("negotiate verhandeln"), ["negotiate"])
