"""The desk as a whole: its name, and its records in the order of the work."""

from django.contrib import admin

GROUPS = {
    "The desk": ["Quote", "Appearance", "Article", "Speaker", "Outlet"],
    "Evidence and imports": ["ArticleText", "Brought"],
    "Accounts": ["Curator", "Group"],
}


def furnish():
    """Name the site and put its index in order. Called once, when the admin is loaded."""
    admin.site.site_header = "QuotesDB – the curators’ desk"
    admin.site.site_title = "QuotesDB"
    admin.site.index_title = "Who said what, through whose hands, and where it was printed"
    admin.site.index_template = "admin/quotesdb/index.html"
    by_app = admin.site.get_app_list

    def get_app_list(request, app_label=None):
        return grouped(by_app(request, app_label))

    admin.site.get_app_list = get_app_list


def grouped(apps):
    """Django's list of apps, regrouped by what the records are for; nothing is left out."""
    models = {model["object_name"]: (app, model) for app in apps for model in app["models"]}
    named = {name for names in GROUPS.values() for name in names}
    groups = {**GROUPS, "More": [name for name in models if name not in named]}
    return [
        group(title, [models[name] for name in names if name in models])
        for title, names in groups.items()
        if any(name in models for name in names)
    ]


def group(title, found):
    app, _ = found[-1]
    return {**app, "name": title, "models": [model for _, model in found]}
