from django.urls import path

from surveys import views

app_name = "surveys"
urlpatterns = [
    path("", views.index, name="index"),
    path("trang-nay/", views.page_was_useful, name="useful"),
    path("<slug:slug>/", views.survey, name="survey"),
    path("<slug:slug>/cam-on/", views.thanks, name="thanks"),
    path("<slug:slug>/ket-qua.pdf", views.results_sheet, name="results_sheet"),
]
