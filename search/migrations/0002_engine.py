"""The engine's own table beside `search_entry`, or columns in it."""

from django.db import migrations

from search.engines import postgres, sqlite


def create(apps, schema_editor):
    statements = {"sqlite": sqlite.CREATE, "postgresql": postgres.CREATE}[schema_editor.connection.vendor]
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
