from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"

    def ready(self):
        from cms import checks, patience  # noqa: F401 # registers them
        from cms.admin_names import translate_names

        translate_names()
