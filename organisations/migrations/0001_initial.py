import core.blocks
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('core', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Commune',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(default='Xã', max_length=120, verbose_name='commune')),
                ('name_en', models.CharField(blank=True, max_length=120, verbose_name='commune, in English')),
                ('organisation', models.CharField(default='Ủy ban Mặt trận Tổ quốc Việt Nam xã', max_length=200, verbose_name='committee')),
                ('organisation_en', models.CharField(blank=True, max_length=200, verbose_name='committee, in English')),
                ('tagline', models.CharField(blank=True, max_length=160, verbose_name='motto')),
                ('tagline_en', models.CharField(blank=True, max_length=160, verbose_name='motto, in English')),
                ('address', models.CharField(blank=True, max_length=250, verbose_name='address')),
                ('phone', models.CharField(blank=True, max_length=30, verbose_name='phone')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('responsible_person', models.CharField(blank=True, max_length=160, verbose_name='responsible for the content')),
                ('licence', models.CharField(blank=True, max_length=250, verbose_name='licence of the site')),
                ('source_note', models.CharField(blank=True, help_text='What whoever quotes this site should state.', max_length=250, verbose_name='when quoting')),
            ],
            options={
                'verbose_name': 'commune',
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160, verbose_name='name')),
                ('name_en', models.CharField(blank=True, max_length=160, verbose_name='name in English')),
                ('slug', models.SlugField(help_text='Used in addresses; do not change it once in use.', max_length=80, unique=True, verbose_name='address')),
                ('description', models.CharField(blank=True, max_length=300, verbose_name='description')),
                ('order', models.PositiveSmallIntegerField(default=100, verbose_name='order')),
            ],
            options={
                'verbose_name': 'topic',
                'verbose_name_plural': 'topics',
                'ordering': ('order', 'name'),
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160, verbose_name='name')),
                ('name_en', models.CharField(blank=True, max_length=160, verbose_name='name in English')),
                ('slug', models.SlugField(help_text='Used in addresses; do not change it once in use.', max_length=80, unique=True, verbose_name='address')),
                ('kind', models.CharField(choices=[('committee', 'Fatherland Front committee'), ('organisation', 'Socio-political organisation'), ('village_board', 'Village Front board'), ('authority', 'Competent authority')], max_length=20, verbose_name='kind')),
                ('short_name', models.CharField(blank=True, max_length=60, verbose_name='short name')),
                ('short_name_en', models.CharField(blank=True, max_length=60, verbose_name='short name in English')),
                ('summary', models.CharField(blank=True, max_length=300, verbose_name='what it does')),
                ('summary_en', models.CharField(blank=True, max_length=300, verbose_name='what it does, in English')),
                ('phone', models.CharField(blank=True, max_length=30, verbose_name='phone')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('fanpage', models.URLField(blank=True, verbose_name='Facebook page')),
                ('zalo', models.URLField(blank=True, verbose_name='Zalo group')),
                ('office', models.CharField(blank=True, max_length=200, verbose_name='office')),
                ('order', models.PositiveSmallIntegerField(default=100, verbose_name='order')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                ('collection', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.collection', verbose_name='media folder')),
            ],
            options={
                'verbose_name': 'unit',
                'verbose_name_plural': 'units',
                'ordering': ('order', 'name'),
            },
        ),
        migrations.CreateModel(
            name='TopicAssignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2020)], verbose_name='year')),
                ('topic', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='organisations.topic', verbose_name='topic')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='topic_assignments', to='organisations.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'topic assignment',
                'verbose_name_plural': 'topic assignments',
                'ordering': ('-year', 'topic'),
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('standing_committee', 'Standing committee'), ('organisation_officer', 'Officer'), ('village_board', 'Village board member'), ('reader', 'Leader (reads only)'), ('it_administrator', 'IT administrator')], max_length=30, verbose_name='role')),
                ('valid_from', models.DateTimeField(default=django.utils.timezone.now, verbose_name='from')),
                ('valid_to', models.DateTimeField(blank=True, help_text='Leave empty while it has no end.', null=True, verbose_name='to')),
                ('note', models.CharField(blank=True, help_text='For example the number of the decision.', max_length=200, verbose_name='note')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appointments', to=settings.AUTH_USER_MODEL, verbose_name='user')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='organisations.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'appointment',
                'verbose_name_plural': 'appointments',
                'ordering': ('-valid_from',),
            },
        ),
        migrations.CreateModel(
            name='UnitFolderPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('summary', models.TextField(blank=True, help_text='One or two sentences; shown in lists and when the page is shared.', max_length=300, verbose_name='summary')),
                ('lead_alt', models.CharField(blank=True, help_text='Read aloud to people who cannot see the picture.', max_length=200, verbose_name='what the picture shows')),
                ('lead_decorative', models.BooleanField(default=False, help_text='The picture says nothing that the text does not.', verbose_name='decorative')),
                ('lead_caption', models.CharField(blank=True, max_length=250, verbose_name='caption')),
                ('lead_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.customimage', verbose_name='lead picture')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'folder of a unit',
                'verbose_name_plural': 'folders of units',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='UnitGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('standing_committee', 'Standing committee'), ('organisation_officer', 'Officer'), ('village_board', 'Village board member'), ('reader', 'Leader (reads only)'), ('it_administrator', 'IT administrator')], max_length=30)),
                ('group', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='auth.group')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='groups', to='organisations.unit')),
            ],
        ),
        migrations.CreateModel(
            name='Village',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160, verbose_name='name')),
                ('name_en', models.CharField(blank=True, max_length=160, verbose_name='name in English')),
                ('slug', models.SlugField(help_text='Used in addresses; do not change it once in use.', max_length=80, unique=True, verbose_name='address')),
                ('summary', models.CharField(blank=True, max_length=300, verbose_name='in a sentence')),
                ('summary_en', models.CharField(blank=True, max_length=300, verbose_name='in a sentence, in English')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='exists until')),
                ('order', models.PositiveSmallIntegerField(default=100, verbose_name='order')),
                ('board', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='village', to='organisations.unit', verbose_name='village Front board')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='organisations.village', verbose_name='merged into')),
            ],
            options={
                'verbose_name': 'village',
                'verbose_name_plural': 'villages',
                'ordering': ('order', 'name'),
            },
        ),
        migrations.CreateModel(
            name='VillageFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateField(verbose_name='as of')),
                ('households', models.PositiveIntegerField(verbose_name='households')),
                ('residents', models.PositiveIntegerField(verbose_name='residents')),
                ('village', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='organisations.village', verbose_name='village')),
            ],
            options={
                'verbose_name': 'village figures',
                'verbose_name_plural': 'village figures',
                'ordering': ('village', '-as_of'),
            },
        ),
        migrations.AddConstraint(
            model_name='unit',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['committee', 'organisation', 'village_board', 'authority'])), name='unit_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='topicassignment',
            constraint=models.UniqueConstraint(fields=('topic', 'year'), name='topic_assigned_once_a_year'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(fields=['user', 'valid_from'], name='appointment_of_user'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='appointment_ends_after_it_begins', violation_error_message='The end must come after the beginning.'),
        ),
        migrations.AddConstraint(
            model_name='unitgroup',
            constraint=models.UniqueConstraint(fields=('unit', 'role'), name='unit_group_once'),
        ),
        migrations.AddConstraint(
            model_name='villagefigure',
            constraint=models.UniqueConstraint(fields=('village', 'as_of'), name='village_figure_once_a_day'),
        ),
        migrations.AddField(
            model_name='commune',
            name='urgent_link',
            field=models.CharField(blank=True, help_text='An address of this site (/tin-tuc/…) or a full one (https://…).', max_length=300, validators=[core.blocks.validate_address], verbose_name='where to read more'),
        ),
        migrations.AddField(
            model_name='commune',
            name='urgent_text',
            field=models.CharField(blank=True, max_length=200, verbose_name='urgent notice'),
        ),
        migrations.AddField(
            model_name='commune',
            name='urgent_text_en',
            field=models.CharField(blank=True, max_length=200, verbose_name='urgent notice, in English'),
        ),
        migrations.AddField(
            model_name='commune',
            name='urgent_until',
            field=models.DateTimeField(blank=True, null=True, verbose_name='shown until'),
        ),
    ]
