from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("upload", "0002_drafts")]

    operations = [
        migrations.AlterField(
            model_name="problem",
            name="kind",
            field=models.CharField(
                choices=[
                    ("skipped", "something is wrong with it"),
                    ("draft", "nothing but photographs is missing"),
                    ("repeated", "another row is of the same vehicle, and counts instead"),
                ],
                max_length=8,
            ),
        ),
    ]
