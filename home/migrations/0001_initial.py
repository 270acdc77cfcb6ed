import core.blocks
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
        ('movements', '0001_initial'),
        ('organisations', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='CampaignIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('summary', models.TextField(blank=True, help_text='One or two sentences; shown in lists and when the page is shared.', max_length=300, verbose_name='summary')),
                ('lead_alt', models.CharField(blank=True, help_text='Read aloud to people who cannot see the picture.', max_length=200, verbose_name='what the picture shows')),
                ('lead_decorative', models.BooleanField(default=False, help_text='The picture says nothing that the text does not.', verbose_name='decorative')),
                ('lead_caption', models.CharField(blank=True, max_length=250, verbose_name='caption')),
                ('intro', models.CharField(blank=True, max_length=300, verbose_name='introduction')),
                ('lead_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.customimage', verbose_name='lead picture')),
            ],
            options={
                'verbose_name': 'campaigns section',
                'verbose_name_plural': 'campaigns sections',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='CampaignPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('summary', models.TextField(blank=True, help_text='One or two sentences; shown in lists and when the page is shared.', max_length=300, verbose_name='summary')),
                ('lead_alt', models.CharField(blank=True, help_text='Read aloud to people who cannot see the picture.', max_length=200, verbose_name='what the picture shows')),
                ('lead_decorative', models.BooleanField(default=False, help_text='The picture says nothing that the text does not.', verbose_name='decorative')),
                ('lead_caption', models.CharField(blank=True, max_length=250, verbose_name='caption')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('picture', 5), ('gallery', 9), ('quote', 13), ('figures', 19), ('document', 22), ('video', 27), ('call', 30)], blank=True, block_lookup={0: ('core.blocks.HeadingBlock', (), {'max_length': 160}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'h3', 'ol', 'ul', 'link', 'document-link'], 'icon': 'pilcrow', 'label': 'Text', 'template': 'blocks/text.html'}), 2: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture'}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Caption', 'max_length': 250, 'required': False}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'Credit', 'max_length': 120, 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('image', 2), ('caption', 3), ('credit', 4)]], {}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 120, 'required': False}), 7: ('wagtail.blocks.StructBlock', [[('image', 2), ('caption', 3)]], {}), 8: ('wagtail.blocks.ListBlock', (7,), {'label': 'Pictures', 'max_num': 24, 'min_num': 2}), 9: ('wagtail.blocks.StructBlock', [[('title', 6), ('pictures', 8)]], {}), 10: ('wagtail.blocks.TextBlock', (), {'label': 'Quote', 'rows': 3}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it', 'max_length': 120, 'required': False}), 12: ('wagtail.blocks.CharBlock', (), {'label': 'Role', 'max_length': 160, 'required': False}), 13: ('wagtail.blocks.StructBlock', [[('text', 10), ('name', 11), ('role', 12)]], {}), 14: ('wagtail.blocks.CharBlock', (), {'help_text': 'With its unit: 12,5%, 45 triệu đồng.', 'label': 'Number', 'max_length': 24}), 15: ('wagtail.blocks.CharBlock', (), {'label': 'What it counts', 'max_length': 120}), 16: ('wagtail.blocks.StructBlock', [[('number', 14), ('label', 15)]], {}), 17: ('wagtail.blocks.ListBlock', (16,), {'label': 'Figures', 'max_num': 6, 'min_num': 1}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'Source', 'max_length': 200, 'required': False}), 19: ('wagtail.blocks.StructBlock', [[('title', 6), ('items', 17), ('source', 18)]], {}), 20: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'Document'}), 21: ('wagtail.blocks.CharBlock', (), {'label': 'Note', 'max_length': 200, 'required': False}), 22: ('wagtail.blocks.StructBlock', [[('document', 20), ('note', 21)]], {}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 160}), 24: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Poster picture'}), 25: ('wagtail.blocks.URLBlock', (), {'label': 'Address of the video'}), 26: ('wagtail.blocks.CharBlock', (), {'help_text': 'Minutes and seconds: 3:45', 'label': 'Duration', 'max_length': 8, 'required': False, 'validators': [django.core.validators.RegexValidator('^\\d{1,2}(:\\d{2}){1,2}$', 'Write the duration as 3:45.')]}), 27: ('wagtail.blocks.StructBlock', [[('title', 23), ('poster', 24), ('url', 25), ('duration', 26)]], {}), 28: ('wagtail.blocks.CharBlock', (), {'label': 'Label', 'max_length': 60}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'Address', 'max_length': 300, 'validators': [core.blocks.validate_address]}), 30: ('wagtail.blocks.StructBlock', [[('label', 28), ('url', 29)]], {})}, verbose_name='body')),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='movements.campaign', verbose_name='campaign')),
                ('lead_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.customimage', verbose_name='lead picture')),
            ],
            options={
                'verbose_name': 'page of a campaign',
                'verbose_name_plural': 'pages of campaigns',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('summary', models.TextField(blank=True, help_text='One or two sentences; shown in lists and when the page is shared.', max_length=300, verbose_name='summary')),
                ('lead_alt', models.CharField(blank=True, help_text='Read aloud to people who cannot see the picture.', max_length=200, verbose_name='what the picture shows')),
                ('lead_decorative', models.BooleanField(default=False, help_text='The picture says nothing that the text does not.', verbose_name='decorative')),
                ('lead_caption', models.CharField(blank=True, max_length=250, verbose_name='caption')),
                ('welcome', models.CharField(blank=True, max_length=300, verbose_name='welcome')),
                ('lead_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.customimage', verbose_name='lead picture')),
                ('lead_story', models.ForeignKey(blank=True, help_text='Empty: the newest article.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page', verbose_name='lead story')),
            ],
            options={
                'verbose_name': 'home page',
                'verbose_name_plural': 'home pages',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='StandardPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('summary', models.TextField(blank=True, help_text='One or two sentences; shown in lists and when the page is shared.', max_length=300, verbose_name='summary')),
                ('lead_alt', models.CharField(blank=True, help_text='Read aloud to people who cannot see the picture.', max_length=200, verbose_name='what the picture shows')),
                ('lead_decorative', models.BooleanField(default=False, help_text='The picture says nothing that the text does not.', verbose_name='decorative')),
                ('lead_caption', models.CharField(blank=True, max_length=250, verbose_name='caption')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('picture', 5), ('gallery', 9), ('quote', 13), ('figures', 19), ('document', 22), ('video', 27), ('call', 30)], blank=True, block_lookup={0: ('core.blocks.HeadingBlock', (), {'max_length': 160}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'h3', 'ol', 'ul', 'link', 'document-link'], 'icon': 'pilcrow', 'label': 'Text', 'template': 'blocks/text.html'}), 2: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture'}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Caption', 'max_length': 250, 'required': False}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'Credit', 'max_length': 120, 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('image', 2), ('caption', 3), ('credit', 4)]], {}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 120, 'required': False}), 7: ('wagtail.blocks.StructBlock', [[('image', 2), ('caption', 3)]], {}), 8: ('wagtail.blocks.ListBlock', (7,), {'label': 'Pictures', 'max_num': 24, 'min_num': 2}), 9: ('wagtail.blocks.StructBlock', [[('title', 6), ('pictures', 8)]], {}), 10: ('wagtail.blocks.TextBlock', (), {'label': 'Quote', 'rows': 3}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it', 'max_length': 120, 'required': False}), 12: ('wagtail.blocks.CharBlock', (), {'label': 'Role', 'max_length': 160, 'required': False}), 13: ('wagtail.blocks.StructBlock', [[('text', 10), ('name', 11), ('role', 12)]], {}), 14: ('wagtail.blocks.CharBlock', (), {'help_text': 'With its unit: 12,5%, 45 triệu đồng.', 'label': 'Number', 'max_length': 24}), 15: ('wagtail.blocks.CharBlock', (), {'label': 'What it counts', 'max_length': 120}), 16: ('wagtail.blocks.StructBlock', [[('number', 14), ('label', 15)]], {}), 17: ('wagtail.blocks.ListBlock', (16,), {'label': 'Figures', 'max_num': 6, 'min_num': 1}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'Source', 'max_length': 200, 'required': False}), 19: ('wagtail.blocks.StructBlock', [[('title', 6), ('items', 17), ('source', 18)]], {}), 20: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'Document'}), 21: ('wagtail.blocks.CharBlock', (), {'label': 'Note', 'max_length': 200, 'required': False}), 22: ('wagtail.blocks.StructBlock', [[('document', 20), ('note', 21)]], {}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 160}), 24: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Poster picture'}), 25: ('wagtail.blocks.URLBlock', (), {'label': 'Address of the video'}), 26: ('wagtail.blocks.CharBlock', (), {'help_text': 'Minutes and seconds: 3:45', 'label': 'Duration', 'max_length': 8, 'required': False, 'validators': [django.core.validators.RegexValidator('^\\d{1,2}(:\\d{2}){1,2}$', 'Write the duration as 3:45.')]}), 27: ('wagtail.blocks.StructBlock', [[('title', 23), ('poster', 24), ('url', 25), ('duration', 26)]], {}), 28: ('wagtail.blocks.CharBlock', (), {'label': 'Label', 'max_length': 60}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'Address', 'max_length': 300, 'validators': [core.blocks.validate_address]}), 30: ('wagtail.blocks.StructBlock', [[('label', 28), ('url', 29)]], {})}, verbose_name='body')),
                ('lead_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.customimage', verbose_name='lead picture')),
            ],
            options={
                'verbose_name': 'page',
                'verbose_name_plural': 'pages',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='UnitIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('summary', models.TextField(blank=True, help_text='One or two sentences; shown in lists and when the page is shared.', max_length=300, verbose_name='summary')),
                ('lead_alt', models.CharField(blank=True, help_text='Read aloud to people who cannot see the picture.', max_length=200, verbose_name='what the picture shows')),
                ('lead_decorative', models.BooleanField(default=False, help_text='The picture says nothing that the text does not.', verbose_name='decorative')),
                ('lead_caption', models.CharField(blank=True, max_length=250, verbose_name='caption')),
                ('intro', models.CharField(blank=True, max_length=300, verbose_name='introduction')),
                ('lead_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.customimage', verbose_name='lead picture')),
            ],
            options={
                'verbose_name': 'organisations section',
                'verbose_name_plural': 'organisations sections',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='UnitPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('summary', models.TextField(blank=True, help_text='One or two sentences; shown in lists and when the page is shared.', max_length=300, verbose_name='summary')),
                ('lead_alt', models.CharField(blank=True, help_text='Read aloud to people who cannot see the picture.', max_length=200, verbose_name='what the picture shows')),
                ('lead_decorative', models.BooleanField(default=False, help_text='The picture says nothing that the text does not.', verbose_name='decorative')),
                ('lead_caption', models.CharField(blank=True, max_length=250, verbose_name='caption')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('picture', 5), ('gallery', 9), ('quote', 13), ('figures', 19), ('document', 22), ('video', 27), ('call', 30)], blank=True, block_lookup={0: ('core.blocks.HeadingBlock', (), {'max_length': 160}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'h3', 'ol', 'ul', 'link', 'document-link'], 'icon': 'pilcrow', 'label': 'Text', 'template': 'blocks/text.html'}), 2: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture'}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Caption', 'max_length': 250, 'required': False}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'Credit', 'max_length': 120, 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('image', 2), ('caption', 3), ('credit', 4)]], {}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 120, 'required': False}), 7: ('wagtail.blocks.StructBlock', [[('image', 2), ('caption', 3)]], {}), 8: ('wagtail.blocks.ListBlock', (7,), {'label': 'Pictures', 'max_num': 24, 'min_num': 2}), 9: ('wagtail.blocks.StructBlock', [[('title', 6), ('pictures', 8)]], {}), 10: ('wagtail.blocks.TextBlock', (), {'label': 'Quote', 'rows': 3}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it', 'max_length': 120, 'required': False}), 12: ('wagtail.blocks.CharBlock', (), {'label': 'Role', 'max_length': 160, 'required': False}), 13: ('wagtail.blocks.StructBlock', [[('text', 10), ('name', 11), ('role', 12)]], {}), 14: ('wagtail.blocks.CharBlock', (), {'help_text': 'With its unit: 12,5%, 45 triệu đồng.', 'label': 'Number', 'max_length': 24}), 15: ('wagtail.blocks.CharBlock', (), {'label': 'What it counts', 'max_length': 120}), 16: ('wagtail.blocks.StructBlock', [[('number', 14), ('label', 15)]], {}), 17: ('wagtail.blocks.ListBlock', (16,), {'label': 'Figures', 'max_num': 6, 'min_num': 1}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'Source', 'max_length': 200, 'required': False}), 19: ('wagtail.blocks.StructBlock', [[('title', 6), ('items', 17), ('source', 18)]], {}), 20: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'Document'}), 21: ('wagtail.blocks.CharBlock', (), {'label': 'Note', 'max_length': 200, 'required': False}), 22: ('wagtail.blocks.StructBlock', [[('document', 20), ('note', 21)]], {}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 160}), 24: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Poster picture'}), 25: ('wagtail.blocks.URLBlock', (), {'label': 'Address of the video'}), 26: ('wagtail.blocks.CharBlock', (), {'help_text': 'Minutes and seconds: 3:45', 'label': 'Duration', 'max_length': 8, 'required': False, 'validators': [django.core.validators.RegexValidator('^\\d{1,2}(:\\d{2}){1,2}$', 'Write the duration as 3:45.')]}), 27: ('wagtail.blocks.StructBlock', [[('title', 23), ('poster', 24), ('url', 25), ('duration', 26)]], {}), 28: ('wagtail.blocks.CharBlock', (), {'label': 'Label', 'max_length': 60}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'Address', 'max_length': 300, 'validators': [core.blocks.validate_address]}), 30: ('wagtail.blocks.StructBlock', [[('label', 28), ('url', 29)]], {})}, verbose_name='body')),
                ('lead_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.customimage', verbose_name='lead picture')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'page of a unit',
                'verbose_name_plural': 'pages of units',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='VillageIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('summary', models.TextField(blank=True, help_text='One or two sentences; shown in lists and when the page is shared.', max_length=300, verbose_name='summary')),
                ('lead_alt', models.CharField(blank=True, help_text='Read aloud to people who cannot see the picture.', max_length=200, verbose_name='what the picture shows')),
                ('lead_decorative', models.BooleanField(default=False, help_text='The picture says nothing that the text does not.', verbose_name='decorative')),
                ('lead_caption', models.CharField(blank=True, max_length=250, verbose_name='caption')),
                ('intro', models.CharField(blank=True, max_length=300, verbose_name='introduction')),
                ('lead_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.customimage', verbose_name='lead picture')),
            ],
            options={
                'verbose_name': 'villages section',
                'verbose_name_plural': 'villages sections',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='VillagePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('summary', models.TextField(blank=True, help_text='One or two sentences; shown in lists and when the page is shared.', max_length=300, verbose_name='summary')),
                ('lead_alt', models.CharField(blank=True, help_text='Read aloud to people who cannot see the picture.', max_length=200, verbose_name='what the picture shows')),
                ('lead_decorative', models.BooleanField(default=False, help_text='The picture says nothing that the text does not.', verbose_name='decorative')),
                ('lead_caption', models.CharField(blank=True, max_length=250, verbose_name='caption')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('picture', 5), ('gallery', 9), ('quote', 13), ('figures', 19), ('document', 22), ('video', 27), ('call', 30)], blank=True, block_lookup={0: ('core.blocks.HeadingBlock', (), {'max_length': 160}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'h3', 'ol', 'ul', 'link', 'document-link'], 'icon': 'pilcrow', 'label': 'Text', 'template': 'blocks/text.html'}), 2: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture'}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Caption', 'max_length': 250, 'required': False}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'Credit', 'max_length': 120, 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('image', 2), ('caption', 3), ('credit', 4)]], {}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 120, 'required': False}), 7: ('wagtail.blocks.StructBlock', [[('image', 2), ('caption', 3)]], {}), 8: ('wagtail.blocks.ListBlock', (7,), {'label': 'Pictures', 'max_num': 24, 'min_num': 2}), 9: ('wagtail.blocks.StructBlock', [[('title', 6), ('pictures', 8)]], {}), 10: ('wagtail.blocks.TextBlock', (), {'label': 'Quote', 'rows': 3}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it', 'max_length': 120, 'required': False}), 12: ('wagtail.blocks.CharBlock', (), {'label': 'Role', 'max_length': 160, 'required': False}), 13: ('wagtail.blocks.StructBlock', [[('text', 10), ('name', 11), ('role', 12)]], {}), 14: ('wagtail.blocks.CharBlock', (), {'help_text': 'With its unit: 12,5%, 45 triệu đồng.', 'label': 'Number', 'max_length': 24}), 15: ('wagtail.blocks.CharBlock', (), {'label': 'What it counts', 'max_length': 120}), 16: ('wagtail.blocks.StructBlock', [[('number', 14), ('label', 15)]], {}), 17: ('wagtail.blocks.ListBlock', (16,), {'label': 'Figures', 'max_num': 6, 'min_num': 1}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'Source', 'max_length': 200, 'required': False}), 19: ('wagtail.blocks.StructBlock', [[('title', 6), ('items', 17), ('source', 18)]], {}), 20: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'Document'}), 21: ('wagtail.blocks.CharBlock', (), {'label': 'Note', 'max_length': 200, 'required': False}), 22: ('wagtail.blocks.StructBlock', [[('document', 20), ('note', 21)]], {}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 160}), 24: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Poster picture'}), 25: ('wagtail.blocks.URLBlock', (), {'label': 'Address of the video'}), 26: ('wagtail.blocks.CharBlock', (), {'help_text': 'Minutes and seconds: 3:45', 'label': 'Duration', 'max_length': 8, 'required': False, 'validators': [django.core.validators.RegexValidator('^\\d{1,2}(:\\d{2}){1,2}$', 'Write the duration as 3:45.')]}), 27: ('wagtail.blocks.StructBlock', [[('title', 23), ('poster', 24), ('url', 25), ('duration', 26)]], {}), 28: ('wagtail.blocks.CharBlock', (), {'label': 'Label', 'max_length': 60}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'Address', 'max_length': 300, 'validators': [core.blocks.validate_address]}), 30: ('wagtail.blocks.StructBlock', [[('label', 28), ('url', 29)]], {})}, verbose_name='body')),
                ('lead_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.customimage', verbose_name='lead picture')),
                ('village', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.village', verbose_name='village')),
            ],
            options={
                'verbose_name': 'page of a village',
                'verbose_name_plural': 'pages of villages',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Menus',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'verbose_name': 'menus',
            },
        ),
        migrations.CreateModel(
            name='MenuEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('place', models.CharField(choices=[('main', 'Main menu'), ('foot', 'Foot of every page')], default='main', max_length=10, verbose_name='where')),
                ('address', models.CharField(blank=True, help_text='For what is no page: /gop-y/tra-cuu/ or https://…', max_length=300, validators=[core.blocks.validate_address], verbose_name='or address')),
                ('label', models.CharField(blank=True, max_length=40, verbose_name='label')),
                ('label_en', models.CharField(blank=True, max_length=40, verbose_name='label in English')),
                ('page', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.page', verbose_name='page')),
                ('menus', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='home.menus')),
            ],
            options={
                'verbose_name': 'entry of a menu',
                'verbose_name_plural': 'entries of the menus',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
