from django.test import TestCase

from quotesdb import curation
from quotesdb.lookup import look_up
from quotesdb.lookup.speakers import ascribed_of
from tests.factory import make_appearance, make_quote, make_speaker

WORDS = "The dredger never left the northern basin before the storm."


class RecordedTests(TestCase):
    def differs(self, speaker):
        (answer,) = look_up(f"“{WORDS[:-1]},” {speaker} said.")
        return answer.speaker_differs

    def test_the_speaker_and_aliases(self):
        quote = make_quote(WORDS, speaker=make_speaker("Grace Hill", aliases=["Gigi"]))
        ascribed = ascribed_of([quote.pk])[quote.pk]
        self.assertEqual((ascribed.speaker.names, ascribed.printed), (("Grace Hill", "Gigi"), ()))
        self.assertIs(self.differs("Gigi"), False)
        self.assertIs(self.differs("Tom Arden"), True)

    def test_whom_a_printing_names_at_the_origin(self):
        quote = make_quote(WORDS, speaker="Grace Hill")
        chain = [make_speaker("Ada Merrow"), make_speaker("Oscar Wren")]
        make_appearance(quote, chain=chain)
        self.assertIs(self.differs("Ada Merrow"), False)
        self.assertIs(self.differs("Oscar Wren"), True)

    def test_the_sentence_names_both(self):
        quote = make_quote(WORDS, speaker="Grace Hill")
        make_appearance(quote, chain=[make_speaker("Ada Merrow")])
        (other,) = look_up(f"“{WORDS[:-1]},” Tom Arden said.")
        self.assertIn("the record names Grace Hill, the text Tom Arden", other.sentence)
        (printed,) = look_up(f"“{WORDS[:-1]},” Ada Merrow said.")
        self.assertIn("the record names Grace Hill, a printing Ada Merrow", printed.sentence)

    def test_a_source_is_somebody_only_once_that_is_public(self):
        source = make_speaker("harbour official", kind="anonymous")
        source.identified_as = make_speaker("Grace Hill")
        curation.keep_speaker(source, by=None)
        make_quote(WORDS, speaker=source)
        self.assertIs(self.differs("Grace Hill"), None)
        source.identity_is_public = True
        curation.keep_speaker(source, by=None)
        self.assertIs(self.differs("Grace Hill"), False)
        self.assertIs(self.differs("Tom Arden"), True)

    def test_an_unknown_speaker_differs_from_nobody(self):
        make_quote(WORDS)
        (answer,) = look_up(f"“{WORDS[:-1]},” Tom Arden said.")
        self.assertIsNone(answer.speaker_differs)
        self.assertIn("who said them is not known", answer.sentence)
