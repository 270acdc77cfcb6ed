from django.urls import path

from models_showcase import admin_views as views

app_name = "models_admin"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:page_id>/", views.model, name="model"),
    path("<int:page_id>/danh-gia/", views.evaluate, name="evaluate"),
    path("<int:page_id>/danh-gia/<int:evaluation_id>/", views.evaluate, name="change_evaluation"),
    path("<int:page_id>/danh-gia/<int:evaluation_id>/duyet/", views.approve, name="approve"),
    path("<int:page_id>/danh-gia/<int:evaluation_id>/tra-lai/", views.send_back, name="send_back"),
    path("<int:page_id>/lam-theo/", views.adopt, name="adopt"),
    path("<int:page_id>/lam-theo/<int:adoption_id>/", views.adopt, name="change_adoption"),
    path("<int:page_id>/lam-theo/<int:adoption_id>/duyet/", views.approve_copy, name="approve_copy"),
    path("<int:page_id>/lam-theo/<int:adoption_id>/tra-lai/", views.send_copy_back, name="send_copy_back"),
    path("<int:page_id>/lam-theo/<int:adoption_id>/xoa/", views.forget, name="forget_adoption"),
    path("dong-y/<int:page_id>/", views.consent, name="consent"),
    path("dong-y/<int:page_id>/rut/", views.withdraw, name="withdraw_consent"),
]
