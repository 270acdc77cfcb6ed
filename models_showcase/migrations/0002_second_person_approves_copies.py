import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('models_showcase', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameField(model_name='adoption', old_name='recorded_by', new_name='written_by'),
        migrations.AlterField(
            model_name='adoption',
            name='written_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='adoption',
            name='approved_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='adoption',
            name='approved_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='approved'),
        ),
        migrations.AddField(
            model_name='adoption',
            name='returned_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='returned'),
        ),
        migrations.AddField(
            model_name='adoption',
            name='return_reason',
            field=models.CharField(blank=True, max_length=500, verbose_name='why it was returned'),
        ),
        migrations.AddField(
            model_name='adoption',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddConstraint(
            model_name='adoption',
            constraint=models.CheckConstraint(condition=models.Q(('approved_by', None), models.Q(('approved_by', models.F('written_by')), _negated=True), _connector='OR'), name='adoption_approved_by_second_person'),
        ),
    ]
