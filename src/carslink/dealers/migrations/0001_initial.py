import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("partners", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Dealer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("partner_dealer_id", models.CharField(max_length=100)),
                ("slug", models.SlugField(max_length=100, unique=True)),
                ("name", models.CharField(blank=True, max_length=200)),
                (
                    "address",
                    models.CharField(blank=True, help_text="As buyers see it.", max_length=400),
                ),
                (
                    "address_as_sent",
                    models.CharField(
                        blank=True,
                        help_text="In one line; empty: built from the parts below.",
                        max_length=400,
                    ),
                ),
                ("address_line_1", models.CharField(blank=True, max_length=200)),
                ("address_line_2", models.CharField(blank=True, max_length=200)),
                ("town", models.CharField(blank=True, max_length=100)),
                ("county", models.CharField(blank=True, max_length=100)),
                ("postcode", models.CharField(blank=True, max_length=10)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("website", models.CharField(blank=True, max_length=400)),
                ("location", models.CharField(blank=True, max_length=100)),
                ("region", models.CharField(blank=True, max_length=40)),
                ("latitude", models.FloatField(blank=True, null=True)),
                ("longitude", models.FloatField(blank=True, null=True)),
                ("feeds", models.PositiveBigIntegerField(default=0, editable=False)),
                ("full_feed", models.PositiveBigIntegerField(default=0, editable=False)),
                ("full_feed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dealers",
                        to="partners.partner",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partner", "partner_dealer_id"), name="dealer_of_partner"
                    )
                ],
            },
        ),
    ]
