"""The same questions as an ordinary app in Django REST framework answers them.

As its tutorial and django-filter's teach it: model serializers inside one another, viewsets, pages
by number, the default middleware. Relations are selected and prefetched, as everybody learns to.
"""
