from django.urls import path

from approval import file_views, views

app_name = "approval"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("<int:page_id>/", views.review, name="review"),
    path("<int:page_id>/xem/", views.preview, name="preview"),
    path("<int:page_id>/duyet/", views.approve, name="approve"),
    path("<int:page_id>/tra-lai/", views.send_back, name="send_back"),
    path("<int:page_id>/dang-mot-minh/", views.publish_alone, name="publish_alone"),
    path("<int:page_id>/gui/", views.submit, name="submit"),
    path("tep/<int:document_id>/thay/", file_views.replace_document, name="replace_document"),
    path("anh/<int:image_id>/thay/", file_views.replace_image, name="replace_image"),
]
