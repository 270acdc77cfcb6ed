from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0002_event_timing")]

    operations = [
        migrations.AlterField(
            model_name="documentpage",
            name="number",
            field=models.CharField(
                blank=True,
                help_text="As on the paper: 12/KH-MTTQ. Empty for a paper that has none, such as an invitation.",
                max_length=40,
                verbose_name="number and symbol",
            ),
        )
    ]
