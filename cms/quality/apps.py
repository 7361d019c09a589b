from django.apps import AppConfig


class QualityConfig(AppConfig):
    name = "cms.quality"
    label = "quality"
    verbose_name = "Quality"

    def ready(self) -> None:
        from django.db.models.signals import pre_delete, pre_save

        from cms.quality import actions, checks, guard, problem  # noqa: F401 - checks register

        actions.make_atomic()
        problem.answer_in_the_authoring_api()
        pre_save.connect(guard.guard, dispatch_uid="contentlint.guard")
        pre_delete.connect(guard.guard_removal, dispatch_uid="contentlint.guard_removal")
