import django.db.models.deletion
from django.db import migrations

import quotesdb.models.rowid
from quotesdb.search import sqlite


class Remake(migrations.AlterField):
    """SQLite's table is copied; on PostgreSQL the type stays, and so does the table as it is."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == 'sqlite':
            super().database_forwards(app_label, schema_editor, from_state, to_state)


def make_triggers(apps, schema_editor):
    """They go with the table that is copied; the index stays, and its rowids hold."""
    if schema_editor.connection.vendor == 'sqlite':
        for statement in sqlite.FOLLOW:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('quotesdb', '0020_marks_are_no_stems'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, make_triggers),
        Remake(
            model_name='searchdocument',
            name='quote',
            field=quotesdb.models.rowid.OneToOneRowid(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_document', serialize=False, to='quotesdb.quote'),
        ),
        Remake(
            model_name='keptanswer',
            name='quote',
            field=quotesdb.models.rowid.OneToOneRowid(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='kept_answer', serialize=False, to='quotesdb.quote'),
        ),
        migrations.RunPython(make_triggers, migrations.RunPython.noop),
    ]
