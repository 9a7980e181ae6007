from django.db import migrations, models

from quotesdb import likeness
from quotesdb.models import NumberedWords, PostingList, PostingSegment


def fill(apps, schema_editor):
    """What is near to what, in a database that has quotes and comes from before there were lists."""
    if not PostingSegment.objects.exists():
        likeness.rebuild()


def empty(apps, schema_editor):
    """The version before reads all segments, and no tags: `rebuild_likeness` makes them anew."""
    unknown = models.Q(tagged=True) | models.Q(first=None)
    if PostingSegment.objects.filter(unknown).exists():
        for model in (PostingList, PostingSegment, NumberedWords):
            model.objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ('quotesdb', '0021_keys_that_are_rowids'),
    ]

    operations = [
        migrations.AddField(
            model_name='postingsegment',
            name='tagged',
            field=models.BooleanField(default=False, help_text='Whether eight more bits stand beside each quote of a list.'),
        ),
        migrations.AlterField(
            model_name='postingsegment',
            name='first',
            field=models.BigIntegerField(help_text='Null: it is being made or taken apart, and not read.', null=True, unique=True),
        ),
        migrations.AlterField(
            model_name='postinglist',
            name='quotes',
            field=models.BinaryField(help_text='As quotesdb.likeness.rows writes it.'),
        ),
        migrations.RunPython(fill, empty),
    ]
