from django.contrib import admin
from django.urls import include, path

from quotesdb.views import Icon, Welcome

urlpatterns = [
    path("", Welcome.as_view(), name="welcome"),
    path("favicon.ico", Icon.as_view()),
    path("admin/", admin.site.urls),
    path("api/", include("api.urls")),
]

handler500 = "api.outages.server_error"
