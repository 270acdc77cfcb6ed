"""Every address of the site. What is not named here is a page (`HomePage.route`)."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from accounts.views import own_password
from home.views import page
from models_showcase import urls as models_urls
from news import urls as news_urls
from portal import views
from portal.api import router
from portal.sitemaps import SITEMAPS

handler404 = views.not_found
handler500 = views.server_error

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    # Outside what only those with an appointment in force may open.
    path("quan-tri/mat-khau-moi/", own_password, name="own_password"),
    path("quan-tri/", include(wagtailadmin_urls)),
    path("tai-lieu/<int:document_id>/<str:name>", views.document, name="document"),
    path("tai-lieu/", include(wagtaildocs_urls)),
    path("api/v2/", router.urls),
    path("media/images/<int:image_id>/<str:name>", views.picture, name="picture"),
    path("s/hoi-dap-<int:pk>-<slug:digest>.jpg", views.answer_card, name="answer_card"),
    path("s/<int:page_id>-<slug:digest>.jpg", views.share_card, name="share_card"),
    *news_urls.urlpatterns,
    *models_urls.urlpatterns,
]
if getattr(settings, "SHOW_STYLEGUIDE", False):
    urlpatterns.append(path("styleguide/", views.styleguide, name="styleguide"))
urlpatterns += i18n_patterns(
    path("tim-kiem/", include("search.urls")),
    path("gop-y/", include("feedback.urls")),
    path("khao-sat/", include("surveys.urls")),
    path("hoi-dap/", include("feedback.answer_urls")),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        views.page_password,
        name="wagtailcore_authenticate_with_password",
    ),
    re_path(wagtail_urls.serve_pattern, page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
