"""By what speakers are found. None of these rows is curated: the writers keep them, from names."""

from django.db import models

from quotesdb.models.speaker import Speaker
from quotesdb.vocabulary import SpeakerKind, choices


class NameKey(models.Model):
    """A name of a speaker, from one of its words on.

    `named` is whose name it is, `speaker` who is found by it: another, where that one was merged.
    """

    # Neither is a constraint: the act that deletes a speaker sets these rows right at its end, and
    # has to see then which words went with it.
    named = models.ForeignKey(Speaker, models.DO_NOTHING, related_name="+", db_constraint=False)
    speaker = models.ForeignKey(
        Speaker, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    text = models.BinaryField(
        help_text="Folded, in UTF-8: as bytes, because both engines order these alike."
    )
    one = models.BinaryField(help_text="The first byte, by which short beginnings are found.")
    two = models.BinaryField(help_text="The first two.")
    three = models.BinaryField(help_text="The first three.")
    word = models.CharField(max_length=100, help_text="The first word.")
    kind = models.CharField(max_length=12, choices=choices(SpeakerKind))
    place = models.PositiveSmallIntegerField(
        help_text="What comes first of names alike: whole names, then the speakers quoted most."
    )

    class Meta:
        ordering = ["place", "speaker"]
        indexes = [
            models.Index("text", "place", "speaker", name="name_key_by_text"),
            models.Index("one", "place", "speaker", name="name_key_by_one"),
            models.Index("two", "place", "speaker", name="name_key_by_two"),
            models.Index("three", "place", "speaker", name="name_key_by_three"),
            models.Index("word", "place", "speaker", name="name_key_by_word"),
            models.Index("speaker", "place", name="name_key_by_speaker"),
            models.Index("place", "speaker", name="name_key_by_place"),
        ]

    def __str__(self) -> str:
        return bytes(self.text).decode()


class WordKey(models.Model):
    """A word of names under one of the hashes by which it is found when misspelt."""

    number = models.IntegerField()
    word = models.CharField(max_length=100)

    class Meta:
        ordering = ["word", "number"]
        indexes = [models.Index("number", "word", name="word_key_by_number")]

    def __str__(self) -> str:
        return self.word
