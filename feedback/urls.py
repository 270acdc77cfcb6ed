from django.urls import path

from feedback import views

app_name = "feedback"
urlpatterns = [
    path("", views.form, name="form"),
    path("de-cu/", views.nominate, name="nominate"),
    path("lam-theo/<int:page_id>/", views.copy, name="copy"),
    path("tra-cuu/", views.lookup, name="lookup"),
    path("phieu/<str:token>/", views.receipt, name="receipt"),
    path("ho-so/<str:token>/", views.case, name="case"),
    path("ho-so/<str:token>/danh-gia/", views.judge, name="judge"),
    path("ho-so/<str:token>/tep/<int:attachment_id>/", views.attachment, name="attachment"),
    path("ho-so/<str:token>/ngung-thu/", views.stop_mail, name="stop_mail"),
]
