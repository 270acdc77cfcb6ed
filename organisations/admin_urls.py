from django.urls import path

from organisations import admin_views as views

app_name = "appointments_admin"
urlpatterns = [
    path("", views.waiting, name="waiting"),
    path("<int:pk>/xac-nhan/", views.confirm, name="confirm"),
    path("<int:pk>/bo/", views.refuse, name="refuse"),
]
