from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0004_former"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="address",
            name="address_host",
        ),
        migrations.AddIndex(
            model_name="address",
            index=models.Index(
                condition=models.Q(("state", "waiting")),
                fields=["priority", "host", "dealer"],
                name="address_hosts",
            ),
        ),
    ]
