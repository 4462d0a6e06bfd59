"""What a partner said it would not have done twice."""

from django.db import models

from carslink.partners.models import Partner


class IdempotencyKey(models.Model):
    """An `Idempotency-Key` of a partner, the body it stood for and the feed it became."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(max_length=255)
    body_digest = models.BinaryField(max_length=32)
    sync_id = models.CharField(max_length=40)
    taken_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("partner", "key"), name="idempotency_key")]
        indexes = [models.Index(fields=("taken_at",), name="idempotency_taken_at")]

    def __str__(self) -> str:
        return self.key
