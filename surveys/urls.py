from django.urls import path

from surveys import views

app_name = "surveys"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:slug>/", views.survey, name="survey"),
    path("<slug:slug>/cam-on/", views.thanks, name="thanks"),
]
