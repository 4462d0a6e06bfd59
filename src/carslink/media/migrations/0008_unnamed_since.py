from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0007_put_off"),
    ]

    operations = [
        migrations.AddField(
            model_name="address",
            name="unnamed_since",
            field=models.DateTimeField(help_text="Since when no album has it.", null=True),
        ),
    ]
