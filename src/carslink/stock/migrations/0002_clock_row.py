"""Set the clock: one row, at nothing, in an epoch of its own. Payloads come compressed already."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("stock", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "INSERT INTO stock_clock (id, n, epoch, cluster) VALUES (1, 0, gen_random_uuid(), '')",
            "DELETE FROM stock_clock",
        ),
        migrations.RunSQL(
            "ALTER TABLE stock_payload ALTER COLUMN body SET STORAGE EXTERNAL",
            "ALTER TABLE stock_payload ALTER COLUMN body SET STORAGE EXTENDED",
        ),
        # Large tables, changed in bursts: let autovacuum come before they have grown by a fifth.
        migrations.RunSQL(
            "ALTER TABLE stock_listing SET (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05)",
            "ALTER TABLE stock_listing RESET (fillfactor, autovacuum_vacuum_scale_factor)",
        ),
    ]
