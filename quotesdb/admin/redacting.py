"""The page at which an editor sees what a redaction takes along, and lets it go."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from quotesdb import changes
from quotesdb.redacting import REDACT, reach_of, redact, still_elsewhere
from quotesdb.refusals import Refused
from quotesdb.vocabulary import Ground

DONE = (
    "{many} records were redacted. What they left in freed space goes with "
    "“manage.py erase_freed”, and older dumps may still hold them."
)
NO_GROUND = "Choose why. Nothing was redacted."


class Redacting:
    """Mixed into the admin of a kind of records."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_redact"
        view = self.admin_site.admin_view(self.redact_view)
        return [path("<path:object_id>/redact/", view, name=name), *super().get_urls()]

    def redact_view(self, request, object_id):
        """What goes; and by POST, that it goes."""
        if not request.user.has_perm(REDACT):
            raise PermissionDenied
        record = self.get_object(request, object_id)
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method == "POST" and self.redacted(request, record):
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"
            return HttpResponseRedirect(reverse(name))
        return self.shown(request, record)

    def redacted(self, request, record):
        """Whether it is gone; if it is not, why is told."""
        because, records = request.POST.get("because"), request.POST.get("records", "")
        if because not in [ground.value for ground in Ground] or not records.isdecimal():
            self.message_user(request, NO_GROUND, messages.ERROR)
            return False
        try:
            left = redact(
                record, by=request.user, because=Ground(because), expected=int(records[:9])
            )
        except Refused as refused:
            self.tell(request, refused)
            return False
        self.message_user(request, DONE.format(many=len(left)), messages.SUCCESS)
        return True

    def shown(self, request, record):
        reach = reach_of(record)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Redact this {self.opts.verbose_name}",
            "opts": self.opts,
            "object": record,
            "reach": reach,
            "going": [(one._meta.verbose_name, changes.name_of(one), str(one)) for one in reach],
            "elsewhere": still_elsewhere(reach),
            "grounds": [ground.value for ground in Ground],
        }
        return TemplateResponse(request, "admin/quotesdb/redact.html", context)
