from tests.api.asking import Asking, make_a_reported_quote


class FieldsTests(Asking):
    @classmethod
    def setUpTestData(cls):
        cls.quote = make_a_reported_quote()
        cls.address = f"quotes/{cls.quote.pk}/"

    def test_fields_names_what_is_wanted(self):
        self.assertEqual(
            self.ask(self.address, fields="key,text"),
            {"key": "quote-0", "text": "We are ready, number 0."},
        )

    def test_a_dot_leads_inside(self):
        self.assertEqual(
            self.ask(self.address, fields="appearances.chain.speaker.slug,speaker.kind"),
            {
                "speaker": {"kind": "anonymous"},
                "appearances": [
                    {
                        "chain": [
                            {"speaker": {"slug": "an-official-0"}},
                            {"speaker": {"slug": "wire-0"}},
                        ]
                    }
                ],
            },
        )

    def test_omit_leaves_out(self):
        whole = self.ask(self.address)
        less = self.ask(self.address, omit="appearances.chain,text")
        del whole["text"]
        del whole["appearances"][0]["chain"]
        self.assertEqual(less, whole)

    def test_a_list_gives_a_summary_and_the_rest_on_request(self):
        self.assertNotIn("appearances", self.ask("quotes/")["results"][0])
        row = self.ask("quotes/", key="quote-0", fields="appearances.key")["results"][0]
        self.assertEqual(row, {"appearances": [{"key": "printed-0"}]})

    def test_an_unknown_field_is_refused_and_the_nearest_named(self):
        for parameter in ("fields", "omit"):
            detail = self.ask(self.address, expect=400, **{parameter: "appearances.wordign"})[
                "detail"
            ]
            self.assertIn('Did you mean "appearances.wording"?', detail)

    def test_there_is_nothing_inside_a_plain_value(self):
        detail = self.ask(self.address, expect=400, fields="text.more")["detail"]
        self.assertIn('nothing inside "text"', detail)

    def test_fields_that_name_nothing_are_refused(self):
        self.assertIn("no field", self.ask(self.address, expect=400, fields=",")["detail"])

    def test_what_is_not_asked_for_is_not_read(self):
        with self.assertNumQueries(1):
            self.ask(self.address, fields="key,speaker.name")
