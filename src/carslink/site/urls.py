"""The addresses of the pages for buyers."""
from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
