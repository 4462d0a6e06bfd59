"""Addresses of photographs in the admin: to look at."""

from django.contrib import admin

from carslink.media.models import Address, Album, Former, Picture, Rest
from carslink.partners.admin import ReadOnly


@admin.register(Address)
class AddressAdmin(ReadOnly):
    list_display = ("url", "state", "priority", "attempts", "asked_at", "due_at", "reason")
    list_filter = ("state", "priority")
    search_fields = ("url",)
    show_full_result_count = False


@admin.register(Picture)
class PictureAdmin(ReadOnly):
    list_display = ("name", "width", "height", "kept_at", "unused_since")
    search_fields = ("=name",)
    show_full_result_count = False


@admin.register(Album)
class AlbumAdmin(ReadOnly):
    list_display = ("listing", "addresses")
    search_fields = ("=listing",)
    show_full_result_count = False


@admin.register(Former)
class FormerAdmin(ReadOnly):
    list_display = ("listing", "gone_at")
    search_fields = ("=listing",)
    show_full_result_count = False


@admin.register(Rest)
class RestAdmin(ReadOnly):
    list_display = ("host", "until")
    search_fields = ("host",)
