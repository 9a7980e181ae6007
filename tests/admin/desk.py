"""Using the desk as a browser does: open a page, change what stands there, send all of it."""

from quotesdb.models import Curator


def make_curator(username="ada"):
    return Curator.objects.create_superuser(username, password="a password of nobody")


def url(record, page="change/"):
    return f"/admin/quotesdb/{record._meta.model_name}/{record.pk}/{page}"


def typed(page):
    """All that a browser would send of this page if nothing were changed."""
    forms = [page.context["adminform"].form]
    for inline in page.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    return {
        field.html_name: sent(field) for form in forms for field in form if sent(field) is not None
    }


def sent(field):
    value = field.value()
    if value is False or value is None:
        return None
    return field.field.prepare_value(value)


def send(client, address, **changes):
    """Open the page, change fields (`segments__0__exact` is "segments-0-exact"), and save."""
    data = typed(client.get(address))
    data |= {name.replace("__", "-"): value for name, value in changes.items()}
    return client.post(address, {name: value for name, value in data.items() if value is not None})


def refused(response):
    """The sentences on a page that came back."""
    assert response.status_code == 200, f"{response.status_code}: it was saved"
    errors = response.context["errors"]
    return [str(sentence) for sentence in flat(errors)]


def flat(errors):
    for error in errors:
        if isinstance(error, list):
            yield from flat(error)
        else:
            yield error


def errors(response):
    """What stands against a page, for a test that did not expect it to come back."""
    return list(flat(response.context["errors"])) if response.context else response
