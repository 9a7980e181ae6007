"""The page on which an article is pasted, uploaded or fetched, read, and led to its review."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget

from quotesdb.admin.form import Lines
from quotesdb.ingest import handing_in
from quotesdb.ingest.handing_in import LONGEST, NoArticle
from quotesdb.ingest.proposing import Outcome
from quotesdb.ingest.submitting import Submission
from quotesdb.vocabulary import Door

NEITHER = "Paste the article’s text, choose a file, or give an address to fetch it from."
BOTH = "Paste the text or choose a file, not both."


class ArticleForm(forms.Form):
    """The text of an article with whatever is known of it."""

    text = Lines(
        required=False,
        strip=False,
        label="Text",
        help_text="The article alone, without menus and advertisements, as far as you can.",
        widget=AdminTextareaWidget(attrs={"rows": 14}),
    )
    file = forms.FileField(
        required=False,
        help_text="Instead of pasting: a text file in UTF-8, or a page in HTML.",
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.text,.html,.htm"}),
    )
    title = forms.CharField(required=False, max_length=1000, widget=AdminTextInputWidget)
    url = forms.URLField(
        required=False,
        max_length=2000,
        label="Address",
        assume_scheme="https",
        help_text="By its address an article is known again. With neither text nor file, it is "
        "fetched from there.",
        widget=AdminTextInputWidget,
    )
    site = forms.CharField(
        required=False,
        max_length=300,
        label="Outlet",
        help_text="The name of an outlet that is held. The address may tell it as well.",
        widget=AdminTextInputWidget,
    )
    published_on = forms.DateField(
        required=False,
        help_text="Such as 2024-01-31.",
        widget=forms.DateInput(attrs={"class": "vDateField", "size": 10}),
    )
    language = forms.CharField(
        required=False,
        max_length=35,
        initial="en",
        help_text="Such as en; und where it is unknown.",
        widget=AdminTextInputWidget,
    )

    def clean(self):
        data = super().clean()
        if "file" in self.errors or "text" in self.errors:
            return data
        pasted, upload = data.get("text", "").strip("\n"), data.get("file")
        if pasted.strip() and upload:
            raise forms.ValidationError(BOTH)
        document = None if pasted.strip() else self._brought(upload, data.get("url"))
        if not self.errors:
            self._complete(pasted, document)
        return data

    def _brought(self, upload, url):
        if not upload and "url" in self.errors:
            raise forms.ValidationError("")
        if not upload and not url:
            raise forms.ValidationError(NEITHER)
        try:
            if upload:
                return handing_in.uploaded(upload.name, upload.read(LONGEST * 4 + 1))
            return handing_in.fetched(url)
        except NoArticle as error:
            raise forms.ValidationError({"file" if upload else "url": str(error)}) from error

    def _complete(self, pasted, document):
        data = self.cleaned_data
        known = {name: data[name] for name in ("title", "url", "site", "published_on")}
        typed = Submission(pasted, **known, language=data["language"] or "und")
        try:
            self.submission = handing_in.completed(typed, document)
        except NoArticle as error:
            raise forms.ValidationError(str(error)) from error


def submit(submission, by):
    """Read an article and keep what was found. Raises Refused where it cannot be kept."""
    found = handing_in.read(submission)
    return handing_in.keep(found, by=by, door=Door.ADMIN, why="added at the desk")


def told(proposed):
    """What became of it, in a sentence."""
    found = f"{proposed.candidates} candidate{'' if proposed.candidates == 1 else 's'}"
    match proposed.outcome:
        case Outcome.UNCHANGED:
            return "Nothing new: this article is held already, with this very text."
        case Outcome.CHANGED:
            return f"The text of this article has changed: a new version, with {found}."
    return f"The article is kept; the reader found {found}."
