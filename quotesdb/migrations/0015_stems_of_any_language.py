from django.db import migrations

from quotesdb.search import found, index

BEFORE = (
    'CREATE VIRTUAL TABLE quotesdb_searchindex USING fts5(words, tokens, '
    "content='quotesdb_searchdocument', content_rowid='quote_id', columnsize=0, "
    rf"""tokenize="ascii tokenchars '!#$%&()*+,-./:;<=>?@[\]^_`{{|}}~'")"""
)
ADD = (
    'INSERT INTO quotesdb_searchindex(rowid, words, tokens) '
    'VALUES (new.quote_id, new.words, new.tokens);'
)
TAKE = (
    'INSERT INTO quotesdb_searchindex(quotesdb_searchindex, rowid, words, tokens) '
    "VALUES ('delete', old.quote_id, old.words, old.tokens);"
)
TRIGGERS = {
    'added': f'AFTER INSERT ON quotesdb_searchdocument BEGIN {ADD} END',
    'taken': f'AFTER DELETE ON quotesdb_searchdocument BEGIN {TAKE} END',
    'moved': f'AFTER UPDATE ON quotesdb_searchdocument BEGIN {TAKE} {ADD} END',
}


def fill(apps, schema_editor):
    """Tokens and documents as they are now."""
    here = found.engine()
    if schema_editor.connection.vendor == 'sqlite':
        execute(schema_editor, *here.TAKE_AWAY, 'DELETE FROM quotesdb_searchdocument', *here.MAKE)
        index.rebuild()
    else:
        # An index is sooner made of all rows than row by row, once none is left to be checked.
        execute(schema_editor, *here.TAKE_AWAY, 'TRUNCATE quotesdb_searchdocument')
        index.rebuild()
        execute(schema_editor, 'SET CONSTRAINTS ALL IMMEDIATE', *here.MAKE)
        execute(schema_editor, 'SET CONSTRAINTS ALL DEFERRED')


def empty(apps, schema_editor):
    """Nothing is found until `manage.py rebuild_search` of the version before has run."""
    execute(schema_editor, 'DELETE FROM quotesdb_searchdocument')
    if schema_editor.connection.vendor == 'sqlite':
        triggers = [f'CREATE TRIGGER quotesdb_search_{it} {does}' for it, does in TRIGGERS.items()]
        execute(schema_editor, *found.engine().TAKE_AWAY, BEFORE, *triggers)


def execute(schema_editor, *statements):
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('quotesdb', '0014_webhooks'),
    ]

    operations = [
        migrations.RunPython(fill, empty),
    ]
