"""Stock in the admin: to look at. Only feeds change it."""

from django.contrib import admin

from carslink.partners.admin import ReadOnly
from carslink.stock.models import Dropped, Feed, Follower, History, Listing, Outage, Pictures


@admin.register(Listing)
class ListingAdmin(ReadOnly):
    list_display = ("__str__", "dealer", "state", "source_id", "price", "changed_at")
    list_select_related = ("dealer",)
    list_filter = ("state", "vehicle_type")
    search_fields = ("=registration", "=source_id", "=dealer__slug")


@admin.register(Feed)
class FeedAdmin(ReadOnly):
    list_display = ("sync_id", "dealer", "number", "mode", "accepted_at", "created", "updated")
    list_select_related = ("dealer",)
    list_filter = ("mode",)
    search_fields = ("=sync_id", "=dealer__slug")


@admin.register(History)
class HistoryAdmin(ReadOnly):
    list_display = ("at", "event", "listing", "feed", "why")
    list_select_related = ("listing", "feed")
    list_filter = ("event",)
    search_fields = ("=listing__registration", "=feed__sync_id")


@admin.register(Follower)
class FollowerAdmin(ReadOnly):
    list_display = ("name", "place", "n", "reported_at")


@admin.register(Pictures)
class PicturesAdmin(ReadOnly):
    list_display = ("listing", "total", "done", "failed")
    list_select_related = ("listing",)
    search_fields = ("=listing__registration",)


@admin.register(Outage)
class OutageAdmin(ReadOnly):
    list_display = ("since", "until")


@admin.register(Dropped)
class DroppedAdmin(ReadOnly):
    list_display = ("name", "dealer", "at", "waits")
    list_select_related = ("dealer",)
    list_filter = ("waits",)
    search_fields = ("=name", "=dealer__slug")
    show_full_result_count = False
