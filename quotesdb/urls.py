from django.contrib import admin
from django.urls import include, path

from quotesdb.views import Welcome

urlpatterns = [
    path("", Welcome.as_view(), name="welcome"),
    path("admin/", admin.site.urls),
    path("api/", include("api.urls")),
]

handler500 = "api.problems.server_error"
