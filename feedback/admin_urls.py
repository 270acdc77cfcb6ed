from django.urls import path

from feedback import admin_views as views

app_name = "feedback_admin"
urlpatterns = [
    path("", views.index, name="index"),
    path("ghi-ho/", views.enter, name="enter"),
    path("theo-so-dien-thoai/", views.by_phone, name="by_phone"),
    path("<int:case_id>/", views.case, name="case"),
    path("<int:case_id>/nguoi-gui/", views.person, name="person"),
    path("<int:case_id>/viet-bai/", views.write_article, name="write_article"),
    path("<int:case_id>/lam-theo/", views.record_copy, name="record_copy"),
    path("<int:case_id>/xac-minh/", views.verify, name="verify"),
    path("<int:case_id>/viet-guong-sang/", views.write_deed, name="write_deed"),
    path("<int:case_id>/tep/<int:attachment_id>/", views.attachment, name="attachment"),
    path("<int:case_id>/<slug:move>/", views.step, name="step"),
]
