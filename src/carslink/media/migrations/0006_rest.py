from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0005_by_host"),
    ]

    operations = [
        migrations.CreateModel(
            name="Rest",
            fields=[
                ("host", models.CharField(max_length=300, primary_key=True, serialize=False)),
                ("until", models.DateTimeField()),
            ],
            options={
                "verbose_name": "host that rests",
                "verbose_name_plural": "hosts that rest",
            },
        ),
    ]
