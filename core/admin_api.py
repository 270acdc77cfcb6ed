"""The admin's own API: its parameters checked; of pictures and documents what a person works with, never pictures as they were sent."""

from typing import Any

from wagtail.admin.api.views import PagesAdminAPIViewSet as BasePagesAdminAPIViewSet
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet as BaseDocumentsAdminAPIViewSet
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet as BaseImagesAdminAPIViewSet
from wagtail.images.permissions import permission_policy as image_policy

from core.api_parameters import CheckedParameters

ACTIONS = ["choose", "change"]


class PagesAdminAPIViewSet(CheckedParameters, BasePagesAdminAPIViewSet):
    pass


class DocumentsAdminAPIViewSet(CheckedParameters, BaseDocumentsAdminAPIViewSet):
    def get_queryset(self) -> Any:
        mine = document_policy.instances_user_has_any_permission_for(self.request.user, ACTIONS)
        return super().get_queryset().filter(pk__in=mine.values("pk"))


class ImagesAdminAPIViewSet(CheckedParameters, BaseImagesAdminAPIViewSet):
    meta_fields = [name for name in BaseImagesAdminAPIViewSet.meta_fields if name != "download_url"]
    listing_default_fields = [
        name for name in BaseImagesAdminAPIViewSet.listing_default_fields if name != "download_url"
    ]
    nested_default_fields = [name for name in BaseImagesAdminAPIViewSet.nested_default_fields if name != "download_url"]

    def get_queryset(self) -> Any:
        mine = image_policy.instances_user_has_any_permission_for(self.request.user, ACTIONS)
        return super().get_queryset().filter(pk__in=mine.values("pk"))
