from django.test import TestCase

from tests.factory import make_outlet, make_quote, make_speaker
from tests.naming.asked import found


class BeginningTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_speaker("Dmitry Peskov", aliases=["Mr. Peskov"])
        make_outlet("The New York Times", aliases=["NYT"])
        make_speaker("José Núñez-García")
        make_speaker("J. K. O'Rowley")
        make_speaker("Сергей Лавров", slug="sergei-lavrov")
        make_speaker("ウィキ", slug="wiki")

    def test_of_any_word_in_any_order(self):
        for typed in ("d", "dm", "dmi", "dmit", "pes", "peskov d", "Peskov, Dmitry", "dmitry pe"):
            self.assertEqual(found(typed), ["dmitry-peskov"], typed)

    def test_with_and_without_its_article(self):
        for typed in ("the new", "new york", "times", "nyt", "York Times, New"):
            self.assertEqual(found(typed), ["the-new-york-times"], typed)

    def test_without_accents_and_with_its_hyphen_or_not(self):
        for typed in ("jose", "nunez", "núñez garcia", "nunezgarcia", "garcía"):
            self.assertEqual(found(typed), ["jose-nunez-garcia"], typed)

    def test_with_its_initials_written_in_any_way(self):
        for typed in ("jk o'rowley", "J.K. ORowley", "j k orow", "O’Rowley"):
            self.assertEqual(found(typed), ["j-k-orowley"], typed)

    def test_in_its_own_letters_and_by_its_slug(self):
        for typed in ("с", "лав", "Лавров Сергей", "lavrov"):
            self.assertEqual(found(typed), ["sergei-lavrov"], typed)
        self.assertEqual(found("ウィ"), ["wiki"])

    def test_only_of_the_kinds_that_are_asked_for(self):
        self.assertEqual(found("n", kinds=["outlet"]), ["the-new-york-times"])
        self.assertEqual(found("n", kinds=["person"]), ["jose-nunez-garcia"])

    def test_what_is_no_name_finds_nobody(self):
        for typed in ("", "   ", "…", "%", "_", "xyz", "\U0010ffff"):
            self.assertEqual(found(typed), [], typed)


class RankingTests(TestCase):
    def test_exact_then_beginning_then_a_later_word_then_misspelt(self):
        for name in ("Maria Petrov", "Petrova", "Petrov Ivan", "Petrov", "Petrof"):
            make_speaker(name)
        ranked = ["petrov", "petrova", "petrov-ivan", "maria-petrov", "petrof"]
        self.assertEqual(found("petrov"), ranked)

    def test_of_those_alike_who_is_quoted_most(self):
        for name, times in (("Ada Hill", 0), ("Adam Hill", 3), ("Ada Mill", 1)):
            speaker = make_speaker(name)
            for number in range(times):
                make_quote(f"{name} said {number}.", speaker=speaker)
        self.assertEqual(found("ada"), ["adam-hill", "ada-mill", "ada-hill"])

    def test_never_more_than_wanted(self):
        for number in range(12):
            make_speaker(f"Grace Hill {number}")
        self.assertEqual(len(found("grace", most=5)), 5)
