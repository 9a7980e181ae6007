import pytest
from django.test import TestCase

from tests.factory import make_speaker
from tests.naming.asked import found

NAMES = ("Dmitry Peskov", "Volodymyr Zelensky", "Muammar Gaddafi", "Grace Hill", "Yulia Tymoshenko")
MISSPELT = {
    "dmitry-peskov": "peskof peskoff peksov pskov pesko peskow pesskov piskov dmitri dimitry",
    "volodymyr-zelensky": "zelenskyy zelenskiy zelinsky selenskyj zelenksy vladymyr wolodymyr",
    "muammar-gaddafi": "gadafi kaddafi ghaddafi gaddaffi qaddafi muamar",
    "yulia-tymoshenko": "timoshenko timoschenko timochenko julia tymoshenco tymoshneko",
}
SEVERAL = {
    "dmitry-peskov": (
        "dmitri peskof",
        "dmitry eskov",
        "Peskof, Dmitri",
        "d peskof",
        "peskof d",
        "dimitri pesk",
    ),
    "volodymyr-zelensky": ("Vladymyr Zelinsky", "zelenskiy v"),
    "yulia-tymoshenko": ("julija timoschenko",),
}


class MisspeltTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        for name in NAMES:
            make_speaker(name)

    def test_one_word(self):
        for slug, words in MISSPELT.items():
            for typed in words.split():
                self.assertIn(slug, found(typed)[:1], typed)

    def test_several_words(self):
        for slug, names in SEVERAL.items():
            for typed in names:
                self.assertEqual(found(typed), [slug], typed)

    def test_another_name_is_no_misspelling(self):
        for typed in ("petrova", "zidane", "gandhi", "mall", "grace peskova hill", "99999"):
            self.assertEqual(found(typed), [], typed)

    def test_not_where_it_is_not_wanted(self):
        self.assertEqual(found("peskof", misspelt=False), [])


@pytest.mark.parametrize("typed", ["peskof", "dmitri peskof", "d", "new york times"])
@pytest.mark.django_db
def test_it_takes_five_queries_at_most(typed, django_assert_max_num_queries):
    for number in range(30):
        make_speaker(f"Dmitry Peskov {number}")
    with django_assert_max_num_queries(6):  # One is the test's own.
        found(typed)
