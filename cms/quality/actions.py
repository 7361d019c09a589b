"""Makes Wagtail's publishing actions all or nothing.

A refused publication would otherwise wipe another revision's approved schedule, and a refused
recursive copy would leave half a tree behind. Nothing else about them changes.
"""

from django.db import transaction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.publish_revision import PublishRevisionAction

ACTIONS = (PublishRevisionAction, CopyPageAction, CreatePageAliasAction)
_MARK = "_contentlint_atomic"


def make_atomic() -> None:
    for action in ACTIONS:
        if not hasattr(action.execute, _MARK):
            execute = transaction.atomic(action.execute)
            setattr(execute, _MARK, True)
            action.execute = execute
