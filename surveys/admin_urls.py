from django.urls import path

from surveys import admin_views as views

app_name = "surveys_admin"
urlpatterns = [
    path("", views.surveys, name="index"),
    path("moi/", views.write, name="new"),
    path("<int:survey_id>/", views.survey, name="survey"),
    path("<int:survey_id>/sua/", views.write, name="write"),
    path("<int:survey_id>/xoa/", views.delete, name="delete"),
    path("<int:survey_id>/xem-thu/", views.preview, name="preview"),
    path("<int:survey_id>/mo/", views.put_out, name="put_out"),
    path("<int:survey_id>/nhap-phieu/", views.type_in, name="type_in"),
    path("<int:survey_id>/cong-bo/", views.publish, name="publish"),
    path("<int:survey_id>/tra-loi.xlsx", views.export, {"kind": "xlsx"}, name="export"),
    path("<int:survey_id>/tra-loi.csv", views.export, {"kind": "csv"}, name="export_csv"),
    path("<int:survey_id>/ap-phich/", views.poster, name="poster"),
    path("<int:survey_id>/phieu-giay/", views.blank, name="blank"),
    path("<int:survey_id>/phieu-ma/", views.slips, name="slips"),
    path("<int:survey_id>/loi-nhan/", views.review, name="review"),
]
