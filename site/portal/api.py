"""Wagtail's content API: pages, pictures, documents, read-only."""

from typing import Any

from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import PageHtmlUrlField, PageParentField, PageSerializer
from wagtail.api.v2.views import PagesAPIViewSet as BasePagesAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from core import addresses


class HtmlUrlField(PageHtmlUrlField):
    """Under the site's own address."""

    def to_representation(self, value: Any) -> str:
        return addresses.absolute(value.get_url())


class ParentField(PageParentField):
    def to_representation(self, value: Any) -> Any:
        parent = super().to_representation(value)
        parent["meta"]["html_url"] = addresses.absolute(value.get_url())
        return parent


class OwnPageSerializer(PageSerializer):
    html_url = HtmlUrlField(read_only=True)
    parent = ParentField(read_only=True)


class PagesAPIViewSet(BasePagesAPIViewSet):
    base_serializer_class = OwnPageSerializer


router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PagesAPIViewSet)
router.register_endpoint("images", ImagesAPIViewSet)
router.register_endpoint("documents", DocumentsAPIViewSet)
