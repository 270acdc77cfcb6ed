from django.urls import path

from surveys import admin_views as views

app_name = "surveys_admin"
urlpatterns = [
    path("", views.index, name="index"),
    path("moi/", views.write, name="new"),
    path("<int:survey_id>/", views.survey, name="survey"),
    path("<int:survey_id>/sua/", views.write, name="write"),
    path("<int:survey_id>/xem-thu/", views.preview, name="preview"),
    path("<int:survey_id>/mo/", views.put_out, name="put_out"),
    path("<int:survey_id>/nhap-phieu/", views.type_in, name="type_in"),
    path("<int:survey_id>/cong-bo/", views.publish, name="publish"),
]
