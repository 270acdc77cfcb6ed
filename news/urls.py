from django.urls import path

from news import ics
from news.feeds import NewsFeed

urlpatterns = [
    path("rss/lich.ics", ics.events_ics, name="events_ics"),
    path("rss/lich/<int:pk>.ics", ics.event_ics, name="event_ics"),
    path("rss/", NewsFeed(), name="rss"),
    path("rss/<slug:slug>/", NewsFeed(), name="rss_unit"),
]
