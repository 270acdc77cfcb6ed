from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="eventpage",
            name="timing",
            field=models.CharField(
                choices=[
                    ("exact", "at the hours above"),
                    ("whole_day", "the whole day, or several"),
                    ("later", "the hour is not known yet"),
                ],
                default="exact",
                help_text="For a whole day, or where the hour is not known yet, only the days above count.",
                max_length=10,
                verbose_name="hours",
            ),
        )
    ]
