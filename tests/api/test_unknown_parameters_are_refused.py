from tests.api.asking import LISTS, Asking, make_a_reported_quote


class UnknownParameterTests(Asking):
    @classmethod
    def setUpTestData(cls):
        cls.quote = make_a_reported_quote()

    def detail(self, address, **params):
        return self.ask(address, expect=400, **params)["detail"]

    def test_the_nearest_known_parameter_is_named(self):
        self.assertIn('Did you mean "speaker"?', self.detail("quotes/", speeker="x"))
        self.assertIn('Did you mean "published_after"?', self.detail("articles/", publised_after=1))

    def test_every_list_refuses(self):
        for name in LISTS:
            self.assertIn("nonsense", self.detail(f"{name}/", nonsense="1"))

    def test_a_detail_refuses_too(self):
        self.assertIn(
            'Did you mean "fields"?', self.detail(f"quotes/{self.quote.pk}/", feilds="id")
        )

    def test_all_unknown_parameters_are_told_at_once(self):
        errors = self.ask("quotes/", expect=400, speeker="x", outlit="y")["errors"]
        self.assertEqual({error["parameter"] for error in errors}, {"speeker", "outlit"})
        self.assertEqual({error["code"] for error in errors}, {"unknown_parameter"})

    def test_a_parameter_given_twice_is_refused(self):
        self.assertIn("2 times", self.detail("quotes/", speaker=["a", "b"]))

    def test_a_parameter_without_a_value_is_refused(self):
        self.assertIn("no value", self.detail("quotes/", speaker=""))

    def test_a_nul_character_is_refused(self):
        for name in LISTS:
            self.assertIn("NUL", self.detail(f"{name}/", q="a\x00b"))

    def test_what_is_neither_true_nor_false_is_refused(self):
        self.assertIn("nested", self.detail("quotes/", nested="maybe"))
        self.assertIn("count", self.detail("quotes/", count="maybe"))

    def test_a_word_outside_a_vocabulary_is_refused(self):
        self.assertIn("form", self.detail("quotes/", form="dirct"))

    def test_a_date_that_is_none_is_refused(self):
        for name in ("said_after", "said_before", "published_after", "published_before"):
            self.assertIn(name, self.detail("quotes/", **{name: "2024-02-30"}))

    def test_a_number_too_large_for_an_id_is_refused(self):
        self.assertIn("article", self.detail("appearances/", article="9" * 30))
