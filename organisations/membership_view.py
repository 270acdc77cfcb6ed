"""The database view behind `accounts.Membership`: who is in which group at this very moment.

It joins the appointments in force with the groups of their unit and role. A view follows the clock of the database, so an
appointment that ended at 17:00 is worth nothing at 17:01, in every query that Django or Wagtail makes. It is dropped before
migrations and made again after them, because SQLite rebuilds tables that views depend on.
"""

from typing import Any

from django.db import connections

NAME = "accounts_membership"
NOW = {
    # As Django stores times there: text in UTC.
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now')",
    "postgresql": "statement_timestamp()",
}
DROP = f"DROP VIEW IF EXISTS {NAME}"
CREATE = f"""
CREATE VIEW {NAME} AS
SELECT MIN(appointment.id) AS id, appointment.user_id, unit_group.group_id
FROM organisations_appointment AS appointment
JOIN organisations_unitgroup AS unit_group
  ON unit_group.unit_id = appointment.unit_id AND unit_group.role = appointment.role
WHERE appointment.confirmed_at IS NOT NULL
  AND appointment.valid_from <= {{now}} AND (appointment.valid_to IS NULL OR appointment.valid_to > {{now}})
GROUP BY appointment.user_id, unit_group.group_id
"""  # noqa: S608  (constants only)


def drop(using: str, **kwargs: Any) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(DROP)


def create(using: str, **kwargs: Any) -> None:
    connection = connections[using]
    tables = connection.introspection.table_names()
    if not {"organisations_appointment", "organisations_unitgroup"} <= set(tables):
        return
    with connection.cursor() as cursor:
        cursor.execute(DROP)
        cursor.execute(CREATE.format(now=NOW[connection.vendor]))
