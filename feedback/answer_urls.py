from django.urls import path

from feedback import answer_views

app_name = "answers"
urlpatterns = [
    path("", answer_views.answer_list, name="list"),
    path("<int:pk>/", answer_views.answer, name="answer"),
]
