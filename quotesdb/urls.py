from django.contrib import admin
from django.urls import path
from django.urls.resolvers import RoutePattern

from quotesdb.resolving import ResolvedOnce
from quotesdb.views import Icon, Welcome

# Addresses are tried one after the other: what is asked most comes first.
urlpatterns = [
    ResolvedOnce(RoutePattern("api/"), "api.urls"),
    path("", Welcome.as_view(), name="welcome"),
    path("favicon.ico", Icon.as_view()),
    path("admin/", admin.site.urls),
]

handler500 = "api.outages.server_error"
