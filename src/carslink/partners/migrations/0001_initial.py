import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ApiKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        help_text="The part of the key that may be shown.",
                        max_length=16,
                        unique=True,
                    ),
                ),
                ("digest", models.BinaryField(max_length=32)),
                ("label", models.CharField(blank=True, max_length=120)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("expires_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("last_used_at", models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                "ordering": ("partner", "created_at"),
            },
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, unique=True)),
                (
                    "takes",
                    models.CharField(
                        choices=[("push", "pushes its feeds"), ("pull", "is pulled")],
                        default="push",
                        max_length=8,
                    ),
                ),
                ("verified", models.BooleanField(default=False)),
                (
                    "active",
                    models.BooleanField(
                        default=True,
                        help_text="A partner that is not active is refused, whatever its key.",
                    ),
                ),
                (
                    "brake_percent",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Hold the removals of a full feed that would remove more than this share of a dealer's live stock. Empty: no brake.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                    ),
                ),
                (
                    "feeds_per_minute",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many feeds one key may post in a minute. Empty: the house's setting.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="KeyUse",
            fields=[
                (
                    "key",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="partners.apikey",
                    ),
                ),
                ("since", models.DateTimeField()),
                ("feeds", models.PositiveIntegerField()),
            ],
        ),
        migrations.AddField(
            model_name="apikey",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="keys",
                to="partners.partner",
            ),
        ),
    ]
