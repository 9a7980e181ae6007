import django.db.models.deletion
from django.db import migrations, models


def forget(apps, schema_editor):
    """Before this there is one memory for each row: the one that counts."""
    apps.get_model('quotesdb', 'Moved').objects.exclude(set_aside_by=None).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('quotesdb', '0018_merging'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='moved',
            name='quotesdb_moved_once',
        ),
        migrations.AddField(
            model_name='moved',
            name='set_aside_by',
            field=models.ForeignKey(db_index=False, help_text='The merge that gave the row another value since.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='set_aside', to='quotesdb.merge'),
        ),
        migrations.AddConstraint(
            model_name='moved',
            constraint=models.UniqueConstraint(condition=models.Q(('set_aside_by', None)), fields=('place', 'row'), name='quotesdb_moved_once', violation_error_message='Where this row came from is recorded already.'),
        ),
        migrations.AddConstraint(
            model_name='moved',
            constraint=models.UniqueConstraint(fields=('set_aside_by', 'place', 'row'), name='quotesdb_moved_set_aside_once', violation_error_message='What this merge set aside of the row is recorded already.'),
        ),
        migrations.RunPython(migrations.RunPython.noop, forget),
    ]
