import django.db.models.deletion
from django.db import migrations, models

import quotesdb.models.search_document
from quotesdb.search import found


def make(apps, schema_editor):
    """The index. What is to be found in it comes with 0017."""
    for statement in found.engine().MAKE:
        schema_editor.execute(statement, params=None)


def take_away(apps, schema_editor):
    for statement in found.engine().TAKE_AWAY:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('quotesdb', '0006_reading'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchDocument',
            fields=[
                ('quote', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_document', serialize=False, to='quotesdb.quote')),
                ('words', models.TextField(help_text='One line for each wording: its language, then its words.')),
                ('tokens', quotesdb.models.search_document.SearchTokens(help_text="What the engine's index needs besides.")),
            ],
            options={
                'ordering': ['quote'],
            },
        ),
        migrations.CreateModel(
            name='SearchLanguage',
            fields=[
                ('code', models.CharField(max_length=2, primary_key=True, serialize=False)),
            ],
            options={
                'ordering': ['code'],
            },
        ),
        migrations.RunPython(make, take_away),
    ]
