import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dealers", "0001_initial"),
        ("partners", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Feed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sync_id", models.CharField(max_length=40, unique=True)),
                (
                    "number",
                    models.PositiveBigIntegerField(
                        help_text="The feed's place among its dealer's."
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("full_replace", "Full Replace"), ("partial", "Partial")],
                        max_length=16,
                    ),
                ),
                ("door", models.CharField(max_length=8)),
                ("accepted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("receipt", models.TextField(help_text="JSON, to the letter as it was answered")),
                ("created", models.PositiveIntegerField(default=0)),
                ("updated", models.PositiveIntegerField(default=0)),
                ("unchanged", models.PositiveIntegerField(default=0)),
                (
                    "changes_n",
                    models.PositiveBigIntegerField(
                        help_text="The number of its changes in the change log; empty for none.",
                        null=True,
                    ),
                ),
                (
                    "dealer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dealers.dealer",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="partners.partner",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Outage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Clock",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False),
                ),
                ("n", models.PositiveBigIntegerField(default=0)),
                ("epoch", models.UUIDField()),
                ("cluster", models.CharField(blank=True, max_length=40)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="clock_is_one_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="Payload",
            fields=[
                (
                    "feed",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="stock.feed",
                    ),
                ),
                ("body", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Listing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("live", "Live"), ("removed", "Removed"), ("expired", "Expired")],
                        default="live",
                        max_length=8,
                    ),
                ),
                ("source_id", models.CharField(blank=True, max_length=200, null=True)),
                ("vehicle_type", models.CharField(max_length=12)),
                ("make", models.CharField(max_length=80)),
                ("model", models.CharField(max_length=80)),
                ("variant", models.CharField(blank=True, max_length=200, null=True)),
                ("year", models.PositiveSmallIntegerField()),
                ("price", models.DecimalField(decimal_places=2, help_text="pounds", max_digits=10)),
                ("mileage", models.PositiveIntegerField(help_text="miles")),
                ("registration", models.CharField(max_length=10)),
                ("vin", models.CharField(blank=True, max_length=17, null=True)),
                ("fuel", models.CharField(blank=True, max_length=80, null=True)),
                ("transmission", models.CharField(blank=True, max_length=20, null=True)),
                ("colour", models.CharField(blank=True, max_length=80, null=True)),
                ("body_type", models.CharField(blank=True, max_length=80, null=True)),
                ("condition", models.CharField(blank=True, max_length=80, null=True)),
                ("engine_size", models.PositiveIntegerField(blank=True, help_text="cc", null=True)),
                ("bike_type", models.CharField(blank=True, max_length=80, null=True)),
                ("licence_category", models.CharField(blank=True, max_length=4, null=True)),
                ("van_type", models.CharField(blank=True, max_length=80, null=True)),
                ("roof_height", models.CharField(blank=True, max_length=80, null=True)),
                ("load_length", models.CharField(blank=True, max_length=80, null=True)),
                ("payload_kg", models.PositiveIntegerField(blank=True, null=True)),
                ("load_volume_m3", models.FloatField(blank=True, null=True)),
                ("listing_url", models.CharField(blank=True, max_length=2000, null=True)),
                ("description", models.TextField(blank=True, null=True)),
                (
                    "images",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=2000), size=None
                    ),
                ),
                (
                    "warnings",
                    models.JSONField(blank=True, help_text="[[field, reason], …]", null=True),
                ),
                (
                    "sent_digest",
                    models.BinaryField(
                        help_text="Of the entry whose values these are, so that the same entry is known at once.",
                        max_length=16,
                        null=True,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "refreshed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "left_out",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="The dealer's last full feed does not speak for it: it was skipped or held.",
                    ),
                ),
                ("taken_down_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "taken_down_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("deleted", "sold or withdrawn by the dealer"),
                            ("absent", "no longer in the dealer's stock"),
                            (
                                "superseded",
                                "replaced by another listing with the same registration",
                            ),
                            ("expired", "not refreshed in time"),
                            ("released", "no longer in the dealer's stock"),
                        ],
                        editable=False,
                        max_length=12,
                        null=True,
                    ),
                ),
                ("held_since", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "held_from",
                    models.PositiveBigIntegerField(blank=True, editable=False, null=True),
                ),
                ("held_to", models.PositiveBigIntegerField(blank=True, editable=False, null=True)),
                (
                    "dealer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="listings",
                        to="dealers.dealer",
                    ),
                ),
                (
                    "taken_down_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stock.feed",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Follower",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("n", models.PositiveBigIntegerField(default=0)),
                ("epoch", models.UUIDField()),
                ("reported_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("name", "place"), name="follower_place")
                ],
            },
        ),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="heartbeat_is_one_row"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="History",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("created", "Created"),
                            ("changed", "Changed"),
                            ("removed", "Removed"),
                            ("expired", "Expired"),
                            ("revived", "Revived"),
                            ("restored", "Restored"),
                            ("held", "Held"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("deleted", "sold or withdrawn by the dealer"),
                            ("absent", "no longer in the dealer's stock"),
                            (
                                "superseded",
                                "replaced by another listing with the same registration",
                            ),
                            ("expired", "not refreshed in time"),
                            ("released", "no longer in the dealer's stock"),
                        ],
                        max_length=12,
                        null=True,
                    ),
                ),
                ("changes", models.JSONField(help_text="{field: [old, new]}", null=True)),
                (
                    "feed",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="history",
                        to="stock.feed",
                    ),
                ),
                (
                    "listing",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="history",
                        to="stock.listing",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "history",
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "listing",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="stock.listing",
                    ),
                ),
                ("n", models.PositiveBigIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["n", "listing"], name="change_order")],
            },
        ),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(fields=["dealer", "registration"], name="listing_registration"),
        ),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(
                condition=models.Q(("left_out", True), ("state", "live")),
                fields=["refreshed_at"],
                name="listing_left_out",
            ),
        ),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(
                condition=models.Q(("taken_down_by__isnull", False)),
                fields=["taken_down_by"],
                name="listing_taken_down_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="listing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source_id__isnull", False)),
                fields=("dealer", "source_id"),
                name="listing_source_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="listing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "live")),
                fields=("dealer", "registration"),
                name="listing_live_registration",
            ),
        ),
        migrations.AddIndex(
            model_name="feed",
            index=models.Index(fields=["accepted_at"], name="feed_accepted_at"),
        ),
        migrations.AddIndex(
            model_name="feed",
            index=models.Index(fields=["partner", "-id"], name="feed_of_partner"),
        ),
        migrations.AddConstraint(
            model_name="feed",
            constraint=models.UniqueConstraint(fields=("dealer", "number"), name="feed_number"),
        ),
        migrations.AddIndex(
            model_name="history",
            index=django.contrib.postgres.indexes.BrinIndex(fields=["at"], name="history_at"),
        ),
    ]
