from django.urls import path

from models_showcase import views

urlpatterns = [
    path("s/mo-hinh-<int:pk>.pdf", views.model_kit, name="model_kit"),
    path("s/mo-hinh-<int:pk>.html", views.model_kit_page, name="model_kit_page"),
]
