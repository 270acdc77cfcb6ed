from feedback.admin_views.cases import attachment, by_phone, case, index, person, step
from feedback.admin_views.entry import enter
from feedback.admin_views.showcase import record_copy, verify, write_article, write_deed

__all__ = [
    "attachment",
    "by_phone",
    "case",
    "enter",
    "index",
    "person",
    "record_copy",
    "step",
    "verify",
    "write_article",
    "write_deed",
]
