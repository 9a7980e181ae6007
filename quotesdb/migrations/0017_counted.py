from django.db import migrations

from quotesdb.throttling import in_database


def run(statements):
    def on_postgresql(apps, schema_editor):
        if schema_editor.connection.vendor == 'postgresql':
            for statement in statements:
                schema_editor.execute(statement, params=None)
    return on_postgresql


class Migration(migrations.Migration):
    """Where PostgreSQL counts; beside SQLite there is a file for it, made when it is needed."""

    dependencies = [
        ('quotesdb', '0016_proposing'),
    ]

    operations = [
        migrations.RunPython(run(in_database.MAKE), run(in_database.TAKE_AWAY)),
    ]
