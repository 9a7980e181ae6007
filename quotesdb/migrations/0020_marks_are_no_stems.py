from django.db import migrations

from quotesdb.search import index


def rebuild(apps, schema_editor):
    """On SQLite the mark of a wording in Italian was told like the stem of the word "it"."""
    if schema_editor.connection.vendor == 'sqlite':
        index.rebuild()


class Migration(migrations.Migration):

    dependencies = [
        ('quotesdb', '0019_set_aside'),
    ]

    # The version before reads the index that this makes.
    operations = [
        migrations.RunPython(rebuild, migrations.RunPython.noop),
    ]
