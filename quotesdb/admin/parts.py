"""The parts of a record on its page. They are read here, and written with their whole."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from quotesdb.admin.finding import Finding


class PartForm(forms.ModelForm):
    """One part. Whether it may be is for the writers to say."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "position" in self.fields:
            self.fields["position"].required = False

    def has_changed(self):
        """A number alone, which the page itself proposes, makes no part."""
        return bool(set(self.changed_data) - {"position"})

    def validate_unique(self):
        """Left to the writers: the held parts are about to be replaced."""

    def validate_constraints(self):
        """Left to the writers, too."""


class PartFormSet(forms.BaseInlineFormSet):
    """All parts of one kind that the record shall have."""

    def __init__(self, *args, refusals=(), **kwargs):
        self.refusals = refusals
        super().__init__(*args, **kwargs)

    def kept_forms(self):
        """The forms that stand for parts, in the order that the record shall have them in."""
        kept = filter(self.is_kept, self.forms)
        return sorted(kept, key=lambda form: getattr(form.instance, "position", None) or 0)

    def is_kept(self, form):
        return not self._should_delete_form(form) and (form.instance.pk or form.has_changed())

    def parts(self):
        return [form.instance for form in self.kept_forms()]

    def clean(self):
        self.number()
        kept, of_all = self.kept_forms(), []
        for refusal in self.refusals:
            if len(refusal.path) < 2:
                of_all.append(refusal.sentence)
            else:
                show(kept[refusal.path[1]], refusal)
        if of_all:
            raise ValidationError(of_all)

    def number(self):
        """Give each part without a number the one after the part above it."""
        following = 0
        for form in filter(self.is_kept, self.forms):
            if "position" in form.fields:
                if form.instance.position is None:
                    form.instance.position = following
                following = form.instance.position + 1

    def remember_changes(self):
        """Tell the log entry what saving the forms one by one would have told it."""
        old = self.initial_forms
        self.new_objects = [form.instance for form in self.kept_forms() if form not in old]
        self.changed_objects = [
            (form.instance, form.changed_data)
            for form in self.kept_forms()
            if form in old and form.changed_data
        ]
        self.deleted_objects = [form.instance for form in self.deleted_forms if form in old]


def show(form, refusal):
    field = refusal.path[2] if len(refusal.path) > 2 else None
    form.add_error(field if field in form.fields else None, refusal.sentence)


class PartInline(Finding, admin.options.InlineModelAdmin):
    """Parts have no life of their own: who may change the record may change them."""

    relation = ""
    """The name under which the record has these parts."""

    form = PartForm
    formset = PartFormSet
    extra = 0

    def whole_admin(self):
        return self.admin_site.get_model_admin(self.parent_model)

    def may_change(self, request, obj=None):
        if obj is None or obj.pk is None:
            return self.whole_admin().has_add_permission(request)
        return self.whole_admin().has_change_permission(request, obj)

    def has_add_permission(self, request, obj):
        return self.may_change(request, obj)

    def has_change_permission(self, request, obj=None):
        return self.may_change(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.may_change(request, obj)

    def has_view_permission(self, request, obj=None):
        return self.whole_admin().has_view_permission(request, obj)


class TabularParts(PartInline):
    template = "admin/edit_inline/tabular.html"


class StackedParts(PartInline):
    template = "admin/edit_inline/stacked.html"
