"""The addresses of the portal, and of asking for a way into it."""

from django.urls import URLPattern, re_path
from django.views.generic import TemplateView

from carslink.portal import (
    claiming,
    dropping,
    pages,
    record,
    registering,
    settling,
    signing_in,
    still,
    uploads,
)

_UPLOAD = r"portal/own/uploads/(?P<public_id>[0-9a-f]{24})"
_ENDING = r"(?P<ending>csv|xlsx)"
_VEHICLE = r"portal/own/photographs/(?P<mark>[0-9A-Z]{1,10})"
_DEALER = r"portal/dealers/(?P<slug>[-\w]+)"

urlpatterns: list[URLPattern] = [
    re_path(r"^dealers/(?P<slug>[-\w]+)/claim/?$", claiming.ask, name="claim-ask"),
    re_path(r"^dealers/(?P<slug>[-\w]+)/claim/sent/?$", claiming.asked, name="claim-asked"),
    re_path(r"^portal/claim/?$", claiming.claim, name="claim"),
    # Any text: a token with a stop that a mail program took along is answered like any wrong one,
    # and stands in no log.
    re_path(r"^portal/claim/(?P<token>[^/]{1,500})/?$", claiming.opened, name="claim-open"),
    re_path(r"^portal/login/?$", signing_in.SignInView.as_view(), name="portal-login"),
    re_path(r"^portal/logout/?$", signing_in.SignOutView.as_view(), name="portal-logout"),
    re_path(r"^portal/password/?$", signing_in.forgotten, name="portal-password"),
    re_path(
        r"^portal/password/sent/?$",
        TemplateView.as_view(template_name="portal/password_sent.html"),
        name="portal-password-sent",
    ),
    re_path(
        r"^portal/password/(?P<uidb64>[^/]{1,60})/(?P<token>[^/]{1,200})/?$",
        signing_in.NewPasswordView.as_view(),
        name="portal-new-password",
    ),
    re_path(r"^portal/register/?$", registering.register, name="portal-register"),
    re_path(
        r"^portal/register/sent/?$",
        TemplateView.as_view(template_name="portal/registered.html"),
        name="portal-registered",
    ),
    re_path(r"^portal/register/confirm/?$", registering.confirm, name="portal-confirm"),
    re_path(
        r"^portal/register/confirm/(?P<token>[^/]{1,500})/?$",
        registering.opened,
        name="portal-confirm-open",
    ),
    re_path(r"^portal/account/?$", settling.account, name="portal-account"),
    re_path(r"^portal/account/address/?$", settling.move, name="portal-move"),
    re_path(
        r"^portal/account/address/sent/?$",
        TemplateView.as_view(template_name="portal/move_sent.html"),
        name="portal-move-sent",
    ),
    re_path(
        r"^portal/account/address/confirm/?$", settling.move_confirm, name="portal-move-confirm"
    ),
    re_path(
        r"^portal/account/address/confirm/(?P<token>[^/]{1,500})/?$",
        settling.move_opened,
        name="portal-move-open",
    ),
    re_path(r"^portal/account/delete/?$", settling.delete, name="portal-delete"),
    re_path(r"^portal/own/?$", record.start, name="portal-start"),
    re_path(r"^portal/own/profile/?$", record.profile, name="portal-profile"),
    re_path(r"^portal/own/key/?$", record.key, name="portal-key"),
    re_path(r"^portal/own/uploads/?$", uploads.uploads, name="portal-uploads"),
    re_path(
        rf"^portal/own/uploads/template\.{_ENDING}$", uploads.template_file, name="portal-template"
    ),
    re_path(rf"^{_UPLOAD}/?$", uploads.upload, name="portal-upload"),
    re_path(rf"^{_UPLOAD}/columns/?$", uploads.columns, name="portal-upload-columns"),
    re_path(rf"^{_UPLOAD}/sheet/?$", uploads.sheet, name="portal-upload-sheet"),
    re_path(rf"^{_UPLOAD}/mode/?$", uploads.mode, name="portal-upload-mode"),
    re_path(rf"^{_UPLOAD}/publish/?$", uploads.publish, name="portal-upload-publish"),
    re_path(rf"^{_UPLOAD}/again/?$", uploads.again, name="portal-upload-again"),
    re_path(rf"^{_UPLOAD}/delete/?$", uploads.delete, name="portal-upload-delete"),
    re_path(rf"^{_UPLOAD}/problems\.{_ENDING}$", uploads.problems, name="portal-upload-problems"),
    re_path(r"^portal/own/still/?$", still.keep, name="portal-still-keep"),
    re_path(r"^portal/still/?$", still.by_link, name="portal-still"),
    re_path(r"^portal/still/(?P<token>[^/]{1,500})/?$", still.opened, name="portal-still-open"),
    re_path(r"^portal/own/drafts/?$", dropping.listed, name="portal-drafts"),
    re_path(rf"^{_VEHICLE}/?$", dropping.photographs, name="portal-photographs"),
    re_path(rf"^{_VEHICLE}/drop/?$", dropping.drop, name="portal-drop"),
    re_path(rf"^{_VEHICLE}/arrange/?$", dropping.arrange, name="portal-arrange"),
    re_path(rf"^{_VEHICLE}/sell/?$", dropping.sell, name="portal-sell"),
    re_path(rf"^{_VEHICLE}/discard/?$", dropping.discard, name="portal-discard"),
    re_path(r"^portal/?$", pages.overview, name="portal"),
    re_path(rf"^{_DEALER}/?$", pages.dealer, name="portal-dealer"),
    re_path(rf"^{_DEALER}/vehicles/?$", pages.vehicles, name="portal-vehicles"),
    re_path(rf"^{_DEALER}/feeds/?$", pages.feeds, name="portal-feeds"),
    re_path(rf"^{_DEALER}/feeds/(?P<sync_id>\w+)/?$", pages.feed, name="portal-feed"),
]
