"""Wagtail's content API: pages, and the pictures and documents that pages show; read-only."""

from typing import Any

from rest_framework.fields import Field
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import PageHtmlUrlField, PageParentField, PageSerializer
from wagtail.api.v2.utils import get_full_url
from wagtail.api.v2.views import PagesAPIViewSet as BasePagesAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet as BaseDocumentsAPIViewSet
from wagtail.images.api.v2.serializers import ImageSerializer as BaseImageSerializer
from wagtail.images.api.v2.views import ImagesAPIViewSet as BaseImagesAPIViewSet

from core import addresses
from core.api_parameters import CheckedParameters
from core.visibility import public_files

WIDEST = "format-jpeg|width-1440"


class WidestPictureField(Field):
    """The address of the largest size that is shown; the picture as it was sent is nobody's."""

    def get_attribute(self, instance: Any) -> Any:
        return instance

    def to_representation(self, value: Any) -> Any:
        return get_full_url(self.context["request"], value.get_rendition(WIDEST).url)


class ImageSerializer(BaseImageSerializer):
    download_url = WidestPictureField(read_only=True)


class ImagesAPIViewSet(CheckedParameters, BaseImagesAPIViewSet):
    base_serializer_class = ImageSerializer

    def get_queryset(self) -> Any:
        return public_files(super().get_queryset()).prefetch_renditions(WIDEST)


class DocumentsAPIViewSet(CheckedParameters, BaseDocumentsAPIViewSet):
    def get_queryset(self) -> Any:
        return public_files(super().get_queryset())


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


class PagesAPIViewSet(CheckedParameters, BasePagesAPIViewSet):
    base_serializer_class = OwnPageSerializer


router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PagesAPIViewSet)
router.register_endpoint("images", ImagesAPIViewSet)
router.register_endpoint("documents", DocumentsAPIViewSet)
